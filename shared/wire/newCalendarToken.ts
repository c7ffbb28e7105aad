import * as z from 'zod';
import { unitId } from '../roster/roster.ts';

/** `POST /v1/calendar-tokens`: the link that is wanted. */
export const newCalendarToken = z
  .strictObject({
    /** Whose deadlines it shows; a reporter may leave it out, and has its own. */
    unit: unitId.optional(),
    /** Whose calendar it is for. */
    label: z.string().trim().max(40).default(''),
  })
  .meta({ id: 'NewCalendarToken' });
export type NewCalendarToken = z.infer<typeof newCalendarToken>;

export const newCalendarTokenExample: NewCalendarToken = { unit: 'xuejia', label: '王芳的手机' };
