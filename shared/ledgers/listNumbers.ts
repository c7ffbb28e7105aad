import { withoutBlanks } from '../import/text/characters.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import type { SheetContext } from './sheetContext.ts';

/** 一, 2, （3）, 1-2, 一-2-（1）, 1.6.2: a number of the list, or a part of one. */
const part =
  /^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?(?:[-—–.．、][（(]?[一二三四五六七八九十\d]{1,3}[)）]?){0,2}[、.．]?$/u;
const marks = /[（()）]|[、.．]$/gu;
const between = /[-—–.．、]/u;
/** A category, a task and an item. */
const parts = 3;
const searchedRows = 200;
const unnumbered: ReadonlySet<string> = new Set([
  ...([
    'status',
    'count',
    'completedOn',
    'note',
    'problems',
    'contact',
    'evidence',
    'period',
    'ownTarget',
  ] as const),
]);

/** What a cell says as a number; 1-3-1 that a spreadsheet took for a day is put back. */
function partsOf(cell: LedgerCell | null): string[] {
  if (cell === null) return [];
  if (cell.day !== undefined) {
    const [year = '', month = '', date = ''] = cell.day.split('-');
    return /^200[1-9]$/u.test(year) ? [year, month, date].map((each) => String(Number(each) % 100)) : [];
  }
  const text = withoutBlanks(cell.text);
  return part.test(text) ? text.replace(marks, '').split(between) : [];
}

/**
 * The numbers of the list by which a table names its arrangements, where no column has their words: in one column (1-3-1), or in
 * columns for category, task and item, each said once for the rows below. Printed numbers repeat: they only lead to questions.
 */
export class ListNumbers {
  private readonly columns: readonly number[];
  private readonly byRow = new Map<number, string>();

  constructor({ view, head, matcher }: SheetContext) {
    const found = head.columns
      .filter(({ role, column }) => !unnumbered.has(role) && isNumbers(view, column, head.lastRow))
      .map(({ column }) => column);
    this.columns =
      [found, ...found.map((column) => [column])].find((columns) => {
        const read = readColumns(view, columns, head.lastRow);
        const known = [...read.values()].filter((number) => matcher.numbered(number).length > 0);
        return known.length > 0 && known.length * 2 >= read.size;
      }) ?? [];
    if (this.columns.length > 0) this.byRow = readColumns(view, this.columns, head.lastRow);
  }

  /** Whether the table has such numbers. */
  get areThere(): boolean {
    return this.columns.length > 0;
  }

  /** The number of a row; empty: it has none. */
  at(row: number): string {
    return this.byRow.get(row) ?? '';
  }
}

function isNumbers(view: SheetView, column: number, lastRow: number): boolean {
  let filled = 0;
  let numbers = 0;
  for (let row = lastRow + 1; row < Math.min(view.height, lastRow + searchedRows); row += 1) {
    const cell = view.own(row, column);
    if (cell === null) continue;
    filled += 1;
    if (partsOf(cell).length > 0) numbers += 1;
  }
  return numbers > 0 && numbers * 5 >= filled * 4;
}

function readColumns(view: SheetView, columns: readonly number[], lastRow: number): Map<number, string> {
  const read = new Map<number, string>();
  const last = new Map<number, string[]>();
  for (let row = lastRow + 1; row < view.height; row += 1) {
    const own = partsOf(view.own(row, columns.at(-1)!));
    if (own.length === 0) continue;
    const all = columns.flatMap((column) => {
      const here = partsOf(view.shown(row, column));
      if (here.length > 0) last.set(column, here);
      return last.get(column) ?? [];
    });
    if (all.length === parts) read.set(row, all.join('-'));
  }
  return read;
}
