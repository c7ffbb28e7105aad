import * as z from 'zod';
import { listOf } from '../schema/bounded.ts';
import { reminderChannelToSet, reminderRules } from './parts/reminderChannel.ts';

/** `PUT /v1/reminders`: the settings, in full. */
export const remindersToSet = z
  .strictObject({
    ...reminderRules,
    channels: listOf(reminderChannelToSet, { min: 0, max: 300 }),
  })
  .meta({ id: 'RemindersToSet' });
export type RemindersToSet = z.infer<typeof remindersToSet>;

export const remindersToSetExample: RemindersToSet = {
  enabled: true,
  soonWorkingDays: 1,
  overdue: 'daily',
  digestAbove: 5,
  channels: [
    {
      ...{ unit: null, form: 'dingtalk', keyword: '' },
      address: 'https://oapi.dingtalk.com/robot/send?access_token=…',
      secret: 'SEC…',
    },
  ],
};
