import { Problem } from '../problems/problem.ts';

/**
 * Where somebody who follows a district's changes stands (B18.4). `2024._.153.153.20240410.r3b7`, and behind `~` where a
 * page ended in the midst.
 */
export interface ChangesCursor {
  list: string;
  /** `null`: the whole district. */
  unit: string | null;
  /** Up to this change it is known that nothing which was told has been deleted. */
  known: number;
  /** Up to this change all was told. */
  sequence: number;
  /** As of this day, `YYYY-MM-DD`, what passes by the calendar was told. */
  day: string;
  /** Versions of what stands in every answer and touches no obligation: roster, days of a blue light. */
  frame: string;
  /** Where a page ended: of what was written, within the change `sequence`; or of what the calendar brings up to a day. */
  within: { key: string; until: string | null } | null;
}

const packDay = (day: string): string => day.replaceAll('-', '');
const unpackDay = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

export function formatChangesCursor({
  list,
  unit,
  known,
  sequence,
  day,
  frame,
  within,
}: ChangesCursor): string {
  const stands = [list, unit ?? '_', known, sequence, packDay(day), frame].join('.');
  return within === null
    ? stands
    : `${stands}~${within.until === null ? '' : packDay(within.until)}~${within.key}`;
}

const shape =
  /^(\d{4})\.([a-z][a-z0-9]*|_)\.(\d{1,15})\.(\d{1,15})\.(\d{8})\.(r\d{1,9}b\d{1,4})(?:~(\d{8})?~([\w.-]{1,80}))?$/u;

/** @throws Problem `cursor-invalid` for a cursor that is malformed. */
export function readChangesCursor(cursor: string): ChangesCursor {
  const match = shape.exec(cursor);
  if (!match) throw new Problem('cursor-invalid', { cursor: cursor.slice(0, 64) });
  const [, list = '', unit = '', known, sequence, day = '', frame = '', until, key] = match;
  return {
    ...{ list, frame, unit: unit === '_' ? null : unit },
    ...{ known: Number(known), sequence: Number(sequence), day: unpackDay(day) },
    within: key === undefined ? null : { key, until: until === undefined ? null : unpackDay(until) },
  };
}
