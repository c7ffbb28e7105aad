import { Problem } from '../problems/problem.ts';

/**
 * Where a pull ended (S6): list, unit, number of the last change seen, and the day: rows that open by the
 * calendar alone come without any write. `2024.xuejia.153.20240410`.
 */
export interface Cursor {
  sequence: number;
  /** `YYYY-MM-DD`. */
  day: string;
}

export function formatCursor(listId: string, unitId: string, { sequence, day }: Cursor): string {
  return `${listId}.${unitId}.${sequence}.${day.replaceAll('-', '')}`;
}

/** @throws Problem `cursor-invalid` for a cursor that is malformed. */
export function readCursor(cursor: string): Cursor & { list: string; unit: string } {
  const match = /^(\d{4})\.([a-z][a-z0-9]*)\.(\d{1,15})\.(\d{4})(\d\d)(\d\d)$/u.exec(cursor);
  const [, list = '', unit = '', sequence, year, month, day] = match ?? [];
  if (!match) throw new Problem('cursor-invalid', { cursor: cursor.slice(0, 64) });
  return { list, unit, sequence: Number(sequence), day: `${year}-${month}-${day}` };
}

/** @throws Problem `cursor-invalid` for a cursor that is malformed or of another list or unit. */
export function parseCursor(cursor: string, listId: string, unitId: string): Cursor {
  const { list, unit, ...read } = readCursor(cursor);
  if (list !== listId || unit !== unitId)
    throw new Problem('cursor-invalid', { cursor: cursor.slice(0, 64) });
  return read;
}
