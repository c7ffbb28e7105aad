import type { ReminderForm } from '../wire/parts/reminderChannel.ts';
import { bytesOf } from './fitBytes.ts';

/** WeCom takes so many bytes as text, which WeChat shows too; a longer one goes as markdown, of 4,096. */
export const mostTextBytes = 2048;

/** What a robot is sent, in its own form. A robot that asks for a keyword gets it, where the text does not hold it. */
export function robotBody(
  form: ReminderForm,
  text: string,
  { keyword, day, units }: { keyword: string; day: string; units: readonly { id: string; name: string }[] },
): unknown {
  const content = keyword === '' || text.includes(keyword) ? text : `${keyword}\n${text}`;
  switch (form) {
    case 'wecom':
      return bytesOf(content) <= mostTextBytes
        ? { msgtype: 'text', text: { content } }
        : { msgtype: 'markdown', markdown: { content } };
    case 'dingtalk':
      return { msgtype: 'text', text: { content } };
    case 'json':
      return { kind: 'reminder', day, units, text: content };
  }
}
