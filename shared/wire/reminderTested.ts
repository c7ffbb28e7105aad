import * as z from 'zod';

/** What became of a message: the robot took it, or refused it, or nobody knows. */
export const deliveryOutcomes = ['sent', 'refused', 'unknown'] as const;

/** What `POST /v1/reminders/test` answers. */
export const reminderTested = z
  .strictObject({
    outcome: z.enum(deliveryOutcomes),
    /** What the robot said: status, and its own code and words. */
    answer: z.string(),
  })
  .meta({ id: 'ReminderTested' });
export type ReminderTested = z.infer<typeof reminderTested>;

export const reminderTestedExample: ReminderTested = { outcome: 'sent', answer: 'HTTP 200 errcode 0 ok' };
