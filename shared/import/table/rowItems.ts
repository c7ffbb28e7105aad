import { trimBlanks } from '../text/characters.ts';
import { stripHtml } from '../text/html.ts';
import type { Item } from './items.ts';
import { splitItems, unnumbered } from './items.ts';
import type { Part } from './rows.ts';

/** An item, and the row that it begins in, as a position among the parts of its task. */
export type RowItem = Item & { part: number };

/**
 * The items of a task that stands in one row or several (I3, I2.4). A row without a number goes on with the item
 * above where that one is numbered or breaks off at a comma. It names neither a deadline nor other units then. Any
 * other row is an item of its own, as every measure is.
 */
export function splitParts(parts: readonly Part[]): RowItem[] {
  const starts: number[] = [];
  let cell = '';
  for (const { arrangements } of parts) {
    const text = trimBlanks(stripHtml(arrangements).text);
    if (cell !== '' && text !== '') cell += '\n';
    starts.push(cell.length);
    cell += text;
  }
  const items = splitItems(cell);
  parts.forEach(({ deadline, isMeasure, units }, part) => {
    const start = starts[part] ?? 0;
    const isEmpty = start === (starts[part + 1] ?? cell.length);
    const at = items.findLastIndex((item) => item.start <= start);
    const item = items[at];
    if (isEmpty || start === 0 || item === undefined || item.start === start || start < item.from) return;
    const breaksOff =
      item.number !== null || /[，、：（(,:]$/u.test(trimBlanks(cell.slice(item.from, start)));
    const above = parts[part - 1]?.units ?? [];
    const hasOwnUnits = units.some((cell, column) => cell !== '' && cell !== above[column]);
    if (breaksOff && deadline === '' && !hasOwnUnits && isMeasure !== true) return;
    items.splice(
      at,
      1,
      { ...item, to: start, text: trimBlanks(cell.slice(item.from, start)) },
      unnumbered(cell, start, item.to),
    );
  });
  return items.map((item) => {
    const part = starts.findLastIndex((start) => start <= item.start);
    return { ...item, part, number: item.number ?? parts[part]?.number ?? null };
  });
}
