/** A rectangle of cells, counted from 0. Whole rows and columns run to the sheet's end. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Excel's own size of a sheet. https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `A1`, `A1:B2`, `5:7` or `A:C`, with or without a sheet's name before it; `null` for anything else. */
export function parseArea(address: string): Area | null {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const cells = /^([A-Za-z]{1,3})(\d+)(?::([A-Za-z]{1,3})(\d+))?$/.exec(local);
  if (cells) {
    const [, left, top, right = left, bottom = top] = cells as unknown as string[];
    const [row, column] = [Number(top) - 1, columnNumber(left!)];
    return {
      row,
      column,
      rows: Number(bottom) - row,
      columns: columnNumber(right!) - column + 1,
    };
  }
  const rows = /^(\d+):(\d+)$/.exec(local);
  if (rows) {
    const row = Number(rows[1]) - 1;
    return { row, column: 0, rows: Number(rows[2]) - row, columns: sheetColumns };
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(local);
  if (!columns) return null;
  const column = columnNumber(columns[1]!);
  return { row: 0, column, rows: sheetRows, columns: columnNumber(columns[2]!) - column + 1 };
}

/** As Excel spells it: `B2` for one cell, `5:7` for whole rows, `A:C` for whole columns. */
export function formatArea({ row, column, rows, columns }: Area): string {
  if (columns === sheetColumns) return `${row + 1}:${row + rows}`;
  if (rows === sheetRows) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  const first = `${columnLetters(column)}${row + 1}`;
  const last = `${columnLetters(column + columns - 1)}${row + rows}`;
  return first === last ? first : `${first}:${last}`;
}

export const isSheetName = (name: string): boolean =>
  name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name) && !/^'|'$/.test(name);

/** The part of `area` that `other` covers too, or `null`. */
export function intersect(area: Area, other: Area): Area | null {
  const row = Math.max(area.row, other.row);
  const column = Math.max(area.column, other.column);
  const rows = Math.min(area.row + area.rows, other.row + other.rows) - row;
  const columns = Math.min(area.column + area.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}
