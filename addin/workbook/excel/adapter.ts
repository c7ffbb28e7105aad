import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import {
  LedgerBusy,
  LedgerMovedOn,
  type Binding,
  type ChangeListener,
  type ColumnId,
  type LedgerChange,
  type LedgerLayout,
  type Notice,
  type ScannedRow,
  type WorkbookPort,
  type WorkbookState,
} from '../port.ts';
import { archiveRows, without } from './archive.ts';
import { bindColumns, keysOfBinding } from './bind.ts';
import { hear } from './events.ts';
import { queueHides } from './filter.ts';
import { looksFor, readFormulas } from './hers.ts';
import { layOutLedger } from './layOut.ts';
import { Looks } from './looks.ts';
import { listsOf, spelt } from './planLooks.ts';
import { addedAlready, type Known, planWrite, sameKeys } from './planWrite.ts';
import { queueBounds } from './ledgerBounds.ts';
import { knownFrom, Reader, scannedRow } from './read.ts';
import { Notices } from './notices.ts';
import { planPutBack } from './owed.ts';
import { ExcelPins } from './pins.ts';
import { pollStatuses } from './poll.ts';
import { readSheets, selectCell } from './readSheets.ts';
import { type Abilities, Rounds } from './rounds.ts';
import { scanSome } from './scanSome.ts';
import { selectRow } from './selectRow.ts';
import { StateSheet } from './stateSheet.ts';
import { Viewing } from './viewing.ts';
import { payAct, type Wrote, writeProven } from './write.ts';

type Attempt = { missing: string[] } | Exclude<Wrote, 'written'>;

/** How long a clerk pauses before results are written: longer where that ends what she can undo. */
const pauses = { kept: 2000, ended: 8000 } as const;

/** How often it is tried within one call to put back what is owed. */
const mostPaid = 12;

const noPlan = { blocks: [], after: null };

/** How often a write is tried again where rows move under it. */
const attempts = 4;

/**
 * The workbook port over Office.js. A scan takes two round trips, a write one and another for how it looks, however many
 * rows there are; what goes beyond Excel's limits is cut into chunks. Calls run one after another.
 */
export class ExcelPort implements WorkbookPort {
  readonly #abilities: Abilities;
  readonly #rounds: Rounds;
  readonly #reader: Reader;
  readonly #state: StateSheet;
  readonly #looks: Looks;
  readonly #viewing: Viewing;
  readonly pins: ExcelPins;
  readonly #listeners = new Set<ChangeListener>();
  readonly #notices = new Notices();
  /** As last read or written; `stale` where rows may have moved since. */
  #known: Known | null = null;
  #stale = true;
  /** The dropdowns as they were last set, and whether a paste may have changed them. */
  #lists: string | null = null;
  #listsDoubtful = false;
  #attached: string | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(abilities: Abilities, wait: (ms: number) => Promise<void>) {
    this.#abilities = abilities;
    this.#rounds = new Rounds(wait);
    this.#reader = new Reader(this.#rounds, abilities);
    this.#state = new StateSheet(this.#rounds, abilities);
    this.#looks = new Looks(this.#rounds, abilities, (notice) => this.#notices.tell(notice));
    this.#viewing = new Viewing({
      rounds: this.#rounds,
      abilities,
      run: (act) => this.#run(act),
      known: () => (this.#stale ? null : this.#known),
    });
    this.takeKeyboard = this.#viewing.takeKeyboard;
    this.pins = new ExcelPins({
      ...{ rounds: this.#rounds, abilities, run: (act) => this.#run(act) },
      ...{ tell: () => this.#tell(null), notice: (notice) => this.#notices.tell(notice) },
    });
  }

  readonly takeKeyboard?: (() => void) | undefined;

  scan(positions?: readonly number[]): Promise<ScannedRow[] | null> {
    return this.#run(async (context) => {
      if (positions && this.#known && !this.#stale) {
        const rows = await scanSome(context, this.#reader, this.#known, positions);
        await this.#tidyLists(context);
        return rows;
      }
      const isFirst = this.#attached === null;
      const lines = await this.#readAll(context);
      await this.#tidyLists(context);
      if (isFirst && lines) await this.#viewing.look(context);
      const { bounds } = this.#known ?? {};
      if (!lines || !bounds) return null;
      const wanted = positions && new Set(positions);
      return lines.flatMap((line, position) => {
        const row = wanted && !wanted.has(position) ? null : scannedRow(bounds, position, line);
        return row ? [row] : [];
      });
    });
  }

  layOut(layout: LedgerLayout): Promise<void> {
    return this.#run(async (context) => {
      const attach = (sheet: Excel.Worksheet) => this.#attach(sheet);
      this.#known = await layOutLedger(context, this.#rounds, this.#abilities, layout, attach);
      this.#attached = this.#known.bounds.sheet;
      this.#stale = false;
      const wrote = await this.#looks.write(context, this.#known, { lists: listsOf(this.#known) });
      this.#lists = wrote ? spelt(this.#known) : null;
      this.#listsDoubtful = false;
      this.#viewing.forget();
      this.#tell(null);
    });
  }

  readSheets(): Promise<LedgerSheet[]> {
    return this.#run((context) => readSheets(context, this.#rounds, this.#abilities));
  }

  bind(binding: Binding): Promise<void> {
    return this.#run(async (context) => {
      await bindColumns(context, this.#rounds, this.#abilities, binding);
      await this.#readAll(context);
      const rows = keysOfBinding(binding, this.#known?.keys ?? []);
      await this.#written(context, { atPositions: rows }, []);
      this.#viewing.forget();
      this.#tell(null);
    });
  }

  selectCell(sheet: string, row: number, column: number): Promise<boolean> {
    return this.#run((context) => selectCell(context, this.#rounds, sheet, row, column));
  }

  apply(change: LedgerChange, seen: readonly ScannedRow[] = []): Promise<{ missing: string[] }> {
    return this.#run((context) => this.#written(context, change, seen));
  }

  readState(): Promise<WorkbookState | null> {
    return this.#run((context) => this.#state.read(context));
  }

  writeState(state: WorkbookState): Promise<void> {
    return this.#run((context) => this.#state.write(context, state));
  }

  select(row: string | number, column: ColumnId): Promise<boolean> {
    return this.#run(async (context) => {
      if (!this.#known || this.#stale) await this.#readAll(context);
      const at = this.#known && (await selectRow(context, this.#rounds, this.#known, row, column));
      if (at === null) return false;
      await this.#viewing.wentTo(context, at);
      return true;
    });
  }

  showOnly(keys: readonly string[] | null, isAgain = false): Promise<void> {
    return this.#run(async (context) => {
      const hides = await this.#viewing.show(context, keys, isAgain);
      if (this.#known) this.#known.hides = hides;
    });
  }

  onUnfiltered(listener: () => void): () => void {
    return this.#viewing.onUnfiltered(listener);
  }

  onSelected(listener: (key: string | null) => void): () => void {
    return this.#viewing.onSelected(listener);
  }

  get pauseMs(): number {
    return this.#abilities.undo ? pauses.kept : pauses.ended;
  }

  poll(): Promise<void> {
    return this.#run(async (context) => {
      const known = this.#known;
      if (!known || this.#stale) return;
      const changed = await pollStatuses(context, this.#rounds, known);
      if (changed === null) this.#stale = true;
      if (changed === null || changed.length > 0) this.#tell(changed);
      await this.#viewing.look(context).catch(() => {});
    });
  }

  onChanged(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    return this.#notices.listen(listener);
  }

  async #written(
    context: Excel.RequestContext,
    change: LedgerChange,
    seen: readonly ScannedRow[],
  ): Promise<{ missing: string[] }> {
    let rest = change;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const done = await this.#attempt(context, rest, seen);
      if (typeof done === 'object') return done;
      if (done === 'moved, rows added') rest = addedAlready(rest);
      this.#stale = true;
    }
    throw rowsKeepMoving();
  }

  #tell(positions: readonly number[] | null): void {
    for (const listener of this.#listeners) listener(positions);
  }

  /** One call after another: what one has read must hold until it has written. */
  #run<T>(act: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    const result = this.#queue.then(() =>
      Excel.run(async (context) => {
        await this.#pay(context);
        try {
          return await act(context);
        } finally {
          // What cannot be done now is owed still.
          await this.#pay(context).catch(() => {});
        }
      }),
    );
    this.#queue = result.catch(() => {});
    return result;
  }

  /**
   * Puts back what has come to stand where it was not meant for. Until that is done no row is read or written: what is there
   * would be taken for the clerk's.
   */
  async #pay(context: Excel.RequestContext): Promise<void> {
    const { owed } = this.#rounds;
    const scanned = this.#known;
    for (let tries = 0; owed.length > 0; tries += 1) {
      if (tries === mostPaid) throw rowsKeepMoving();
      const last = owed.at(-1)!;
      if ('act' in last) {
        await payAct(context, this.#rounds, this.#abilities);
        continue;
      }
      this.#stale = true;
      const lines = await this.#readAll(context);
      const known = this.#known;
      const { blocks, after } = known && lines ? planPutBack(known, lines, last.cells) : noPlan;
      // Positions of a change are those of the last scan.
      this.#known = scanned;
      this.#stale = true;
      if (known && after && blocks.length > 0) {
        const plan = { blocks, after, appended: 0 };
        const wrote = await writeProven(context, this.#rounds, this.#abilities, known, plan).catch(
          (thrown: unknown) => {
            if (thrown instanceof LedgerMovedOn) return 'moved';
            throw thrown;
          },
        );
        if (wrote !== 'written') continue;
      }
      owed.splice(owed.indexOf(last), 1);
    }
  }

  async #attempt(
    context: Excel.RequestContext,
    change: LedgerChange,
    seen: readonly ScannedRow[] = [],
  ): Promise<Attempt> {
    await this.#pay(context);
    if (!this.#known || this.#stale) {
      const scanned = this.#known?.keys;
      await this.#readAll(context);
      if (!this.#known) throw new LedgerBusy('工作簿中没有台账。The workbook holds no ledger.', 'moving');
      // Positions are those of the last scan: where rows have moved since, they name other rows.
      if (change.atPositions?.length && !sameKeys(scanned, this.#known.keys))
        throw new LedgerBusy(
          '行的位置已变动，将重新检查。Rows have moved; they are looked at again.',
          'moving',
        );
    }
    const known = this.#known;
    if (known.bounds.isHers) known.formulas = await readFormulas(context, this.#rounds, known, change);
    const plan = planWrite(known, change, seen);
    if (plan.blocks.length > 0) {
      const wrote = await writeProven(context, this.#rounds, this.#abilities, known, plan);
      if (wrote !== 'written') return wrote;
    }
    this.#known = plan.after;
    if (plan.archived.length > 0) {
      const moved = await archiveRows(
        context,
        this.#rounds,
        this.#abilities,
        plan.after,
        plan.archived,
        (notice) => this.#notices.tell(notice),
      );
      if (!moved) return this.#again(context, change);
      this.#known = without(plan.after, plan.archived);
    }
    await this.#dress(context, change);
    const stay = plan.appended === 0 && plan.archived.length === 0;
    if (plan.appended > 0) this.#viewing.grown();
    if (!stay) this.#viewing.retell();
    this.#tell(stay ? plan.written : null);
    return { missing: plan.missing };
  }

  /** Cells are written, rows are not yet archived, and have moved: the rest of it once more. */
  async #again(context: Excel.RequestContext, change: LedgerChange): Promise<Attempt> {
    this.#stale = true;
    this.#tell(null);
    const { marks = [], archive = [] } = change;
    return this.#attempt(context, { marks, archive });
  }

  /** What a change does to the look of the sheet, once its data stands; where rows move meanwhile, where they are then. */
  async #dress(context: Excel.RequestContext, change: LedgerChange): Promise<void> {
    for (let attempt = 0; attempt < attempts && this.#known; attempt += 1) {
      const known: Known = this.#known;
      const looks = await looksFor(context, this.#rounds, this.#abilities, known, change);
      if (looks && (await this.#looks.write(context, known, looks))) {
        this.#lists = spelt(known);
        return;
      }
      await this.#pay(context);
      await this.#readAll(context);
    }
  }

  /** Two round trips: where the ledger is, and what stands in it. */
  async #readAll(context: Excel.RequestContext): Promise<CellValue[][] | null> {
    let bounds = (await this.#rounds.round(context, () => queueBounds(context, this.#rounds)))();
    if (bounds && bounds.blocks.join() !== this.#rounds.blocks.join()) {
      this.#rounds.blocks = bounds.blocks;
      bounds = (await this.#rounds.round(context, () => queueBounds(context, this.#rounds)))();
    }
    if (!bounds) {
      this.#known = null;
      return null;
    }
    this.#stale = false;
    let hides = () => false;
    const lines = await this.#reader.rows(
      context,
      bounds,
      bounds.header + 1,
      bounds.end - bounds.header - 1,
      () => {
        if (this.#attached !== bounds.sheet) this.#attach(context.workbook.worksheets.getItem(bounds.sheet));
        hides = queueHides(context, bounds);
      },
    );
    this.#attached = bounds.sheet;
    this.#known = knownFrom(bounds, lines, hides());
    this.#viewing.retell();
    return lines;
  }

  /** Dropdowns belong to places, not to rows: after a sort or a paste they are set anew, in one round trip. */
  async #tidyLists(context: Excel.RequestContext): Promise<void> {
    const known = this.#known;
    if (!known || this.#stale) return;
    const wanted = spelt(known);
    if (wanted === this.#lists && !this.#listsDoubtful) return;
    const lists = listsOf(known);
    const maybe = this.#lists === null || wanted === this.#lists;
    const isAsWanted = maybe && (await this.#looks.hasLists(context, known, lists));
    if (!isAsWanted && !(await this.#looks.write(context, known, { lists }))) return;
    this.#lists = wanted;
    this.#listsDoubtful = false;
  }

  /** Handlers die with the page; they are registered with the first reading. */
  #attach(sheet: Excel.Worksheet): void {
    this.#viewing.attach(sheet);
    sheet.onChanged.add(async (args) => {
      const { moved, lists, tell } = hear(args, this.#stale ? null : this.#known);
      this.#stale ||= moved;
      this.#listsDoubtful ||= lists;
      if (tell !== undefined) this.#tell(tell);
    });
    if (!this.#abilities.rowSorted) return;
    sheet.onRowSorted.add(async ({ source }) => {
      this.#stale = true;
      if (source !== 'Remote') this.#tell(null);
    });
  }
}

const rowsKeepMoving = () =>
  new LedgerBusy('表格中的行一直在移动，稍后会再试。Rows kept moving; it will be tried again.', 'moving');
