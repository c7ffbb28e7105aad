import * as z from 'zod';
import { calendarToken, calendarTokenExample } from './parts/calendarToken.ts';

/** What `POST /v1/calendar-tokens` answers. */
export const mintedCalendarToken = calendarToken
  .extend({
    /** To be subscribed to. Shown this once: only the SHA-256 of its token is kept. */
    address: z.string(),
  })
  .meta({ id: 'MintedCalendarToken' });
export type MintedCalendarToken = z.infer<typeof mintedCalendarToken>;

export const mintedCalendarTokenExample: MintedCalendarToken = {
  ...calendarTokenExample,
  lastUsedOn: null,
  address: 'https://taizhang.example/v1/calendar/tzc_shown-this-once.ics',
};
