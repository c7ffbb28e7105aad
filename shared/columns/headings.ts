import { headRemark, headWords, longestHeading } from './headWords.ts';
import { rolesOf } from './roleNames.ts';
import { evidence, namesOf, unreadNames } from './roles.ts';

/** How surely a cell is a heading of a list's table, by its words alone: a name, or like one. */
export type HeadingLike = 'name' | 'like' | null;

const names: ReadonlySet<string> = new Set(rolesOf.list.flatMap((role) => namesOf(role, 'list')));
const longestName = 16;

/** Sentences, times and numbers are no headings. */
const noHeading = /[。；，！？\d]/u;
/** A role of units alone, beneath a heading of units: 牵头, 配合. */
const ofUnits = /^(?:牵头|责任|主责|主办|落实|实施|配合|协同|协办|协助|参与|参加)$/u;

/** Whether a cell may be the heading of a column. Cells that are longer than any name are told by their length alone. */
export function headingLike(cell: string): HeadingLike {
  if (cell.length > longestHeading) return null;
  const words = headWords(cell);
  if (words === '' || words.length > longestName) return null;
  if (names.has(words)) return 'name';
  if (noHeading.test(words)) return null;
  const isLike =
    ofUnits.test(words) ||
    unreadNames.list.test(words) ||
    rolesOf.list.some((role) => {
      const { ending, against } = evidence[role];
      return against?.test(words) !== true && ending?.test(words) === true;
    });
  return isLike ? 'like' : null;
}

/** Whether a short word names a part of the column that stands over it: 起 beneath 完成时限. */
export const isBeneath = (above: string, cell: string): boolean =>
  rolesOf.list.some(
    (role) => evidence[role].beneath?.test(`${headWords(above)}/${headWords(cell)}`) === true,
  );

/** A heading as headings are compared, its remark kept: 责任单位（配合） is another column than 责任单位. */
export function headingKey(cell: string): string {
  const remark = headRemark(cell);
  return headWords(cell) + (remark === '' ? '' : `（${remark}）`);
}

/** Headers that say the same have one shape: blanks, script, years and remarks on the year aside. */
export const shapeOf = (headings: readonly string[]): string =>
  headings.map(headingKey).join('|').replace(/\|+$/u, '');
