import { reminderStateNames } from '../reminders/stateNames.ts';
import type { ReminderLog } from '../wire/reminderLog.ts';
import { count, date, type Items, rowsOf, type Table, text, time } from './table.ts';

const columns = {
  day: { zh: '日期', en: 'Day' },
  unit: { zh: '单位', en: 'Unit' },
  state: { zh: '结果', en: 'Outcome' },
  attempts: { zh: '发送次数', en: 'Attempts' },
  digest: { zh: '合并发送', en: 'In one message' },
  answer: { zh: '机器人的回答', en: 'What the robot said' },
  text: { zh: '内容', en: 'Text' },
  at: { zh: '时间', en: 'When' },
} as const;

/** What was sent (B7.9), the newest day first: a row for each unit that was told, or for a day without a message. */
export function reminderLogTable(
  messages: Items<ReminderLog['messages'][number]>,
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  const yes = language === 'zh' ? '是' : 'yes';
  return {
    title: language === 'zh' ? '提醒发送记录' : 'Reminders sent',
    columns: [
      date(name('day')),
      text(name('unit'), 16),
      text(name('state'), 20),
      count(name('attempts')),
      text(name('digest'), 10),
      text(name('answer'), 30),
      text(name('text'), 60),
      time(name('at')),
    ],
    rows: rowsOf(messages, (message) => [
      message.day,
      message.unit?.name ?? null,
      reminderStateNames[message.state][language],
      message.unit && message.attempts,
      message.digest ? yes : null,
      message.answer,
      message.text,
      message.at,
    ]),
  };
}
