import { letters } from '../table.ts';

/** `C7` of a 0-based place. */
export const addressOf = (row: number, column: number): string => `${letters(column)}${row + 1}`;

/** A place as a link leads there: `'一季度'!C7`. */
export const locationOf = (sheet: string, row: number, column: number): string =>
  `'${sheet.replaceAll("'", "''")}'!${addressOf(row, column)}`;
