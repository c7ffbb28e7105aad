import { withoutBlanks } from '../import/text/characters.ts';
import { toSimplified } from '../import/text/simplified.ts';
import { holdsValues } from './labels.ts';
import type { LedgerKnown } from './known.ts';
import { yearsIn } from './periodWords.ts';
import { anyWhom, cellNames } from './sheetContext.ts';

/** Words for an earlier year without its number. */
const earlier = /去年|上一?年度?|往年|历年|同期/u;
/** A plan beside what was done. */
const plan = /^(?:计划|目标|应完成|预计|拟|任务)(?:完成)?(?:数量?|家数|值|进度|情况|量)?$/u;

/** Whether words are of another year, and not of the list's too. */
export function isOtherYear(text: string, known: LedgerKnown): boolean {
  const years = yearsIn(text);
  return years.length > 0 ? !years.includes(known.year) : earlier.test(text);
}

/** Whether a text of its own says that what stands beside it is planned. */
export const saysPlan = (text: string): boolean => plan.test(withoutBlanks(toSimplified(text)));

/** 全区完成数: what all units have done together. */
const ofAll = /^全[区市县省](?:$|任务|目标|应?完成|合计|总|累计|已|情况|进展|数)/u;

/** Whether a column is of another year, another unit or all of them together, by all headings that stand over it: nothing is ever read of it. */
export function isForeignColumn(headings: readonly string[], known: LedgerKnown): boolean {
  const words = headings.join(' ');
  if (words === '') return false;
  if (isOtherYear(words, known) || headings.some((each) => ofAll.test(withoutBlanks(each)))) return true;
  const whom = anyWhom(headings.map((each) => cellNames(each, known)));
  return whom.others.length > 0 && !whom.own;
}

/**
 * Columns of values under none of this unit’s headings, where headings name it and others: 合计, 区级. They are of others or of all.
 */
export function columnsBesideOwn(
  headings: readonly (readonly string[])[],
  known: LedgerKnown,
): ReadonlySet<number> {
  const whom = headings.map((each) => anyWhom(each.map((text) => cellNames(text, known))));
  const isOfSeveral =
    whom.some(({ own }) => own) && whom.some(({ own, others }) => !own && others.length > 0);
  if (!isOfSeveral) return new Set();
  return new Set(
    headings.flatMap((each, column) =>
      !whom[column]!.own && holdsValues(each.at(-1) ?? '') ? [column] : [],
    ),
  );
}

const until = /截[至止](?:目前|到)?(?:20\d{2}年)?(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]|底|末)?/u;

/** Columns that say how things stood at an earlier day than another of the same name (截至3月底完成情况, 截至4月10日完成情况). */
export function staleColumns(headings: readonly (readonly string[])[]): ReadonlySet<number> {
  const found = headings.flatMap((each, column) => {
    const text = withoutBlanks(toSimplified(each.join('')));
    const match = until.exec(text);
    if (!match) return [];
    const day = Number(match[1]) * 100 + Number(match[2] ?? 99);
    return [{ column, day, name: text.replace(until, '') }];
  });
  return new Set([
    ...earlierBeside(headings),
    ...headings.flatMap((each, column) => (planned.test(withoutBlanks(each.at(-1) ?? '')) ? [column] : [])),
    ...found
      .filter(({ name, day }) => found.some((other) => other.name === name && other.day > day))
      .map(({ column }) => column),
  ]);
}

/** When something is planned for says nothing of when it was done. */
const planned = /^(?:计划|预计|拟定?|应)(?:周次?|月份?|期次?|季度|报告期)$/u;
const before = /^(?:上(?:一个?)?(?:周|月|旬|季度?|期|次|阶段)|前期|此前|原(?![因则料定有]))/u;
const now =
  /^(?:本(?:周|月|旬|季度?|期|次|阶段)|目前|当前|最新|累计|至今|现(?![有场行]))(?!.*(?:计划|打算|安排))/u;
const within = /^(?:本(?:周|月|旬|季度?|期)|当[周月期]|新增)(?!.*(?:计划|打算|安排|状态|情况|进展))/u;
const soFar = /^(?:累计|至今|总计完成|截[至止]目前)/u;

/** Whether a heading is of the time before: 上周完成情况. */
export const isOfBefore = (heading: string): boolean => before.test(withoutBlanks(toSimplified(heading)));

/** Columns of the time before beside such of now (上月状态, 本月状态), and of what is new beside what is done so far. */
function earlierBeside(headings: readonly (readonly string[])[]): number[] {
  const lowest = headings.map((each) => withoutBlanks(toSimplified(each.at(-1) ?? '')));
  const isNow = lowest.some((text) => now.test(text));
  const groupOf = (column: number): string => headings[column]!.slice(0, -1).join(' ');
  return lowest.flatMap((text, column) => {
    const isBefore = isNow && before.test(text);
    const isNew =
      within.test(text) &&
      lowest.some((other, at) => at !== column && soFar.test(other) && groupOf(at) === groupOf(column));
    return isBefore || isNew ? [column] : [];
  });
}
