import type { DeadlineRule } from './deadlineRule.ts';
import { eg, timing, words } from './deadlineRule.ts';
import { readOccasion } from './timeWordRules.ts';

const trades = '销售|经营|营业|生产|施工|消费|旅游|用电|用气|用能|用工|运输|采摘';
const season = `(?:(?:${trades})?[旺淡]季|(?:夏季|冬季)?(?:高温汛期|高温季节|高温天气|低温季节|寒冷季节)|夏季高温|冬季寒冷|冬季低温|[春夏秋冬]{1,2}季节?|主?汛期|防汛期|雨季|梅雨季节?|台风季节?|采暖期|供暖期|采暖季|供暖季|枯水期|丰水期|农忙季节?|寒暑假|寒假|暑假|暑期)`;

/** Seasons printed together (春季、秋季) are one named season. */
export const seasons = `${season}(?:[、和及]${season}){0,4}`;
/** A season as the qualifier of a cadence that follows it: 旺季每月, 汛期，每周. */
export const seasonBefore = `(?:(?<season>${seasons})(?:期间|时期|时|内|里)?，?)?`;

const key = '(?:重点|敏感|特殊|关键|重要)';
/** What may follow a season that says when something is done. */
const follows = '(?=期间|时期|内|时|里|，|对|向|由|组织|开展|加强|强化)';

/**
 * Seasons without a cadence. A season says when the work is done where it stands adverbially (在旺季对…, 汛期，加强…): a window whose
 * months a person has to name. As an example of a 时段 (高温、严寒等重点时段) it is a time word. As the object or attribute of a
 * noun (研判旺季的风险) it says nothing about when.
 */
export const seasonRules: readonly DeadlineRule[] = [
  {
    ...eg('汛期等重点时段', 'only speaks of time', '汛期开展'),
    pattern: new RegExp(
      `${season}(?=(?:[、和及]${season}){0,6}(?:等${key}{0,3}|${key}{1,3})(?:时段|时期|时节|节点)(?!性))`,
      'gu',
    ),
    read: () => words,
  },
  {
    ...eg('汛期前检查', 'left to a person', '汛期前后'),
    pattern: new RegExp(`${season}(?:来临|到来)?(?:之|以)?前(?!后)`, 'gu'),
    read: readOccasion,
  },
  {
    ...eg('汛期，加强巡查', 'window in 汛期', '研判汛期的风险'),
    pattern: new RegExp(`(?<=^|[，。；：在于])(?<season>${seasons})${follows}`, 'gu'),
    read: ({ groups }) => timing({ kind: 'window', season: (groups['season'] ?? '').slice(0, 40) }),
  },
];
