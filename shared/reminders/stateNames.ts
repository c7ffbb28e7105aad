import type { ReminderState } from '../wire/reminderLog.ts';

/** What became of a message, or why none was sent on a day. */
export const reminderStateNames: Record<ReminderState, { zh: string; en: string }> = {
  sending: { zh: '发送中', en: 'Being sent' },
  sent: { zh: '已送达', en: 'Sent' },
  refused: { zh: '被拒绝', en: 'Refused' },
  unknown: { zh: '不确定', en: 'Not known' },
  nothing: { zh: '没有到期的，未发送', en: 'Nothing due, nothing sent' },
  dayOff: { zh: '休息日，未发送', en: 'Day off, nothing sent' },
};
