import type { CellValue } from '../../../shared/row/row.ts';
import { areasOf } from './area.ts';
import type { Known } from './planWrite.ts';
import type { Abilities, Rounds } from './rounds.ts';
import { filterToKeys, queueIsFiltered, queueKeyAt } from './views.ts';

type Run = <T>(act: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
type Selected = (key: string | null) => void;

interface Deps {
  rounds: Rounds;
  abilities: Abilities;
  run: Run;
  /** The ledger as it was last read; `null` where rows may have moved since. */
  known(): Known | null;
}

/**
 * What the clerk sees of the ledger: which rows, and which of them is at hand. Events are hints, since some never come
 * (github.com/OfficeDev/office-js 533, 4691, 6311): both are looked at, too.
 */
export class Viewing {
  readonly #deps: Deps;
  readonly #selected = new Set<Selected>();
  readonly #unfiltered = new Set<() => void>();
  /** The row of the sheet that the selection begins in, from 0; `null`: it stands elsewhere. */
  #row: number | null = null;
  #told: string | null = null;
  /** Whether the sheet is filtered to the rows of a view. */
  #isFiltered = false;
  /** Whether rows have come since it was filtered. */
  #grown = false;
  #looking = false;

  /** Gives the keyboard to the sheet; missing where Excel cannot. */
  readonly takeKeyboard?: (() => void) | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
    if (deps.abilities.focus)
      this.takeKeyboard = () => void deps.run((context) => this.#focus(context)).catch(() => {});
  }

  onSelected(listener: Selected): () => void {
    this.#selected.add(listener);
    return () => this.#selected.delete(listener);
  }

  onUnfiltered(listener: () => void): () => void {
    this.#unfiltered.add(listener);
    return () => this.#unfiltered.delete(listener);
  }

  /** Queues the handlers; there is no event of filters that is out of preview. */
  attach(sheet: Excel.Worksheet): void {
    sheet.onSelectionChanged.add(async ({ address }) => this.#movedTo(address));
    if (this.#deps.abilities.rowHidden)
      sheet.onRowHiddenChanged.add(async () => {
        if (this.#isFiltered && !this.#looking) void this.#lookAtFilter();
      });
  }

  /** The ledger has been laid out anew: its table has no filter. */
  forget(): void {
    this.#isFiltered = false;
    this.#grown = false;
  }

  grown(): void {
    this.#grown = true;
  }

  async show(
    context: Excel.RequestContext,
    keys: readonly string[] | null,
    isAgain: boolean,
  ): Promise<boolean> {
    const { rounds, abilities } = this.#deps;
    const hides = await filterToKeys(context, rounds, abilities, keys, {
      isAgain,
      mayBeAsIs: !this.#grown,
    });
    this.#isFiltered = keys !== null;
    this.#grown = false;
    return hides;
  }

  /** Tells of the row at hand by the ledger as it was last read. */
  retell(): void {
    const known = this.#deps.known();
    if (known)
      this.#tell(this.#row === null ? null : (known.keys[this.#row - known.bounds.header - 1] ?? null));
  }

  /** Where a jump has gone to; the keyboard goes there too, where it can. */
  async wentTo(context: Excel.RequestContext, row: number): Promise<void> {
    this.#row = row;
    this.retell();
    if (this.#deps.abilities.focus) await this.#focus(context);
  }

  /** Where that fails, the cell is selected all the same. */
  async #focus(context: Excel.RequestContext): Promise<void> {
    await this.#deps.rounds.round(context, () => context.workbook.focus(), 1).catch(() => {});
  }

  /** Looks at filter and selection where somebody wants to know. */
  async look(context: Excel.RequestContext): Promise<void> {
    if (this.#isFiltered) await this.#readFilter(context);
    if (this.#selected.size > 0) await this.#readSelection(context);
  }

  async #lookAtFilter(): Promise<void> {
    this.#looking = true;
    try {
      await this.#deps.run((context) => {
        this.#looking = false;
        return this.#readFilter(context);
      });
    } catch {
      // The next look tells.
    } finally {
      this.#looking = false;
    }
  }

  async #readFilter(context: Excel.RequestContext): Promise<void> {
    const is = (await this.#deps.rounds.round(context, () => queueIsFiltered(context), 1))();
    if (is || !this.#isFiltered) return;
    this.#isFiltered = false;
    for (const listener of this.#unfiltered) listener();
  }

  /** There may be no active cell: a chart has none. Then nothing is told. */
  async #readSelection(context: Excel.RequestContext): Promise<void> {
    const known = this.#deps.known();
    const active = await this.#deps.rounds
      .round(
        context,
        () => {
          const cell = context.workbook.getActiveCell();
          const sheet = cell.worksheet;
          cell.load('rowIndex');
          sheet.load('id');
          return { cell, sheet };
        },
        1,
      )
      .catch(() => null);
    if (!active || !known) return;
    this.#row = active.sheet.id === known.bounds.sheet ? active.cell.rowIndex : null;
    this.retell();
  }

  #movedTo(address: string): void {
    this.#row = areasOf(address.split(',')[0]!)?.[0]?.row ?? null;
    const row = this.#row;
    if (row === null) return this.#tell(null);
    if (this.#deps.known()) return this.retell();
    // Rows may have moved: what stands there now is asked for, and nothing else.
    void this.#deps
      .run(async (context) => {
        const key = (await this.#deps.rounds.round(context, () => queueKeyAt(context, row), 1))();
        if (row === this.#row) this.#tell(key);
      })
      .catch(() => {});
  }

  #tell(value: CellValue): void {
    const key = value === null ? null : String(value);
    if (key === this.#told) return;
    this.#told = key;
    for (const listener of this.#selected) listener(key);
  }
}
