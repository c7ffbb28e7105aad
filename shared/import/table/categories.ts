import type { Category } from '../../taskList/taskList.ts';
import { tidyBlanks, withoutBlanks } from '../text/characters.ts';
import { chineseNumber } from '../text/chineseNumber.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import { stripHtml } from '../text/html.ts';
import { toSimplified } from '../text/simplified.ts';

const numeral =
  /^(?:[（(](?<bracketed>[一二三四五六七八九十]{1,3}|\d{1,2})[)）][、.．]?|(?<plain>[一二三四五六七八九十]{1,3}|\d{1,2})[、.．，][、.．]?|第(?<part>[一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章|板块)[、.．：:，]?)/u;

/** The categories met so far; those that differ only by script or blanks are one (I2, I4). */
export type Categories = {
  list: Category[];
  read(cell: string, place: { row: number; column: number }): Category;
  /** The one category of a list that has none. */
  only(name: string): Category;
};

export function collectCategories(report: Report): Categories {
  const list: Category[] = [];
  const byCell = new Map<string, Category>();

  const add = (cell: string, place: { row: number; column: number }): Category => {
    const text = tidyBlanks(toSimplified(stripHtml(cell).text));
    const match = numeral.exec(text);
    const printed =
      match === null
        ? null
        : chineseNumber(Object.values(match.groups ?? {}).find((number) => number !== undefined) ?? '');
    const name = text.slice(match?.[0].length ?? 0) || text;
    const known = list.find(
      (one) => withoutBlanks(one.name) === withoutBlanks(name) && (printed ?? one.number) === one.number,
    );
    if (known !== undefined) return known;
    const next = Math.max(0, ...list.map((one) => one.number)) + 1;
    const isFree = printed !== null && printed > 0 && list.every((one) => one.number !== printed);
    const category = { number: isFree ? printed : next, name };
    if (!isFree) {
      const code = printed === null ? 'category-unnumbered' : 'category-number-repeated';
      report(code, { text: name, detail: String(next), ...place });
    }
    list.push(category);
    return category;
  };

  return {
    list,
    only(name) {
      const category = { number: 1, name };
      list.push(category);
      return category;
    },
    read(cell, place) {
      const key = withoutBlanks(cell);
      const category = byCell.get(key) ?? add(cell, place);
      byCell.set(key, category);
      return category;
    },
  };
}
