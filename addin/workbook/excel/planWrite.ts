import type { CellValue } from '../../../shared/row/row.ts';
import {
  identityColumns,
  valuesSeen,
  type ColumnId,
  type LedgerChange,
  type LedgerRow,
  type ScannedRow,
} from '../port.ts';
import type { Area } from './area.ts';
import { type Written, written, writtenAsHers } from './cell.ts';
import type { ExcelColumn } from './names.ts';
import type { LedgerBounds } from './ledgerBounds.ts';

/** The ledger as it was last read: its bounds, and who stands in which row. */
export interface Known {
  bounds: LedgerBounds;
  /** Keys and choices by position. */
  keys: CellValue[];
  choices: CellValue[];
  /** The status of each row: a choice from its dropdown may be told by no event. */
  statuses: CellValue[];
  /** Whether rows are hidden or filtered out: then a grid may come to stand in other rows than it was sent to. */
  hides: boolean;
  /** Cells of a sheet of the clerk's own that hold formulas, by `formulaAt`: they are never written. */
  formulas?: ReadonlySet<string>;
}

/** Names a cell by its row below the header and its column. */
export const formulaAt = (position: number, id: ExcelColumn): string => `${position} ${id}`;

const identity = new Set<ExcelColumn>(identityColumns);
const added = new Set<ExcelColumn>(['result', 'key', 'base', 'choices']);

/** A rectangle to be written; `null` leaves a cell as it is. */
export interface Block {
  area: Area;
  values: (Written['value'] | null)[][];
  formats: (string | null)[][];
  /** What the cells have to hold until then; `undefined` where that is no matter. */
  seen: (CellValue | undefined)[][];
}

/** What one change does to the cells of the sheet, as data. */
export interface WritePlan {
  /** Keys first: a row that has its key is found again, whatever comes between. */
  blocks: Block[];
  /** Rows that are added at the end. */
  appended: number;
  missing: string[];
  /** Positions of the rows to be archived, in order. */
  archived: number[];
  /** Positions written to. */
  written: number[];
  /** The ledger as it stands after the blocks were written. */
  after: Known;
}

/** Between two cells of a column to be written, gaps as wide as this are sent along empty: that is less than another operation. */
const widestGap = 12;

/** A cell to be written, and what was in it when that was planned, where that matters. */
export interface ToWrite {
  value: Written['value'];
  /** `null`: as it is. */
  format: string | null;
  seen?: CellValue;
}

/** Plans a change against what is known; throws where a position is outside, before anything is written. */
export function planWrite(known: Known, change: LedgerChange, seen: readonly ScannedRow[] = []): WritePlan {
  const { bounds } = known;
  const count = bounds.end - bounds.header - 1;
  const positionsOf = indexOf(known.keys);
  const missing = new Set<string>();
  const find = (key: string): number[] => {
    const found = positionsOf.get(key);
    if (!found) missing.add(key);
    return found ?? [];
  };
  const cells = new Map<ExcelColumn, Map<number, ToWrite>>();
  const statuses = [...known.statuses];
  const put = (position: number, id: ExcelColumn, value: CellValue): void => {
    if (!bounds.columns.has(id)) return;
    const isOfHers = bounds.isHers && !added.has(id);
    if (isOfHers && (identity.has(id) || known.formulas?.has(formulaAt(position, id)) === true)) return;
    const column = cells.get(id) ?? new Map<number, ToWrite>();
    cells.set(id, column);
    column.set(bounds.header + 1 + position, isOfHers ? writtenAsHers(value) : written(value, id));
    if (id === 'status') statuses[position] = value === '' ? null : value;
  };
  const keys = [...known.keys];
  const choices = [...known.choices];
  const touched = new Set<number>();
  const set = (position: number, values: Partial<Record<ColumnId, CellValue>>): void => {
    touched.add(position);
    for (const [id, value] of Object.entries(values) as [ColumnId, CellValue][]) put(position, id, value);
    if ('key' in values) keys[position] = values.key ?? null;
  };
  for (const { position, cells: values } of change.atPositions ?? []) {
    if (!Number.isInteger(position) || position < 0 || position >= count)
      throw new Error(`台账中没有这一行：${position}。There is no such row in the ledger.`);
    set(position, values);
  }
  for (const { key, cells: values } of change.cells ?? []) {
    const [position] = find(key);
    if (position !== undefined) set(position, values);
  }
  for (const { key, column, value } of valuesSeen(change, seen)) {
    const [position] = find(key);
    const cell = position === undefined ? undefined : cells.get(column)?.get(bounds.header + 1 + position);
    if (cell) cell.seen = value;
  }
  for (const { key } of change.marks ?? []) for (const position of find(key)) touched.add(position);
  const archived = [...new Set((change.archive ?? []).flatMap(find))].toSorted((a, b) => a - b);
  const append = change.append ?? [];
  append.forEach((row, index) => {
    const position = count + index;
    for (const id of bounds.columns.keys()) put(position, id, cellOf(row, id));
    keys[position] = row.cells.key ?? null;
    choices[position] = joined(row.statusChoices);
  });
  return {
    blocks: [...cells]
      .toSorted(([left], [right]) => Number(right === 'key') - Number(left === 'key'))
      .flatMap(([id, column]) => blocksOf(bounds.columns.get(id)!, column, known.hides)),
    appended: append.length,
    missing: [...missing],
    archived,
    written: [...touched],
    after: { ...known, bounds: { ...bounds, end: bounds.end + append.length }, keys, choices, statuses },
  };
}

/** What a row to be laid out holds in a column. */
export function cellOf(row: LedgerRow, id: ExcelColumn): CellValue {
  return id === 'choices' ? joined(row.statusChoices) : (row.cells[id] ?? null);
}

const joined = (choices: string[]): string | null => (choices.length > 0 ? choices.join(',') : null);

/** Positions by key: copies share one. */
export function indexOf(keys: CellValue[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  keys.forEach((key, position) => {
    if (key === null) return;
    const name = String(key);
    const positions = index.get(name);
    if (positions) positions.push(position);
    else index.set(name, [position]);
  });
  return index;
}

/** The cells of one column as blocks, near ones together; each by itself where rows are hidden. */
export function blocksOf(column: number, cells: Map<number, ToWrite>, hides: boolean): Block[] {
  const blocks: Block[] = [];
  for (const row of [...cells.keys()].toSorted((a, b) => a - b)) {
    const cell = cells.get(row)!;
    const last = blocks.at(-1);
    const gap = last ? row - (last.area.row + last.area.rows) : Infinity;
    if (!last || gap > widestGap || hides) {
      const area = { row, column, rows: 1, columns: 1 };
      blocks.push({ area, values: [[cell.value]], formats: [[cell.format]], seen: [[cell.seen]] });
      continue;
    }
    for (let skipped = 0; skipped < gap; skipped += 1) {
      last.values.push([null]);
      last.formats.push([null]);
      last.seen.push([undefined]);
    }
    last.values.push([cell.value]);
    last.formats.push([cell.format]);
    last.seen.push([cell.seen]);
    last.area.rows += gap + 1;
  }
  return blocks;
}

/** Rows that stand in the sheet, perhaps not with all their cells yet. */
export function addedAlready(change: LedgerChange): LedgerChange {
  const added = (change.append ?? []).map(({ cells }) => ({ key: String(cells.key), cells }));
  return { ...change, append: [], cells: [...(change.cells ?? []), ...added] };
}

export function sameKeys(left: CellValue[] | undefined, right: CellValue[]): boolean {
  return left?.length === right.length && left.every((key, position) => key === right[position]);
}
