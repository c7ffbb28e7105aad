import { parseRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { LedgerSheet, RowKeyAt } from '../../../shared/ledgers/ledgerFile.ts';

/** What our hidden column of row keys is headed. */
export const keyHeading = '行标识';
/** What the column of versions is headed, in ledgers that we have laid out. */
const baseHeading = '基准版本';

/** Whether a cell holds row keys: one, or several where a row stands for several reports. */
export const isKeys = (text: string): boolean =>
  text !== '' && text.split(/\s+/u).every((key) => typeof parseRowKey(key) === 'object');

/** The column of a sheet that holds our row keys (0-based); -1 where there is none. Other columns never hold such texts. */
export function keyColumnOf({ rows }: Pick<LedgerSheet, 'rows'>): number {
  const counts = new Map<number, number>();
  for (const cells of rows) {
    for (let column = cells.length - 1; column >= 0; column -= 1) {
      const cell = cells[column];
      if (
        cell &&
        typeof cell.value === 'string' &&
        /^\d{4}\.\d/u.test(cell.value) &&
        isKeys(cell.value.trim())
      )
        counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (most !== undefined) return most[0];
  return -1;
}

/** Where a ledger that we have laid out keeps the versions of its rows; -1: it is none. */
function baseColumnOf({ rows }: Pick<LedgerSheet, 'rows'>, keyColumn: number): number {
  const head = rows.find((cells) => cells[keyColumn]?.value === keyHeading) ?? [];
  return head.findIndex((cell) => cell?.value === baseHeading);
}

/** Takes our keys, and the bases beside them, out of a sheet's cells, and gives them beside the rows. */
export function takeKeys(sheet: LedgerSheet): LedgerSheet {
  const column = keyColumnOf(sheet);
  if (column < 0) return sheet;
  const baseColumn = baseColumnOf(sheet, column);
  const keys: RowKeyAt[] = [];
  const rows = sheet.rows.map((cells, row) => {
    const cell = cells[column];
    if (!cell) return cells;
    const text = String(cell.value).trim();
    const base = cells[baseColumn]?.value;
    const known = baseColumn < 0 ? {} : { base: typeof base === 'number' ? base : null };
    if (isKeys(text)) keys.push(...text.split(/\s+/u).map((key) => ({ row, key, ...known })));
    else if (text !== keyHeading) return cells;
    const left = [...cells];
    left[column] = null;
    if (baseColumn >= 0 && baseColumn < left.length) left[baseColumn] = null;
    while (left.length > 0 && left.at(-1) === null) left.pop();
    return left;
  });
  const hiddenColumns = sheet.hiddenColumns?.filter((each) => each !== column && each !== baseColumn) ?? [];
  const { hiddenColumns: _, ...rest } = sheet;
  return { ...rest, rows, keys, ...(hiddenColumns.length > 0 && { hiddenColumns }) };
}
