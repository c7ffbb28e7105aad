import type { uploadText } from './text.ts';

type Words = Pick<(typeof uploadText)['zh'], 'row' | 'gathered'>;

/** Letters of a 0-based column, as a spreadsheet shows them. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Where a report stands in its sheet. */
export const placeOf = ({ row }: { row: number | null }, text: Words): string =>
  row === null ? text.gathered : text.row(row + 1);
