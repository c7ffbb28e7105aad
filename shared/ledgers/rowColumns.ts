import { withoutBlanks } from '../import/text/characters.ts';
import { readDate } from '../rules/read/readDate.ts';
import type { LedgerKnown } from './known.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import { cellNames, type SheetContext } from './sheetContext.ts';

/** Columns of a table that no role is for, and what cells of its rows say. */

/** The texts of a column that stand in several rows. */
export function repeatedIn(view: SheetView, column: number, lastRow: number): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (let row = lastRow + 1; row < view.height; row += 1) {
    const text = view.text(row, column);
    if (text !== '') (once.has(text) ? twice : once).add(text);
  }
  return twice;
}

/** Headings of the day on which a row was written down. */
const dayHeading =
  /^(?:日期|时间|(?:填[报写表]|更新|提交|调度|报送|上报|登记|记录|开展|工作|活动)(?:日期|时间))(?:（.*）|\(.*\))?$/u;

/** The column that says when each row was written down; -1: none. */
export function columnOfDays({ view, head, known }: SheetContext): number {
  return head.headings.findIndex((headings, column) => {
    if (!dayHeading.test(withoutBlanks(headings.at(-1) ?? ''))) return false;
    if (head.columns[column]!.role === 'completedOn') return false;
    for (let row = head.lastRow + 1; row < Math.min(view.height, head.lastRow + 20); row += 1) {
      const cell = view.own(row, column);
      if (cell !== null && (cell.day ?? readDate(cell.text, known.year).value ?? null) !== null) return true;
    }
    return false;
  });
}

/** The column that says in per cent how far each row is; -1: none. */
export function columnOfShares({ view, head }: SheetContext): number {
  return head.headings.findIndex((headings, column) => {
    if (!/(?:进度|完成率|完成比例|完成百分比)$/u.test(withoutBlanks(headings.at(-1) ?? ''))) return false;
    if (head.columns[column]!.role !== 'unread') return false;
    for (let row = head.lastRow + 1; row < Math.min(view.height, head.lastRow + 20); row += 1)
      if (shareOf(view.own(row, column)) !== null) return true;
    return false;
  });
}

/** A share as a cell of statuses: 70%, or 0.7 as a spreadsheet holds it. */
export function shareOf(cell: LedgerCell | null): LedgerCell | null {
  if (cell === null) return null;
  const held = typeof cell.value === 'number' && cell.value >= 0 && cell.value <= 1 ? cell.value * 100 : null;
  const text = held === null ? withoutBlanks(cell.text) : `${Math.floor(held)}%`;
  return /^\d{1,3}(?:\.\d+)?[%％]$/u.test(text) ? { ...cell, text, value: text } : null;
}

/** What a remark with a line for each unit says of this one; `null`: it has no such lines. */
export function partOf(note: string, known: LedgerKnown): string | null {
  const lines = note.split(/[\n；;]+/u).map((line) => {
    const [, name, text] = /^\s*([^：:，,。]{2,12})[：:]\s*(\S.*)$/su.exec(line) ?? [];
    return { text: text ?? '', ...cellNames(name ?? '', known) };
  });
  if (lines.filter(({ own, others }) => own || others.length > 0).length < 2) return null;
  return lines
    .filter(({ own, others }) => own && others.length === 0)
    .map(({ text }) => text)
    .join('\n');
}
