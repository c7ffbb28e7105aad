/** A value of a table: text, a number, a day (`YYYY-MM-DD`), a time (ISO 8601, `+08:00`), or nothing. A rate is a number from 0 to 1. */
export type Cell = string | number | null;

export interface Column {
  name: string;
  kind: 'text' | 'count' | 'rate' | 'date' | 'time';
  /** Width in a spreadsheet, in characters. */
  width: number;
}

/** Things in order: all at hand, or read piece by piece while they are gone through, each time from the beginning. */
export type Items<T> = Iterable<T> | AsyncIterable<T>;

/** A table as it is given out: what a page shows, row by row, in the same order. */
export interface Table {
  /** What it is, for a file's name, its sheet and the head of a printed page. */
  title: string;
  columns: readonly Column[];
  rows: Items<readonly Cell[]>;
}

export const text = (name: string, width: number): Column => ({ name, kind: 'text', width });
export const count = (name: string): Column => ({ name, kind: 'count', width: 10 });
export const rate = (name: string): Column => ({ name, kind: 'rate', width: 12 });
export const date = (name: string): Column => ({ name, kind: 'date', width: 12 });
export const time = (name: string): Column => ({ name, kind: 'time', width: 19 });

const moments: Partial<Record<Column['kind'], RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/u,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+08:00$/u,
};

/** Excel takes 1900 for a leap year, and numbers no day before it. */
const firstDay = '1900-03-01';

/** Whether there is a day that is written so, and a spreadsheet has it. */
const isDay = (day: string): boolean =>
  day >= firstDay && new Date(day).getUTCDate() === Number(day.slice(8));

/** Whether a cell's text is the day or time that its column holds. A draft may have words there, or 2024-02-30. */
export const isMoment = (column: Column | undefined, text: string): boolean =>
  column !== undefined && moments[column.kind]?.test(text) === true && isDay(text.slice(0, 10));

/** The rows of a table, as many for each thing as it has. */
export const linesOf = <T>(
  items: Items<T>,
  cells: (item: T) => readonly (readonly Cell[])[],
): Table['rows'] => ({
  async *[Symbol.asyncIterator]() {
    for await (const item of items) yield* cells(item);
  },
});

/** The rows of a table, one for each thing. */
export const rowsOf = <T>(items: Items<T>, cells: (item: T) => readonly Cell[]): Table['rows'] => ({
  async *[Symbol.asyncIterator]() {
    for await (const item of items) yield cells(item);
  },
});
