import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import {
  isValueColumn,
  valuesSeen,
  type Binding,
  type ChangeListener,
  type ColumnId,
  type LedgerChange,
  type LedgerLayout,
  type Pin,
  type Pinned,
  type PinWrite,
  type ScannedRow,
  type WorkbookPort,
  type WorkbookState,
} from '../../workbook/port.ts';
import { addressOf } from './address.ts';

/**
 * Reports that have no row of the clerk's, but cells: forms, and arrangements side by side. To everybody else each is a row with a key. The
 * workbook follows the cells (`pins`). Keys and bases are kept in the workbook's state: nothing but values is written into her sheet.
 */
export function pinnedRows(port: WorkbookPort): WorkbookPort {
  const rows = new PinnedRows(port);
  return new Proxy(port, {
    get(target, property) {
      const own: unknown = Reflect.get(rows, property, rows);
      const value = own === undefined ? (Reflect.get(target, property, target) as unknown) : own;
      return typeof value === 'function' ? (value.bind(own === undefined ? target : rows) as unknown) : value;
    },
  });
}

/** What is kept of it in the workbook's state. */
interface Table {
  ids: ColumnId[];
  places: Place[];
  /** What the headings said when they were bound, by the names of their cells. */
  labels: Record<string, CellValue>;
  /** Colours of hers beneath marks, by the names of cells. */
  colours: Record<string, string | null>;
}

interface Place {
  key: string | null;
  base: number | string | null;
  /** What 校验结果 would say: it tells what is marked, after a reload too. */
  result: string | null;
  /** Its columns that have a cell, by their places in `ids`. */
  has: number[];
  /** The headings that say what its cells are. */
  labels: string[];
}

const stateName = 'pinned';
const nameOf = (place: number, column: number): string => `p${place}_${column}`;

class PinnedRows {
  readonly #port: WorkbookPort;
  /** `undefined`: it has not been looked yet; `null`: her rows are rows, or the ledger is ours. */
  #table: Table | null | undefined;
  readonly #listeners = new Set<ChangeListener>();
  /** As last read: to tell what no event told of, and where a selection stands. */
  #last: Pinned | null = null;

  constructor(port: WorkbookPort) {
    this.#port = port;
  }

  async bind(binding: Binding): Promise<void> {
    const { places, labels = [], ...rest } = binding;
    if (places === undefined) {
      await this.#unpin();
      return this.#port.bind(rest);
    }
    const before = await this.#unmarked();
    const bases = new Map(before?.places.map(({ key, base }) => [key, base]));
    const ids = binding.columns.map(({ id }): ColumnId => id);
    const headings = new Map<string, Pin>();
    const pins: Pin[] = [];
    const bound = binding.rows.map(({ row, key }, at): Place => {
      const place: Place = { key, base: bases.get(key) ?? null, result: null, has: [], labels: [] };
      for (const [column, { at: of }] of binding.columns.entries()) {
        const cell = places[row]?.[of] ?? null;
        if (cell === null) continue;
        place.has.push(column);
        pins.push({ name: nameOf(at, column), ...cell });
        for (const heading of labels[row]?.[of] ?? []) {
          const name = `h${heading.row}_${heading.column}`;
          headings.set(name, { name, ...heading });
          if (!place.labels.includes(name)) place.labels.push(name);
        }
      }
      return place;
    });
    await this.#port.pins.set(binding.sheet, [...pins, ...headings.values()], before ? namesOf(before) : []);
    const read = headings.size === 0 ? null : await this.#port.pins.read([...headings.keys()]);
    this.#table = {
      ...{ ids, places: bound, colours: {} },
      labels: Object.fromEntries(read?.cells.map(({ name, value }) => [name, value]) ?? []),
    };
    this.#tell();
  }

  async layOut(layout: LedgerLayout): Promise<void> {
    await this.#unpin();
    await this.#port.layOut(layout);
  }

  async readSheets(): Promise<LedgerSheet[]> {
    const sheets = await this.#port.readSheets();
    const own = (await this.#known()) && (await this.#read());
    if (!own) return sheets;
    return sheets.toSorted((a, b) => Number(b.name === own.sheet) - Number(a.name === own.sheet));
  }

  async scan(positions?: readonly number[]): Promise<ScannedRow[] | null> {
    const table = await this.#known();
    if (!table) return this.#port.scan(positions);
    const read = await this.#read();
    if (!read) return null;
    const cells = byName(read);
    const wanted = positions && new Set(positions);
    const isMoved = (name: string): boolean => cells.get(name)?.value !== table.labels[name];
    return table.places.flatMap(({ key, base, result, has, labels }, position): ScannedRow[] => {
      const own = has.map((column) => cells.get(nameOf(position, column)));
      // Where a cell of it is gone, or is headed otherwise, so is the report: the others could be of anything.
      if (own.includes(undefined) || labels.some(isMoved) || (wanted && !wanted.has(position))) return [];
      const values = new Map(has.map((column, at) => [column, own[at]!.value]));
      const entries = table.ids.map((id, column) => [id, values.get(column) ?? null]);
      const named = own[Math.max(0, has.indexOf(table.ids.indexOf('arrangement')))]!;
      return [
        {
          ...{ isHers: true, position, row: named.row + 1, cell: addressOf(named) },
          cells: { ...Object.fromEntries(entries), key, base, result } as ScannedRow['cells'],
        },
      ];
    });
  }

  async apply(change: LedgerChange, seen: readonly ScannedRow[] = []): Promise<{ missing: string[] }> {
    const table = await this.#known();
    if (!table) return this.#port.apply(change, seen);
    if (change.append?.length || change.archive?.length)
      throw new Error('a sheet of the clerk’s own gets no rows, and loses none');
    const missing = new Set<string>();
    const placesOf = (key: string): number[] => {
      const found = table.places.flatMap((place, at) => (place.key === key ? [at] : []));
      if (found.length === 0) missing.add(key);
      return found;
    };
    const writes = new Map<string, PinWrite>();
    const put = (place: number, id: ColumnId, what: Omit<PinWrite, 'name'>): void => {
      const column = table.ids.indexOf(id);
      if (!table.places[place]!.has.includes(column)) return;
      const name = nameOf(place, column);
      writes.set(name, { ...writes.get(name), ...what, name });
    };
    const places = structuredClone(table.places);
    const set = (at: number, cells: Partial<Record<ColumnId, CellValue>>): void => {
      for (const [id, value = null] of Object.entries(cells) as [ColumnId, CellValue | undefined][]) {
        if (id === 'key') places[at]!.key = value === null ? null : String(value);
        else if (id === 'base') places[at]!.base = typeof value === 'boolean' ? null : value;
        else if (id === 'result') places[at]!.result = value === null ? null : String(value);
        else if (isValueColumn(id)) put(at, id, { value });
      }
    };
    for (const { key, column, value } of valuesSeen(change, seen))
      for (const at of placesOf(key).slice(0, 1)) put(at, column, { seen: value });
    for (const { position, cells } of change.atPositions ?? []) {
      if (!places[position]) throw new Error(`no such row: ${position}`);
      set(position, cells);
    }
    for (const { key, cells } of change.cells ?? [])
      for (const at of placesOf(key).slice(0, 1)) set(at, cells);
    for (const { key, column, mark, message = null } of change.marks ?? [])
      for (const at of placesOf(key)) {
        const was = table.colours[nameOf(at, table.ids.indexOf(column))];
        put(at, column, { mark: { mark, message, ...(was !== undefined && { was }) } });
      }
    const { gone, colours } = await this.#port.pins.write([...writes.values()]);
    for (const name of gone) {
      const key = table.places[Number(/^p(\d+)_/u.exec(name)?.[1])]?.key ?? null;
      if (key !== null) missing.add(key);
    }
    const cleared = [...writes.values()].filter(({ mark }) => mark?.mark === 'none').map(({ name }) => name);
    const kept = Object.entries({ ...table.colours, ...colours }).filter(([name]) => !cleared.includes(name));
    const after: Table = { ...table, places, colours: Object.fromEntries(kept) };
    if (JSON.stringify(after) !== JSON.stringify(table)) {
      this.#table = after;
      await this.writeState((await this.readState()) ?? {});
    }
    return { missing: [...missing] };
  }

  async select(row: string | number, column: ColumnId): Promise<boolean> {
    const table = await this.#known();
    if (!table) return this.#port.select(row, column);
    const at = typeof row === 'number' ? row : table.places.findIndex(({ key }) => key === row);
    const { has = [] } = table.places[at] ?? {};
    const wanted = table.ids.indexOf(column);
    const first = has.find((each) => isValueColumn(table.ids[each]!)) ?? has[0] ?? -1;
    const read = await this.#read();
    const cell = read && byName(read).get(nameOf(at, has.includes(wanted) ? wanted : first));
    if (!read || !cell) return false;
    const isThere = await this.#port.selectCell(read.sheet, cell.row, cell.column);
    if (isThere) this.#port.takeKeyboard?.();
    return isThere;
  }

  async readState(): Promise<WorkbookState | null> {
    const state = await this.#port.readState();
    if (!state || !(stateName in state)) return state;
    const { [stateName]: _, ...rest } = state;
    return Object.keys(rest).length === 0 ? null : rest;
  }

  async writeState(state: WorkbookState): Promise<void> {
    const table = await this.#known();
    await this.#port.writeState(table ? { ...state, [stateName]: table } : state);
  }

  get showOnly(): WorkbookPort['showOnly'] {
    const { showOnly } = this.#port;
    return (
      showOnly &&
      (async (...given) => {
        if (!this.#table) await showOnly.apply(this.#port, given);
      })
    );
  }

  get poll(): WorkbookPort['poll'] {
    const { poll } = this.#port;
    return (
      poll &&
      (async () => {
        if (!this.#table) return poll.apply(this.#port);
        const before = JSON.stringify(this.#last);
        if (JSON.stringify(await this.#read()) !== before) this.#tell();
      })
    );
  }

  onChanged(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    const end = this.#port.onChanged((positions) => listener(this.#table ? null : positions));
    return () => {
      end();
      this.#listeners.delete(listener);
    };
  }

  get onSelected(): WorkbookPort['onSelected'] {
    const { onSelected, pins } = this.#port;
    if (!onSelected) return undefined;
    return (listener) => {
      const end = onSelected.call(this.#port, (key, column) => {
        if (!this.#table) listener(key, column);
      });
      const endPinned = pins.onSelected?.((row, column) => this.#selected(row, column, listener));
      return () => {
        end();
        endPinned?.();
      };
    };
  }

  #selected(
    row: number,
    column: number,
    listener: (key: string | null, column?: ColumnId | null) => void,
  ): void {
    const cell = this.#last?.cells.find((each) => each.row === row && each.column === column);
    const [, place, at] = /^p(\d+)_(\d+)$/u.exec(cell?.name ?? '') ?? [];
    if (this.#table)
      listener(this.#table.places[Number(place)]?.key ?? null, this.#table.ids[Number(at)] ?? null);
  }

  /** What is kept of it; looked for once, where the workbook follows cells at all. */
  async #known(): Promise<Table | null> {
    if (this.#table !== undefined) return this.#table;
    const state = (await this.#port.pins.has()) ? await this.#port.readState() : null;
    return (this.#table = (state?.[stateName] as Table | undefined) ?? null);
  }

  async #read(): Promise<Pinned | null> {
    this.#last = await this.#port.pins.read(this.#table ? namesOf(this.#table) : []);
    return this.#last;
  }

  /** What was bound so far; its marks go, for nobody would know of them any more. */
  async #unmarked(): Promise<Table | null> {
    const before = await this.#known();
    if (!before) return null;
    const writes = before.places.flatMap(({ has }, place) =>
      has
        .filter((column) => isValueColumn(before.ids[column]!))
        .map((column): PinWrite => {
          const name = nameOf(place, column);
          const was = before.colours[name];
          return { name, mark: { mark: 'none', message: null, ...(was !== undefined && { was }) } };
        }),
    );
    await this.#port.pins.write(writes);
    return before;
  }

  async #unpin(): Promise<void> {
    const before = await this.#unmarked();
    if (before) await this.#port.pins.set(null, [], namesOf(before));
    this.#table = null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(null);
  }
}

const namesOf = ({ places, labels }: Table): string[] => [
  ...places.flatMap(({ has }, place) => has.map((column) => nameOf(place, column))),
  ...Object.keys(labels),
];

const byName = ({ cells }: Pinned): Map<string, Pinned['cells'][number]> =>
  new Map(cells.map((cell) => [cell.name, cell]));
