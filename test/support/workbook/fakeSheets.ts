import { identityColumns, type Binding, type ColumnId } from '../../../addin/workbook/port.ts';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { herCell, type HerCell, type HerSheet } from './contract/ledger.ts';

/** The fake's sheets of a clerk's own. */

export interface FakeSheet extends Omit<HerSheet, 'rows'> {
  name: string;
  rows: HerCell[][];
}

/** Which of them is the ledger, and where our columns are in it. */
export interface FakeBinding {
  sheet: string;
  header: number;
  columns: { id: ColumnId; at: number }[];
}

export const fakeSheet = (name: string, { rows, ...rest }: HerSheet): FakeSheet => ({
  ...{ ...rest, name },
  rows: rows.map((line) => line.map(herCell)),
});

export const bindingOf = ({ sheet, header, columns }: Binding): FakeBinding => ({ sheet, header, columns });

/** What of a row is our columns'. */
export const boundCells = (
  line: readonly HerCell[],
  { columns }: FakeBinding,
): Partial<Record<ColumnId, CellValue>> =>
  Object.fromEntries(columns.map(({ id, at }) => [id, line[at]?.value ?? null]));

/** The row as it stands in her sheet: what was typed into our columns, and the rest of it. */
export function lineOf(
  line: readonly HerCell[],
  cells: Partial<Record<ColumnId, CellValue>>,
  { columns }: FakeBinding,
): HerCell[] {
  const full = [...line];
  for (const { id, at } of columns) full[at] = { ...full[at], value: cells[id] ?? null };
  return Array.from(full, (cell) => cell ?? { value: null });
}

/** What the port never writes. */
export function isKept(id: ColumnId, line: readonly HerCell[], { columns }: FakeBinding): boolean {
  const at = columns.find((column) => column.id === id)?.at;
  return (
    (identityColumns as readonly ColumnId[]).includes(id) ||
    (at !== undefined && line[at]?.formula !== undefined)
  );
}

export const asRead = ({ name, rows, merges = [], isHidden }: FakeSheet): LedgerSheet => {
  const width = Math.max(0, ...rows.map((line) => line.length));
  return {
    ...{ name, merges, ...(isHidden && { isHidden }) },
    rows: rows.map((line) =>
      Array.from({ length: width }, (_, at) => {
        const { value, formula, isStruck } = line[at] ?? { value: null };
        if (value === null) return null;
        return {
          ...{ text: String(value), value },
          ...(formula !== undefined && { formula: 'stored' as const }),
          ...(isStruck && { isStruck }),
        };
      }),
    ),
  };
};

/** Numbers before text, as spreadsheets sort. */
export function compare(left: string | number | boolean, right: string | number | boolean): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'number') return -1;
  if (typeof right === 'number') return 1;
  return String(left).localeCompare(String(right), 'zh');
}
