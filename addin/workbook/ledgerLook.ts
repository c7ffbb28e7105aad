import { fieldsWhere } from '../../shared/row/columns.ts';
import type { ColumnId, LedgerColumn, Mark } from './port.ts';

/** How the ledger looks in any spreadsheet. */

export const colours = {
  header: '#1f4e79',
  headerText: '#ffffff',
  identity: '#f2f4f6',
  identityText: '#5b6670',
  result: '#fbfcfd',
} as const;

/** Colours of marks. */
export const markColours: Record<Exclude<Mark, 'none' | 'note'>, string> = {
  error: '#fbd5d5',
  warning: '#fdeec2',
  changed: '#dcebfa',
  conflict: '#ead9f7',
  returned: '#fddcb8',
  red: '#ffd9d5',
  yellow: '#ffe38f',
  blue: '#cfe4fb',
};

/** Background of a cell under a mark; `null`: none. */
export function backgroundOf({ id, role }: Pick<LedgerColumn, 'id' | 'role'>, mark: Mark): string | null {
  if (mark !== 'none' && mark !== 'note') return markColours[mark];
  if (role === 'identity') return colours.identity;
  return id === 'result' ? colours.result : null;
}

/**
 * Everything but numbers is a text cell, so that what a clerk types stays as typed. 3.15, 3月15日 and 18 digits reach
 * the rules unspoilt: not as a decimal, a date of this year, a rounded number.
 */
const numeric = new Set<ColumnId>(['target', 'share', ...fieldsWhere(({ holds }) => holds === 'count')]);

export const isTextColumn = (id: ColumnId): boolean => !numeric.has(id);

/** Short values stand in the middle of their cells. */
const short = new Set<ColumnId>([
  'target',
  'share',
  'period',
  'due',
  ...fieldsWhere(({ short }) => short === true),
]);

export const isShort = (id: ColumnId): boolean => short.has(id);
