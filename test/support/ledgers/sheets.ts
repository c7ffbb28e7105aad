import type { LedgerCell, LedgerFile, LedgerSheet, Merge } from '../../../shared/ledgers/ledgerFile.ts';

/** A cell as a test writes it: text, a number, a day (`day('2024-03-28')`), struck out, or blank. */
export type Written = string | number | null | LedgerCell;

export const day = (iso: string): LedgerCell => ({ text: iso, value: iso, day: iso });
export const struck = (text: string): LedgerCell => ({ text, value: text, isStruck: true });
export const result = (value: number): LedgerCell => ({ text: String(value), value, formula: 'stored' });

const cell = (written: Written): LedgerCell | null => {
  if (written === null || written === '') return null;
  return typeof written === 'object' ? written : { text: String(written), value: written };
};

/** A sheet of cells. */
export function sheet(
  name: string,
  rows: readonly (readonly Written[])[],
  more: { merges?: Merge[]; isHidden?: boolean } = {},
): LedgerSheet {
  return {
    name,
    rows: rows.map((row) => row.map(cell)),
    merges: more.merges ?? [],
    ...(more.isHidden && { isHidden: true }),
  };
}

export const file = (name: string, ...sheets: LedgerSheet[]): LedgerFile => ({ name, sheets });

/** A cell that is shown over several. */
export const over = (row: number, column: number, rows: number, columns: number): Merge => ({
  row,
  column,
  rows,
  columns,
});
