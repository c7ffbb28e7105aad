import { checkCharacter } from './checkCharacter.ts';

/**
 * A row's key (S1): `list.arrangement.schedule.indicator.unit.period.check`, for example
 * `2024.1-6-3.1.done.xuejia.2024-Q3.k`. It names the row wherever the row stands in a sheet.
 */
export interface RowIdentity {
  /** The list's id: its year. */
  list: string;
  /** The arrangement's code. */
  arrangement: string;
  /** Number of the schedule among all that the arrangement ever had, from 1. */
  schedule: number;
  indicator: string;
  unit: string;
  period: string;
}

export type RowKeyFault = 'malformed' | 'broken-check';

const shape =
  /^(\d{4})\.(\d{1,2}-\d{1,2}-\d{1,2})\.([1-9]\d?)\.(done|i\d{1,2})\.([a-z][a-z0-9]{1,30})\.(\d{4}(?:-(?:H[12]|Q[1-4]|B[1-6]|W\d\d|\d\d))?)\.([0-9a-z*])$/;

export function formatRowKey(row: RowIdentity): string {
  const body = `${row.list}.${row.arrangement}.${row.schedule}.${row.indicator}.${row.unit}.${row.period}`;
  return `${body}.${checkCharacter(body)}`;
}

/** The identity that a key names, or what is wrong with the key. */
export function parseRowKey(key: string): RowIdentity | RowKeyFault {
  const match = shape.exec(key);
  if (!match) return 'malformed';
  const [, list, arrangement, schedule, indicator, unit, period, check] = match;
  if (checkCharacter(key.slice(0, -2)) !== check) return 'broken-check';
  return {
    list: list!,
    arrangement: arrangement!,
    schedule: Number(schedule),
    indicator: indicator!,
    unit: unit!,
    period: period!,
  };
}

/** The arrangement that a row's key names; of what is no key, whatever stands at its place. */
export const arrangementOfKey = (key: string): string => key.split('.', 2)[1] ?? '';

/** The list that the key of a row or of an obligation names. */
export const listOfKey = (key: string): string => key.slice(0, Math.max(0, key.indexOf('.')));

/** An obligation's key: a row's key without indicator and check character. */
export function obligationKey(row: Omit<RowIdentity, 'indicator'>): string {
  return `${row.list}.${row.arrangement}.${row.schedule}.${row.unit}.${row.period}`;
}
