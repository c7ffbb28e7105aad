import type { Category } from '../../taskList/taskList.ts';
import { tidyBlanks, withoutBlanks } from '../text/characters.ts';
import { chineseNumber } from '../text/chineseNumber.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import { stripHtml } from '../text/html.ts';
import { toSimplified } from '../text/simplified.ts';
import type { CellPosition } from './cellPosition.ts';

const numeral =
  /^(?:[（(](?<bracketed>[一二三四五六七八九十]{1,3}|\d{1,2})[)）][、.．]?|(?<plain>[一二三四五六七八九十]{1,3}|\d{1,2})[、.．，][、.．]?|第(?<part>[一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章|板块)[、.．：:，]?)/u;

/** The categories met so far; those that differ only by script or blanks are one (I2, I4). */
export type Categories = {
  list: Category[];
  read(cell: string, position: CellPosition): Category;
  /** The one category of a list that has none. */
  only(name: string): Category;
};

export function collectCategories(report: Report): Categories {
  const list: Category[] = [];
  const byCell = new Map<string, Category>();
  const byName = new Map<string, Category[]>();
  const taken = new Set<number>();
  let greatest = 0;

  const keep = (category: Category): Category => {
    const bare = withoutBlanks(category.name);
    list.push(category);
    byName.set(bare, [...(byName.get(bare) ?? []), category]);
    taken.add(category.number);
    greatest = Math.max(greatest, category.number);
    return category;
  };
  const add = (cell: string, position: CellPosition): Category => {
    const text = tidyBlanks(toSimplified(stripHtml(cell).text));
    const match = numeral.exec(text);
    const printed =
      match === null
        ? null
        : chineseNumber(Object.values(match.groups ?? {}).find((number) => number !== undefined) ?? '');
    const name = text.slice(match?.[0].length ?? 0) || text;
    const alike = byName.get(withoutBlanks(name)) ?? [];
    const known = alike.find((one) => (printed ?? one.number) === one.number);
    if (known !== undefined) return known;
    const next = greatest + 1;
    const isFree = printed !== null && printed > 0 && !taken.has(printed);
    const category = { number: isFree ? printed : next, name };
    if (!isFree) {
      const code = printed === null ? 'category-unnumbered' : 'category-number-repeated';
      report(code, { text: name, detail: String(next), ...position });
    }
    return keep(category);
  };

  return {
    list,
    only: (name) => keep({ number: 1, name }),
    read(cell, position) {
      const key = withoutBlanks(cell);
      const category = byCell.get(key) ?? add(cell, position);
      byCell.set(key, category);
      return category;
    },
  };
}
