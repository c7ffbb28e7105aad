import { withoutBlanks } from '../import/text/characters.ts';
import { toSimplified } from '../import/text/simplified.ts';

const bracketed = /[（(【[]([^（()）【】[\]]*)[)）】\]]/gu;
const years = /^20\d{2}年?度?(?=\p{L})|20\d{2}年度?$/u;
/** 截至4月9日完成情况 */
const until = /^截[至止](?:目前|20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|底|份)?)?(?=\p{L}{2})/u;

/** No name of a column is longer. */
export const longestHeading = 30;

/** A heading as names are compared: Simplified, without blanks, remarks in brackets, years and colons. */
export function headWords(cell: string): string {
  const words = withoutBlanks(toSimplified(cell));
  const bare = words
    .replace(bracketed, '')
    .replace(until, '')
    .replace(years, '')
    .replace(/[：:]$/u, '');
  return bare === '' ? words : bare;
}

/** What stands in brackets within a heading: 责任单位（配合）. */
export function headRemark(cell: string): string {
  return [...withoutBlanks(toSimplified(cell)).matchAll(bracketed)].map(([, words]) => words).join();
}
