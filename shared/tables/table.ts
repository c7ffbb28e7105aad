/** A value of a table: text, a number, a day (`YYYY-MM-DD`), or nothing. A rate is a number from 0 to 1. */
export type Cell = string | number | null;

export interface Column {
  name: string;
  kind: 'text' | 'count' | 'rate' | 'date';
  /** Width in a spreadsheet, in characters. */
  width: number;
}

/** A table as it is given out: what a page shows, row by row, in the same order. */
export interface Table {
  /** What it is, for a file's name, its sheet and the head of a printed page. */
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

export const text = (name: string, width: number): Column => ({ name, kind: 'text', width });
export const count = (name: string): Column => ({ name, kind: 'count', width: 10 });
export const rate = (name: string): Column => ({ name, kind: 'rate', width: 12 });
export const date = (name: string): Column => ({ name, kind: 'date', width: 12 });
