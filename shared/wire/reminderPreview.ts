import * as z from 'zod';

/** `GET /v1/reminders/preview`: what would be sent today; nothing is. */
export const reminderPreview = z
  .strictObject({
    today: z.iso.date(),
    /** A demo clock runs: nothing is ever sent. */
    demo: z.boolean(),
    /** Whether people work today: on a day off nothing is sent. */
    workingDay: z.boolean(),
    /** The last day of what is due soon. */
    until: z.iso.date(),
    messages: z.array(
      z.strictObject({
        /** The unit whose own address it goes to; `null`: the district's. */
        channel: z.string().nullable(),
        /** Whether such an address is set. */
        hasChannel: z.boolean(),
        units: z.array(z.strictObject({ id: z.string(), name: z.string(), soon: z.int(), overdue: z.int() })),
        text: z.string(),
        bytes: z.int(),
      }),
    ),
  })
  .meta({ id: 'ReminderPreview' });
export type ReminderPreview = z.infer<typeof reminderPreview>;

export const reminderPreviewExample: ReminderPreview = {
  today: '2024-04-12',
  demo: false,
  workingDay: true,
  until: '2024-04-15',
  messages: [
    {
      channel: null,
      hasChannel: true,
      units: [{ id: 'xuejia', name: '某镇', soon: 1, overdue: 0 }],
      text: '【任务清单提醒】某镇（4月12日）\n4月14日到期：\n1. 1-7-1 每周调度装货企业（第15周（4月8日—14日））\n请及时填报。',
      bytes: 163,
    },
  ],
};
