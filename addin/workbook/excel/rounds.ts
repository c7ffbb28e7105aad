import type { BlockColumn } from '../port.ts';
import type { Owed } from './owed.ts';
import { asTold, codeOf, inCellEdit, passesSoon } from './refusal.ts';

/** What of Excel the adapter reckons with: what it has, and how much goes through at once. */
export interface Abilities {
  /** Events say whether this add-in caused them (ExcelApi 1.14). */
  triggerSource: boolean;
  /** Sorting has an event of its own (1.10). */
  rowSorted: boolean;
  /** Rows that are hidden or shown, by a filter too, raise an event (1.11). */
  rowHidden: boolean;
  /** The keyboard can be given to the sheet (ExcelApiDesktop 1.1). */
  focus: boolean;
  /** A table can be made larger (1.13). */
  resize: boolean;
  /** What an add-in writes can be undone, and leaves what was done before it (1.19). */
  undo: boolean;
  /** Notes can be written (1.18, and the Office.js that is loaded knows them). */
  notes: boolean;
  /** Bytes of a request or answer, kept clear of the 5 MB that Excel on the web takes. */
  payload: number;
}

/** How often, and how long apart, a call is tried while a cell is being edited. */
const patience = { tries: 120, pause: 250 } as const;

/** How long is waited, each time longer, where Excel does not answer for another reason. */
const growing = [1000, 2000, 4000, 8000, 15_000] as const;

type Wait = (ms: number) => Promise<void>;

/** One round trip after another: every `context.sync()` of the adapter is in here. */
export class Rounds {
  readonly #wait: Wait;
  /** What is to be put back before anything else is done, the last first. */
  readonly owed: Owed[] = [];
  /** Columns of blocks side by side that the ledger is known to have. */
  blocks: readonly BlockColumn[] = [];

  constructor(wait: Wait) {
    this.#wait = wait;
  }

  /**
   * Queues operations and syncs once. While a cell is being edited Excel refuses the whole batch: it is queued
   * and sent again a little later, for half a minute; where it does not answer, less and less often.
   * @throws LedgerBusy where it may succeed later, LedgerRefused where it will not
   */
  async round<T>(
    context: Excel.RequestContext,
    queue: () => T,
    tries: number = patience.tries,
    silences = 0,
  ): Promise<T> {
    const result = queue();
    try {
      await context.sync();
      return result;
    } catch (thrown) {
      if (!passesSoon(thrown) || tries <= 1) throw asTold(thrown);
      if (codeOf(thrown) !== inCellEdit) {
        const pause = growing[silences];
        if (pause === undefined) throw asTold(thrown);
        await this.#wait(pause);
        return this.round(context, queue, tries, silences + 1);
      }
    }
    await this.#wait(patience.pause);
    return this.round(context, queue, tries - 1, silences);
  }
}

const encoder = new TextEncoder();

/** Bytes that a value takes in a request. */
export function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value) ?? '').length;
}
