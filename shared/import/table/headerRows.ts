import { headingLike } from '../../columns/headings.ts';
import { withoutBlanks } from '../text/characters.ts';

/**
 * The second row of a header, under cells that stand over several columns (责任单位 over 牵头单位 and 配合单位): nothing but headings,
 * each under such a cell; `null` where the row below is none.
 */
export function secondHeader(grid: readonly (readonly string[])[], row: number): readonly string[] | null {
  const above = (grid[row] ?? []).map(withoutBlanks);
  const below = (grid[row + 1] ?? []).map(withoutBlanks);
  const named = below.flatMap((cell, at) => (cell === '' ? [] : [at]));
  if (named.length < 2) return null;
  const isUnder = (at: number): boolean => {
    const own = above[at] ?? '';
    if (own === '') return above.slice(0, at).some((cell) => cell !== '');
    const [left, right] = [above[at - 1] ?? '', above[at + 1] ?? ''];
    return right === '' || right === own || left === own;
  };
  const isHeading = named.every((at) => isUnder(at) && headingLike(below[at] ?? '') !== null);
  return isHeading ? (grid[row + 1] ?? []) : null;
}
