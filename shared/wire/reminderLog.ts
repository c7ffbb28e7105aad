import * as z from 'zod';

/** How a message stands, or why none was sent on a day. */
export const reminderStates = ['sending', 'sent', 'refused', 'unknown', 'nothing', 'dayOff'] as const;
export type ReminderState = (typeof reminderStates)[number];

/** `GET /v1/reminders/log`: what was sent to whom, the newest day first; `next` is the cursor of what follows. */
export const reminderLog = z
  .strictObject({
    messages: z.array(
      z.strictObject({
        day: z.iso.date(),
        /** `null`: a day on which nothing was sent. */
        unit: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
        state: z.enum(reminderStates),
        /** The unit whose own address it went to; `null`: the district's. */
        channel: z.string().nullable(),
        /** Whether it was one message for several units. */
        digest: z.boolean(),
        attempts: z.int(),
        /** What the robot said last. */
        answer: z.string(),
        text: z.string(),
        at: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ReminderLog' });
export type ReminderLog = z.infer<typeof reminderLog>;

export const reminderLogExample: ReminderLog = {
  messages: [
    {
      day: '2024-04-12',
      unit: { id: 'xuejia', name: '某镇' },
      state: 'sent',
      channel: null,
      digest: false,
      attempts: 1,
      answer: 'HTTP 200 errcode 0 ok',
      text: '【任务清单提醒】某镇（4月12日）',
      at: '2024-04-12T09:00:03+08:00',
    },
  ],
  next: null,
};
