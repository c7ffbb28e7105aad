import type { CellValue } from '../../../shared/row/row.ts';
import type { ColumnId, ScannedRow } from '../port.ts';
import { runs } from './area.ts';
import { extentOf, type LedgerBounds } from './ledgerBounds.ts';
import type { Known } from './planWrite.ts';
import { codeOf } from './refusal.ts';
import { type Abilities, bytesOf, type Rounds } from './rounds.ts';

type Grid = CellValue[][];

/** Cells of one answer, whatever they hold: Excel reads at most five million. */
const mostCells = 2_000_000;
/** Bytes that a cell is taken for until something has been read. */
const firstGuess = 40;

/** Reads blocks of cells, in as many round trips as the answers' size asks for. */
export class Reader {
  readonly #rounds: Rounds;
  readonly #payload: number;
  /** Bytes of a cell as they were last read. */
  #cellBytes = firstGuess;

  constructor(rounds: Rounds, abilities: Abilities) {
    this.#rounds = rounds;
    this.#payload = abilities.payload;
  }

  /** Rows from `top` on; `alongside` is queued with the first round trip. */
  async rows(
    context: Excel.RequestContext,
    bounds: LedgerBounds,
    top: number,
    count: number,
    alongside: () => void,
  ): Promise<Grid> {
    const { left, width } = extentOf(bounds.columns.values());
    const most = Math.max(1, Math.floor(Math.min(mostCells, this.#payload / this.#cellBytes) / width));
    const grid: Grid = [];
    let first = alongside;
    for (let row = top; row < top + count; row += most) {
      const rows = Math.min(most, top + count - row);
      for (const line of await this.#chunk(context, bounds, { row, rows, left, width }, first))
        grid.push(line);
      first = () => {};
    }
    if (count === 0) await this.#rounds.round(context, alongside);
    return grid;
  }

  /** Single rows, all in one round trip, in which `alongside` is queued too. */
  async some(
    context: Excel.RequestContext,
    bounds: LedgerBounds,
    rows: number[],
    alongside: () => void,
  ): Promise<Map<number, CellValue[]>> {
    const { left, width } = extentOf(bounds.columns.values());
    const ranges = await this.#rounds.round(context, () => {
      alongside();
      const sheet = context.workbook.worksheets.getItem(bounds.sheet);
      return runs(left, rows).map((area) => {
        const range = sheet.getRangeByIndexes(area.row, left, area.rows, width);
        range.load('values');
        return { area, range };
      });
    });
    return new Map(
      ranges.flatMap(({ area, range }) =>
        (range.values as Grid).map((line, down) => [area.row + down, line] as const),
      ),
    );
  }

  async #chunk(
    context: Excel.RequestContext,
    bounds: LedgerBounds,
    block: { row: number; rows: number; left: number; width: number },
    alongside: () => void,
  ): Promise<Grid> {
    const { row, rows, left, width } = block;
    try {
      const range = await this.#rounds.round(context, () => {
        alongside();
        const sheet = context.workbook.worksheets.getItem(bounds.sheet);
        const read = sheet.getRangeByIndexes(row, left, rows, width);
        read.load('values');
        return read;
      });
      const values = range.values as Grid;
      this.#cellBytes = Math.max(8, (bytesOf(values.slice(0, 500)) / Math.min(rows, 500) / width) * 1.5);
      return values;
    } catch (thrown) {
      // Longer texts than were reckoned with: the same in two halves.
      if (codeOf(thrown) !== 'ResponsePayloadSizeLimitExceeded' || rows === 1) throw thrown;
      const half = Math.ceil(rows / 2);
      const upper = await this.#chunk(context, bounds, { ...block, rows: half }, () => {});
      const lower = { ...block, row: row + half, rows: rows - half };
      return [...upper, ...(await this.#chunk(context, bounds, lower, () => {}))];
    }
  }
}

/** A line of the sheet as the port gives it; `null` where nothing stands in it. */
export function scannedRow(bounds: LedgerBounds, position: number, line: CellValue[]): ScannedRow | null {
  const { left } = extentOf(bounds.columns.values());
  const cells: Partial<Record<ColumnId, CellValue>> = {};
  let blank = true;
  for (const [id, at] of bounds.columns) {
    if (id === 'choices') continue;
    const value = blankAsNull(line[at - left]);
    if (value !== null) blank = false;
    cells[id] = value;
  }
  const row = bounds.header + 2 + position;
  if (blank) return null;
  return {
    ...(bounds.isHers && { isHers: true as const }),
    position,
    row,
    cells: cells as ScannedRow['cells'],
  };
}

/** The ledger as its lines tell it. */
export function knownFrom(bounds: LedgerBounds, lines: CellValue[][], hides: boolean): Known {
  return {
    bounds,
    keys: columnOf(bounds, 'key', lines),
    choices: columnOf(bounds, 'choices', lines),
    statuses: columnOf(bounds, 'status', lines),
    hides,
  };
}

/** One column of lines. */
function columnOf(bounds: LedgerBounds, id: 'key' | 'choices' | 'status', lines: CellValue[][]): CellValue[] {
  const { left } = extentOf(bounds.columns.values());
  const at = bounds.columns.get(id);
  return lines.map((line) => (at === undefined ? null : blankAsNull(line[at - left])));
}

export const blankAsNull = (value: CellValue | undefined): CellValue =>
  value === undefined || value === '' ? null : value;
