import type { Context, DeadlineRule, Outcome } from './deadlineRule.ts';
import { eg, isAdverbial, unreadDeadline, words } from './deadlineRule.ts';
import { quotedFeast } from '../text/mask.ts';

/** What it reads only speaks of time. */
const timeWord = (pattern: RegExp, text: string, counterExample: string): DeadlineRule => ({
  ...eg(text, 'only speaks of time', counterExample),
  pattern,
  read: () => words,
});

const feast = `(?:(?:春节|元旦|清明|五一|端午|国庆|中秋|元宵|两节|双节|两会|节日|假期)节?|${quotedFeast})`;
const feastsBefore = new RegExp(`(?:${feast}(?:(?:之|以)?前)?[、和及与]?)+$`, 'u');

/** 春节前 and its like at the head of a clause say when, and are told beside another date, unless a date in brackets explains them. */
export function readOccasion(at: Context): Outcome {
  const { text, start, end } = at;
  const joined = feastsBefore.exec(text.slice(Math.max(0, start - 24), start))?.[0].length ?? 0;
  const isExplained = /^，?（[^）]*[\uE001\d]/u.test(text.slice(end, end + 16));
  return !isExplained && isAdverbial({ ...at, start: start - joined }) ? unreadDeadline : words;
}

/** Words that speak of time without giving a date or a rhythm (I6). They are kept for a person to decide, never turned into one. */
export const timeWordRules: readonly DeadlineRule[] = [
  timeWord(
    /(?:按照|按|根据|依照|依据)[^，。；、！？]{0,24}?统一(?:部署|安排|要求)/gu,
    '按照上级统一部署',
    '按照部署',
  ),
  timeWord(
    /(?:按照|按|根据|依照|依据)(?:上级|国家|部|省|市|区|县|厅|局){1,4}[^，。；、！？]{0,8}?(?:部署|安排)/gu,
    '按市局部署',
    '按照企业部署',
  ),
  timeWord(/在?规定的?(?:时间|时限|期限)(?:要求)?(?:之|以)?内?/gu, '在规定时间内', '规定动作'),
  timeWord(
    /(?:重点|敏感|特殊|关键|重要){1,3}(?:时段|时期|时节|时间节点|节点)(?!性)/gu,
    '重点时段',
    '重点时段性工作',
  ),
  {
    ...eg('春节前检查', 'left to a person', '春节活动'),
    pattern: new RegExp(`${feast}(?:假期|小长假)?(?:前后|期间|(?:之|以)?[前后])`, 'gu'),
    read: readOccasion,
  },
  timeWord(/(?:节假日|重大活动|重大节日|重要会议)(?:前后|期间)?/gu, '节假日期间', '节日活动'),
  timeWord(
    /适时|择机|不定期|定期|随时|按时|按期|如期|及时|立即|尽快|尽早|近期|岁末年初|常年|全年/gu,
    '适时开展',
    '定位管理',
  ),
  timeWord(/长期(?:坚持|推进|开展|抓好)|即时(?!通[讯信]|消息)/gu, '长期坚持', '长期合同'),
  timeWord(/常态化(?!机制)/gu, '常态化开展', '常态化机制'),
  // 安全生产月期间, 入汛前, 节前, at the head of a clause as feasts are.
  {
    ...eg('安全生产月期间开展', 'left to a person', '施工期间'),
    pattern:
      /(?<=^|[，。；：！在于])(?:[^，。；：！、的\uE001]{0,10}(?:[月周日节会季汛考种假\uE000]|活动|高温|台风|寒潮)期间|(?:入汛|开学|节|年)[前后](?![期来置沿提瞻\d]))/gu,
    read: readOccasion,
  },
];
