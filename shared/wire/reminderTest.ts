import * as z from 'zod';
import { unitId } from '../roster/roster.ts';

/** `POST /v1/reminders/test`: sends a test to an address that is set. */
export const reminderTest = z
  .strictObject({
    /** Whose address; `null`: the district's. */
    unit: unitId.nullable(),
  })
  .meta({ id: 'ReminderTest' });
export type ReminderTest = z.infer<typeof reminderTest>;

export const reminderTestExample: ReminderTest = { unit: null };
