import type { uploadText } from './text.ts';

type Words = Pick<(typeof uploadText)['zh'], 'row' | 'gathered' | 'ofSheet'>;

/** Letters of a 0-based column, as a spreadsheet shows them. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Where a report stands in its sheet. */
export const placeOf = ({ row }: { row: number | null }, text: Words): string =>
  row === null ? text.gathered : text.row(row + 1);

/** A place of a sheet, with the sheet's name where several are read. */
export const whereIn = (
  { sheets }: { sheets: readonly { isRead: boolean }[] },
  sheet: string,
  place: string,
  text: Words,
): string => (sheets.filter(({ isRead }) => isRead).length > 1 ? text.ofSheet(sheet, place) : place);
