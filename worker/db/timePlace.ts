import { Problem } from '../problems/problem.ts';

/** Where a page in order of time ended: milliseconds, and the number of what was made then in its table. */
export interface TimePlace {
  at: number;
  id: number;
}

/** @throws Problem `cursor-invalid`. */
export function timePlaceOf(cursor: string | undefined): TimePlace | null {
  if (cursor === undefined) return null;
  const match = /^(\d{1,15})~(\d{1,15})$/u.exec(cursor);
  if (!match) throw new Problem('cursor-invalid', { cursor: cursor.slice(0, 64) });
  return { at: Number(match[1]), id: Number(match[2]) };
}

export const timeCursorOf = (place: TimePlace | null): string | null => place && `${place.at}~${place.id}`;

/** The moment at which a day begins in Shanghai. */
export const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
