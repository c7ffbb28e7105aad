import * as z from 'zod';
import { calendarToken, calendarTokenExample } from './parts/calendarToken.ts';

/** `GET /v1/calendar-tokens`: links of a unit's calendar, without what opens them. */
export const calendarTokens = z
  .strictObject({ calendars: z.array(calendarToken) })
  .meta({ id: 'CalendarTokens' });
export type CalendarTokens = z.infer<typeof calendarTokens>;

export const calendarTokensExample: CalendarTokens = { calendars: [calendarTokenExample] };
