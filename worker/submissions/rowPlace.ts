import { Problem } from '../problems/problem.ts';

/** Where a page of rows ended: by due date (`9999`: undated), key of the obligation, number of the indicator. */
export interface RowPlace {
  due: string;
  key: string;
  row: number;
}

/** @throws Problem `cursor-invalid`. */
export function rowPlaceOf(cursor: string | undefined): RowPlace | null {
  if (cursor === undefined) return null;
  const match = /^(\d{4}(?:-\d\d-\d\d)?)~([\w.-]+)~(\d{1,3})$/u.exec(cursor);
  if (!match) throw new Problem('cursor-invalid', { cursor: cursor.slice(0, 64) });
  return { due: match[1] ?? '', key: match[2] ?? '', row: Number(match[3]) };
}

export const rowCursorOf = (place: { due: string; key: string; row?: number } | null): string | null =>
  place && `${place.due}~${place.key}~${place.row ?? 0}`;
