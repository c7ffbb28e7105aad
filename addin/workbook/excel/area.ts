/** A rectangle of cells, counted from 0. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Whole columns of Excel's largest sheet. */
const lastColumn = 16_383;

export function letters(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

export function addressOf({ row, column, rows, columns }: Area): string {
  const first = `${letters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${letters(column + columns - 1)}${row + rows}`;
}

function numberOf(text: string): number {
  let number = 0;
  for (const letter of text.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** The areas that an event names; `null` where one is no rectangle of cells or whole rows. */
export function areasOf(address: string): Area[] | null {
  const areas: Area[] = [];
  for (const part of address.split(',')) {
    const local = part
      .slice(part.lastIndexOf('!') + 1)
      .replaceAll('$', '')
      .trim();
    const cells = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(local);
    const rows = /^(\d+):(\d+)$/.exec(local);
    if (cells) {
      const [left, row] = [numberOf(cells[1]!), Number(cells[2]) - 1];
      const right = cells[3] === undefined ? left : numberOf(cells[3]);
      const bottom = cells[4] === undefined ? row : Number(cells[4]) - 1;
      areas.push({ row, column: left, rows: bottom - row + 1, columns: right - left + 1 });
    } else if (rows) {
      const row = Number(rows[1]) - 1;
      areas.push({ row, column: 0, rows: Number(rows[2]) - row, columns: lastColumn + 1 });
    } else return null;
  }
  return areas;
}

/** Cells of one column as areas of neighbouring rows. */
export function runs(column: number, rows: Iterable<number>): Area[] {
  const areas: Area[] = [];
  for (const row of [...new Set(rows)].toSorted((a, b) => a - b)) {
    const last = areas.at(-1);
    if (last && last.row + last.rows === row) last.rows += 1;
    else areas.push({ row, column, rows: 1, columns: 1 });
  }
  return areas;
}

/** Excel reads at most 8,192 characters as one reference. */
const longestReference = 8000;

/** Many areas, in as few references as they go into. */
export function references(areas: Area[]): { addresses: string; areas: Area[] }[] {
  const packed: { addresses: string; areas: Area[] }[] = [];
  for (const area of areas) {
    const address = addressOf(area);
    const last = packed.at(-1);
    if (last && last.addresses.length + address.length < longestReference) {
      last.addresses += `,${address}`;
      last.areas.push(area);
    } else packed.push({ addresses: address, areas: [area] });
  }
  return packed;
}
