import { withoutBlanks } from '../import/text/characters.ts';
import { toSimplified } from '../import/text/simplified.ts';

const bracketed = /[（(【[]([^（()）【】[\]]*)[)）】\]]/gu;
const years = /^20\d{2}年?度?(?=\p{L})|20\d{2}年度?$/u;
/** 截至4月9日完成情况 */
const until = /^截[至止](?:目前|20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|底|份)?)?(?=\p{L}{2})/u;
/** A translation on a line of its own, or behind a stroke: 工作安排⏎Task. Within the words (完成 GDP) it is none. */
const translated =
  /(?<=\p{Script=Han}{2}\s*)(?:[\r\n]|\/)\s*[A-Z][a-z][A-Za-z .&'’-]*$|^[A-Z][a-z][A-Za-z .&'’-]*(?:[\r\n]|\/)\s*(?=\p{Script=Han}{2})/u;

/** No name of a column is longer. */
export const longestHeading = 30;

/** A heading as names are compared: Simplified, without blanks, remarks in brackets, translations, years and colons. */
export function headWords(cell: string): string {
  const words = withoutBlanks(toSimplified(cell.replace(translated, '')));
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

const month = '(?:1[0-2]|[1-9]|[一二三四五六七八九]|十[一二]?)月份?';
/** A heading that names a part of the year in which the cells beneath are to be done: 一季度工作安排, 上半年目标, 3月. */
export const headPeriod = new RegExp(
  `^(?:20\\d{2}年)?(?<period>第?[一二三四1-4]季度?|[上下]半年|${month}(?:[-—–~～至到]${month})?)(?:重点|主要|工作|任务|目标|计划|安排|内容|措施|要求|指标|进度|序时|形象|节点|打算)*$`,
  'u',
);

/** The part of the year that a heading names: 一季度 of 一季度工作安排; `null` where it names none. */
export const periodOfHeading = (cell: string): string | null =>
  headPeriod.exec(headWords(cell))?.groups?.['period'] ?? null;

/** Whether a heading is the name of a unit that a column of numbers or ticks is for: 甲镇, 乙街道, 某园区. */
export const isUnitInHead = (cell: string): boolean =>
  /^(?!各|所|本|责任|乡镇|镇街)\p{Script=Han}{1,12}(?:镇|乡|街道|园区|开发区|管委会|管理区|示范区|高新区|经开区|社区|村)$|^(?:开发|高新|经开)区$/u.test(
    withoutBlanks(toSimplified(cell)),
  );
