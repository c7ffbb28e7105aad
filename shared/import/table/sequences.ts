import { foldDigits, withoutBlanks } from '../text/characters.ts';
import { chineseNumber, numberRange } from '../text/chineseNumber.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import type { CellPosition } from './cellPosition.ts';

/**
 * Gives tasks their sequence numbers: as printed where that can be read and is free in its category; otherwise the next one, and
 * says so; `null` where the table has no column of numbers. Numbering may start anew in each category or run on through the list,
 * measures counted too (`lastMeasure`).
 */
export function numberTasks(
  report: Report,
): (
  category: number,
  printed: string | null,
  name: string,
  cell: CellPosition,
  lastMeasure: number,
) => number {
  const used = new Map<number, { taken: Set<number>; greatest: number }>();
  let latest = 0;
  return (category, printed, name, cell, lastMeasure) => {
    const { taken, greatest } = used.get(category) ?? { taken: new Set<number>(), greatest: 0 };
    const read = printed === null ? null : readSequence(printed);
    const isReadable = read !== null && read >= 1 && read <= 99;
    const next = greatest + 1;
    const sequence = isReadable && !taken.has(read) ? read : next;
    const at = `${category}-${sequence}`;
    if (printed !== null && !isReadable)
      report('sequence-missing', { at, text: name, detail: printed, ...cell });
    else if (isReadable && taken.has(read))
      report('sequence-repeated', { at, text: name, detail: String(read), ...cell });
    else if (isReadable && read > next && read !== latest + 1) {
      report('sequence-skipped', { at, detail: numberRange(next, read - 1), ...cell });
    }
    taken.add(sequence);
    used.set(category, { taken, greatest: Math.max(greatest, sequence) });
    latest = Math.max(sequence, lastMeasure);
    return sequence;
  };
}

export function readSequence(printed: string): number | null {
  return chineseNumber(withoutBlanks(foldDigits(printed)).replace(/^[（(]|[)）、.．]$|\.0$/gu, ''));
}
