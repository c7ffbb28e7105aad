import type { Report } from './diagnostics/catalogue.ts';
import { longestCell, longestText, longestUnits, mostItems, over } from './limits.ts';
import { firstOf, type Column } from './table/header.ts';
import type { RowItem } from './table/rowItems.ts';
import type { TaskRow } from './table/rows.ts';
import { unitColumns } from './table/rows.ts';
import { headOf, trimBlanks } from './text/characters.ts';
import { stripHtml } from './text/html.ts';

/** Whether anything of a task is too long to be read (I2.6); each such text is told at its cell. No word of it is read before. */
export function isTooLong(
  { row, columns, cells, parts }: TaskRow,
  split: readonly RowItem[],
  code: string,
  report: Report,
): boolean {
  const items = split.filter(({ text }) => text !== '');
  const printed = (cell: string) => trimBlanks(stripHtml(cell).text);
  const units = unitColumns.map((column) => printed(cells[column])).filter((names) => names !== '');
  const texts: { text: string; most: number; column: Column; at?: string; part?: number }[] = [
    { text: printed(cells.goal), most: longestText, column: 'goal' },
    { text: units.join('，'), most: longestUnits, column: 'units' },
    ...parts.map(({ deadline }, part) => {
      return { text: deadline, most: longestCell, column: 'deadline' as const, part };
    }),
    ...items.map(({ text, part }, index) => {
      return { text, most: longestText, column: 'arrangements' as const, at: `${code}-${index + 1}`, part };
    }),
  ];
  const long = texts.filter(({ text, most }) => text.length > most);
  for (const { text, most, column, at = code, part = 0 } of long) {
    const cell = { row: parts[part]?.row ?? row, column: firstOf(columns, column) ?? 0 };
    report('text-too-long', { at, text: headOf(text), detail: over(text.length, most), ...cell });
  }
  const isOver = items.length > mostItems;
  if (isOver) {
    const cell = { row, column: firstOf(columns, 'arrangements') ?? 0 };
    report('too-many-items', { at: code, detail: over(items.length, mostItems), ...cell });
  }
  return isOver || long.length > 0;
}
