import { headingLike, isBeneath } from '../../columns/headings.ts';
import { withoutBlanks } from '../text/characters.ts';

/** The second row of a header; `isSure` unless it has words that name no column, so that a person is asked. */
export type SecondHeader = { cells: readonly string[]; isSure: boolean };

/** Words that may name part of a column: few, and no number among them. */
const fewWords = /^[^\p{P}\p{N}]{1,8}$/u;

const remark =
  /^[（(](?!续|接).{0,8}(?:牵头|责任|配合|单位|部门|时限|时间|起止|月|日|家|户|次|数量|要求).{0,6}[）)]$/u;

/** A row of one cell that goes on with the heading above it (责任单位 over （牵头）); other cells may say theirs again. */
function withRemark(above: readonly string[], cells: readonly string[], at: number): SecondHeader | null {
  const [heading, own] = [above[at] ?? '', withoutBlanks(cells[at] ?? '')];
  if (heading === '' || headingLike(heading) === null || !remark.test(own)) return null;
  return { cells: cells.map((cell, column) => (column === at ? heading + own : cell)), isSure: true };
}

/**
 * The second row of a header, under cells that stand over several columns (责任单位 over 牵头单位 and 配合单位, 完成时限 over 起 and
 * 止): nothing but headings, each under such a cell, beside cells that are said again; `null` where the row below is none.
 */
export function secondHeader(grid: readonly (readonly string[])[], row: number): SecondHeader | null {
  const above = (grid[row] ?? []).map(withoutBlanks);
  const cells = grid[row + 1] ?? [];
  const below = cells.map(withoutBlanks);
  const named = below.flatMap((cell, at) => (cell === '' || cell === above[at] ? [] : [at]));
  if (named.length === 1) return withRemark(above, cells, named[0] ?? 0);
  if (named.length < 2) return null;
  const over = (at: number): string => above.slice(0, at + 1).findLast((cell) => cell !== '') ?? '';
  const isUnder = (at: number): boolean => {
    const own = above[at] ?? '';
    if (own === '') return over(at) !== '';
    const [left, right] = [above[at - 1] ?? '', above[at + 1] ?? ''];
    return right === '' || right === own || left === own;
  };
  if (!named.every(isUnder)) return null;
  const isHeading = (at: number): boolean =>
    headingLike(below[at] ?? '') !== null || isBeneath(over(at), below[at] ?? '');
  if (named.every(isHeading)) return { cells, isSure: true };
  // Beneath columns that go on for both rows, a row with neither number nor task is no row of tasks.
  const goesOn = above.filter((cell, at) => cell !== '' && ['', cell].includes(below[at] ?? ''));
  const isFew = named.every((at) => fewWords.test(below[at] ?? ''));
  const isSplit = named.some((at) => (above[at] ?? '') === '' || above[at] === above[at + 1]);
  const isNone = goesOn.length < 3 || !isFew || !isSplit || new Set(named.map((at) => below[at])).size < 2;
  return isNone ? null : { cells, isSure: false };
}
