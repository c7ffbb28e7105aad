import type { CellValue } from '../../../shared/row/row.ts';
import {
  fieldOf,
  isValueColumn,
  type Binding,
  type BlockColumn,
  type ColumnId,
  type LedgerChange,
  type LedgerLayout,
  type Mark,
  type ScannedRow,
  type WorkbookPort,
  type WorkbookState,
} from '../../workbook/port.ts';
import { isIndicatorBlock, joinWords, resultsOf, resultText, splitWords } from './sideBySideText.ts';

/**
 * Rows of ours that stand side by side in one row of the clerk's sheet: a block of columns for each period or indicator. To everybody else each is
 * a row with a key of its own. The workbook behind knows her rows only: the hidden cells of one hold keys and bases of all its blocks.
 */
export function sideBySide(port: WorkbookPort): WorkbookPort {
  const blocks = new Blocks(port);
  return new Proxy(port, {
    get(target, property) {
      const own: unknown = Reflect.get(blocks, property, blocks);
      const value = own === undefined ? (Reflect.get(target, property, target) as unknown) : own;
      return typeof value === 'function'
        ? (value.bind(own === undefined ? target : blocks) as unknown)
        : value;
    },
  });
}

/** A row of hers as it was last read. */
interface HerRow {
  row: ScannedRow;
  keys: (string | null)[];
  bases: (number | null)[];
  results: (string | null)[];
}

/** What is to be written into a row of hers. */
interface Writing {
  position: number;
  /** It is addressed by its place, for it has no key or a copy of it has the same. */
  isByPlace: boolean;
  cells: Partial<Record<ColumnId, CellValue>>;
  /** Keys, bases or results of it are others. */
  isTurned: boolean;
}

const strongest: readonly Mark[] = [
  ...([
    'none',
    'note',
    'changed',
    'blue',
    'yellow',
    'warning',
    'returned',
    'red',
    'error',
    'conflict',
  ] as const),
];
/** The part of the state that is kept here. */
const stateName = 'sideBySide';

class Blocks {
  readonly #port: WorkbookPort;
  /** What the blocks are of; empty: rows of hers are rows of ours. */
  #of: readonly string[] = [];
  /** What the state says of it. */
  #told: readonly string[] = [];
  #ids: ReadonlySet<ColumnId> = new Set();
  #rows = new Map<number, HerRow>();
  #isRead = false;
  /** Marks of cells that several rows share, by her row and column, then by block. */
  readonly #shared = new Map<string, Map<number, { mark: Mark; message: string | null }>>();

  constructor(port: WorkbookPort) {
    this.#port = port;
  }

  async bind(binding: Binding): Promise<void> {
    const { blocks = [], ...rest } = binding;
    this.#of = blocks;
    this.#told = blocks;
    this.#isRead = false;
    this.#shared.clear();
    if (blocks.length === 0) return this.#port.bind(binding);
    const rows = [...Map.groupBy(binding.rows, ({ row }) => row)].map(([row, own]) => ({
      row,
      key: joinWords(blocks.map((_, at) => own.find(({ block = 1 }) => block === at + 1)?.key ?? null))!,
    }));
    await this.#port.bind({ ...rest, rows });
  }

  async layOut(layout: LedgerLayout): Promise<void> {
    this.#of = [];
    this.#told = [];
    this.#isRead = false;
    await this.#port.layOut(layout);
  }

  async scan(positions?: readonly number[]): Promise<ScannedRow[] | null> {
    if (positions) await this.#known();
    const count = this.#of.length;
    if (positions && count > 0) {
      const wanted = new Set(positions);
      const rows = await this.#port.scan([...new Set(positions.map((each) => Math.floor(each / count)))]);
      return rows && rows.flatMap((row) => this.#split(row)).filter(({ position }) => wanted.has(position));
    }
    const rows = await this.#port.scan(positions);
    if (!rows || positions) return rows;
    await this.#look(rows);
    this.#rows = new Map();
    return this.#of.length === 0 ? rows : rows.flatMap((row) => this.#split(row));
  }

  async apply(change: LedgerChange, seen: readonly ScannedRow[] = []): Promise<{ missing: string[] }> {
    await this.#known();
    if (this.#of.length === 0) return this.#port.apply(change, seen);
    const missing = new Set<string>();
    const places = this.#places();
    const writings = new Map<number, Writing>();
    const set = (position: number, block: number, cells: LedgerRowCells, isByPlace: boolean): void => {
      const her = this.#rows.get(position) ?? blankRow(position, this.#of.length);
      this.#rows.set(position, her);
      const writing = writings.get(position) ?? { position, isByPlace, cells: {}, isTurned: false };
      writings.set(position, writing);
      writing.isByPlace ||= isByPlace;
      this.#put(her, block, cells, writing);
    };
    const keysBefore = new Map([...this.#rows].map(([position, { keys }]) => [position, joinWords(keys)]));
    const count = this.#of.length;
    for (const { position, cells } of change.atPositions ?? [])
      set(Math.floor(position / count), position % count, cells, true);
    for (const { key, cells } of change.cells ?? []) {
      const [place] = places.get(key) ?? [];
      if (place) set(place.position, place.block, cells, keysBefore.get(place.position) === null);
      else missing.add(key);
    }
    const written = [...writings.values()];
    const marks = this.#marks(change.marks ?? [], places, missing);
    const isTurned = written.some(({ cells }) => 'key' in cells);
    const wide: LedgerChange = {
      ...change,
      atPositions: written.flatMap(({ position, isByPlace, cells }) =>
        isByPlace ? [{ position, cells }] : [],
      ),
      cells: written.flatMap(({ position, isByPlace, cells }) =>
        isByPlace ? [] : [{ key: keysBefore.get(position)!, cells }],
      ),
      marks: isTurned ? [] : marks,
    };
    await this.#port.apply(wide, this.#seen(seen, keysBefore));
    // A row that has other keys by now is found by them.
    if (isTurned && marks.length > 0) await this.#port.apply({ marks });
    return { missing: [...missing] };
  }

  async select(row: string | number, column: ColumnId): Promise<boolean> {
    await this.#known();
    const count = this.#of.length;
    if (count === 0) return this.#port.select(row, column);
    const place =
      typeof row === 'number'
        ? { position: Math.floor(row / count), block: row % count }
        : this.#places().get(row)?.[0];
    if (!place) return false;
    const her = this.#rows.get(place.position);
    const key = her && joinWords(her.keys);
    return this.#port.select(
      typeof row === 'number' || !key ? place.position : key,
      this.#idOf(column, place.block) ?? this.#firstOf(place.block) ?? column,
    );
  }

  async readState(): Promise<WorkbookState | null> {
    const state = await this.#port.readState();
    if (!state || !(stateName in state)) return state;
    const { [stateName]: told, ...rest } = state;
    if (Array.isArray(told)) this.#told = told.map(String);
    return Object.keys(rest).length === 0 ? null : rest;
  }

  async writeState(state: WorkbookState): Promise<void> {
    const of = this.#isRead ? this.#of : this.#told;
    await this.#port.writeState(of.length === 0 ? state : { ...state, [stateName]: of });
  }

  onChanged(listener: Parameters<WorkbookPort['onChanged']>[0]): () => void {
    return this.#port.onChanged((positions) => {
      const count = this.#of.length;
      if (positions === null || count === 0) return listener(positions);
      listener(
        positions.flatMap((position) => {
          const keys = this.#rows.get(position)?.keys ?? [];
          const keyed = keys.flatMap((key, at) => (key === null ? [] : [position * count + at]));
          return keyed.length > 0 ? keyed : [position * count];
        }),
      );
    });
  }

  get onSelected(): WorkbookPort['onSelected'] {
    if (!this.#port.onSelected) return undefined;
    return (listener) =>
      this.#port.onSelected!((key, column = null) => {
        if (this.#of.length === 0 || key === null) return listener(key, column);
        const keys = splitWords(key, this.#of.length);
        const block = column === null ? 0 : Number(/@(\d+)$/u.exec(column)?.[1] ?? 0);
        listener(keys[block - 1] ?? keys.findLast((each) => each !== null) ?? null, column);
      });
  }

  /** What has been laid out side by side is read before anything is done to it. */
  async #known(): Promise<void> {
    if (!this.#isRead && this.#told.length > 0) await this.scan();
  }

  /** Which blocks there are: their columns tell how many, the state what they are of. */
  async #look(rows: readonly ScannedRow[]): Promise<void> {
    this.#ids = new Set(Object.keys(rows[0]?.cells ?? {}) as ColumnId[]);
    const most = Math.max(0, ...[...this.#ids].map((id) => Number(/@(\d+)$/u.exec(id)?.[1] ?? 0)));
    const wasRead = this.#isRead;
    this.#isRead = true;
    if (rows.length === 0) return;
    if (most === 0) {
      this.#of = [];
      return;
    }
    if (wasRead && this.#of.length >= most) return;
    if (this.#told.length < most) await this.readState();
    this.#of = this.#told.length >= most ? this.#told : Array.from({ length: most }, (_, at) => `#${at + 1}`);
  }

  #places(): Map<string, { position: number; block: number }[]> {
    const places = new Map<string, { position: number; block: number }[]>();
    for (const [position, { keys }] of [...this.#rows].toSorted(([a], [b]) => a - b))
      keys.forEach((key, block) => {
        if (key !== null) places.set(key, [...(places.get(key) ?? []), { position, block }]);
      });
    return places;
  }

  /** A row of hers as those of ours that it holds; of blocks without a key those that hold something. */
  #split(row: ScannedRow): ScannedRow[] {
    const of = this.#of;
    const keys = splitWords(row.cells.key, of.length);
    const bases = splitWords(row.cells.base, of.length).map((base) => (base === null ? null : Number(base)));
    const results = resultsOf(row.cells.result, of, keys);
    this.#rows.set(row.position, { row, keys, bases, results });
    const isKeyed = keys.some((key) => key !== null);
    const parts = of.map((_, at): ScannedRow => {
      const cells: Partial<Record<ColumnId, CellValue>> = {};
      for (const id of this.#ids) {
        const own = this.#idOf(fieldOf(id) as ColumnId, at);
        if (own !== null) cells[fieldOf(id) as ColumnId] = row.cells[own] ?? null;
      }
      const added = { key: keys[at] ?? null, base: bases[at] ?? null };
      return {
        ...{ isHers: true, block: { at, of }, position: row.position * of.length + at, row: row.row },
        ...(row.cell !== undefined && { cell: row.cell }),
        cells: {
          ...cells,
          ...added,
          ...(this.#ids.has('result') && { result: results[at] ?? null }),
        } as ScannedRow['cells'],
      };
    });
    const isFilled = (at: number): boolean =>
      [...this.#ids].some(
        (id) =>
          (id.endsWith(`@${at + 1}`) ||
            (isIndicatorBlock(of[at]!) && isValueColumn(id) && !id.includes('@'))) &&
          (row.cells[id] ?? null) !== null,
      );
    const shown = parts.filter((_, at) => keys[at] !== null || (!isKeyed && isFilled(at)));
    return shown.length > 0 ? shown : parts.slice(0, 1);
  }

  /** Her column that holds a field of a block: the block's own, else one that all of them share. */
  #idOf(column: ColumnId, block: number): ColumnId | null {
    if (!isValueColumn(column)) return this.#ids.has(column) ? column : null;
    const own: BlockColumn = `${fieldOf(column) as 'status'}@${block + 1}`;
    return this.#ids.has(own) ? own : this.#ids.has(column) && this.#isShared(block) ? column : null;
  }

  /** Whether the columns beside the blocks are its own too. */
  #isShared = (block: number): boolean => {
    const of = this.#of[block] ?? '?';
    return of === '' || isIndicatorBlock(of);
  };

  #firstOf = (block: number): ColumnId | undefined =>
    [...this.#ids].find((id) => id.endsWith(`@${block + 1}`));

  #put(her: HerRow, block: number, cells: LedgerRowCells, writing: Writing): void {
    for (const [id, value = null] of Object.entries(cells) as [ColumnId, CellValue | undefined][]) {
      if (id === 'key') her.keys[block] = value === null ? null : String(value);
      else if (id === 'base') her.bases[block] = typeof value === 'number' ? value : null;
      else if (id === 'result') her.results[block] = value === null ? null : String(value);
      else {
        const own = this.#idOf(id, block);
        if (own !== null) writing.cells[own] = value;
      }
    }
    if ('key' in cells) writing.cells.key = joinWords(her.keys);
    if ('base' in cells || 'key' in cells) writing.cells.base = joinWords(her.bases);
    if ('result' in cells || 'key' in cells)
      writing.cells.result = resultText(her.results, this.#of, her.keys);
  }

  #marks(
    marks: NonNullable<LedgerChange['marks']>,
    places: ReadonlyMap<string, { position: number; block: number }[]>,
    missing: Set<string>,
  ): NonNullable<LedgerChange['marks']> {
    return marks.flatMap(({ key, column, mark, message = null }) => {
      const found = places.get(key);
      if (!found) missing.add(key);
      return (found ?? []).slice(0, 1).flatMap(({ position, block }) => {
        const wide = joinWords(this.#rows.get(position)?.keys ?? []);
        const own = this.#idOf(column, block);
        if (wide === null || own === null) return [];
        if (own.includes('@')) return [{ key: wide, column: own, mark, message }];
        const name = `${position} ${own}`;
        const all = this.#shared.get(name) ?? new Map<number, { mark: Mark; message: string | null }>();
        this.#shared.set(name, all.set(block, { mark, message }));
        const most = [...all.values()].toSorted(
          (a, b) => strongest.indexOf(b.mark) - strongest.indexOf(a.mark),
        )[0]!;
        return [{ key: wide, column: own, ...most }];
      });
    });
  }

  /** What a change was planned on, as rows of hers. */
  #seen(seen: readonly ScannedRow[], keys: ReadonlyMap<number, string | null>): ScannedRow[] {
    const rows = new Map<number, ScannedRow>();
    for (const { position, row, cells, block } of seen) {
      if (!block) continue;
      const at = Math.floor(position / block.of.length);
      const own = rows.get(at)?.cells ?? ({ key: keys.get(at) ?? null } as ScannedRow['cells']);
      for (const [id, value] of Object.entries(cells) as [ColumnId, CellValue][]) {
        const there = isValueColumn(id) ? this.#idOf(id, block.at) : null;
        if (there !== null) own[there] = value;
      }
      rows.set(at, { position: at, row, cells: own });
    }
    return [...rows.values()];
  }
}

type LedgerRowCells = Partial<Record<ColumnId, CellValue>>;

const blankRow = (position: number, count: number): HerRow => {
  const nothing = <T>(): (T | null)[] => Array.from({ length: count }, () => null);
  const row = { position, row: position, cells: {} as ScannedRow['cells'] };
  return { row, keys: nothing<string>(), bases: nothing<number>(), results: nothing<string>() };
};
