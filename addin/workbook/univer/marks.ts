import type { ICellData } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Mark } from '../port.ts';
import { background } from './look.ts';
import type { MarkTag } from './messages.ts';
import type { ColumnTag } from './sheetData.ts';

/** A marked cell of our own ledger: its colour, and what it says. */
export function ourMark(tag: ColumnTag, mark: Mark, message: string | null = null): ICellData {
  return { s: background(tag, mark), custom: mark === 'none' ? null : { mark, message } };
}

/** The same in a sheet of the clerk's own: the colour that was there is remembered in the cell, and comes back; `null` changes nothing. */
export function herMark(
  sheet: FWorksheet,
  row: number,
  { at, tag }: { at: number; tag: ColumnTag },
  mark: Mark,
  message: string | null = null,
): ICellData | null {
  const worksheet = sheet.getSheet();
  const cell = worksheet.getCellRaw(row, at);
  const there = cell?.custom as Partial<MarkTag> | null | undefined;
  if (mark === 'none' && !there?.mark) return null;
  // What is written without its formula loses it.
  const formula = cell?.f ? { f: cell.f } : {};
  const was = there?.mark ? (there.was ?? null) : (worksheet.getComposedCellStyle(row, at).bg?.rgb ?? null);
  if (mark === 'none') return { ...formula, s: { bg: was === null ? null : { rgb: was } }, custom: null };
  if (mark === 'note') return { ...formula, custom: { mark, message, was } };
  return { ...formula, s: background({ id: tag.id, role: 'value' }, mark), custom: { mark, message, was } };
}
