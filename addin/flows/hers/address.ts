/** The letters of a column, as a spreadsheet shows them. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A cell's address: D2. Places count from 0. */
export const addressOf = ({ row, column }: { row: number; column: number }): string =>
  `${lettersOf(column)}${row + 1}`;
