import type { ICellData } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Mark } from '../port.ts';
import { background } from './look.ts';
import type { MarkTag } from './messages.ts';
import type { ColumnTag } from './sheetData.ts';

/** A marked cell of our own ledger: its colour, and what it says. */
export function ourMark(tag: ColumnTag, mark: Mark, message: string | null): ICellData {
  return { s: background(tag, mark), custom: mark === 'none' ? null : { mark, message } };
}

/** The same in a sheet of the clerk's own: the colour that was there is remembered in the cell, and comes back. */
export function herMark(
  sheet: FWorksheet,
  row: number,
  { at, tag }: { at: number; tag: ColumnTag },
  mark: Mark,
  message: string | null,
): ICellData {
  const worksheet = sheet.getSheet();
  const there = worksheet.getCellRaw(row, at)?.custom as Partial<MarkTag> | null | undefined;
  if (mark === 'none' && !there?.mark) return {};
  const was = there?.mark ? (there.was ?? null) : (worksheet.getComposedCellStyle(row, at).bg?.rgb ?? null);
  if (mark === 'none') return { s: { bg: was === null ? null : { rgb: was } }, custom: null };
  return { s: background({ id: tag.id, role: 'value' }, mark), custom: { mark, message, was } };
}
