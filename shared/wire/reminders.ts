import * as z from 'zod';
import { reminderChannel, reminderRules } from './parts/reminderChannel.ts';

/** `GET /v1/reminders`: who is reminded of what, and where the messages go. */
export const reminders = z
  .strictObject({ ...reminderRules, channels: z.array(reminderChannel) })
  .meta({ id: 'Reminders' });
export type Reminders = z.infer<typeof reminders>;

export const remindersExample: Reminders = {
  enabled: true,
  soonWorkingDays: 1,
  overdue: 'daily',
  digestAbove: 5,
  channels: [
    {
      unit: null,
      form: 'wecom',
      keyword: '',
      address: 'https://qyapi.weixin.qq.com/…a1b2',
      hasSecret: false,
    },
  ],
};
