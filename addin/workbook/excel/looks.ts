import { LedgerBusy, type Notice } from '../port.ts';
import { type Area, addressOf } from './area.ts';
import { batches, type Step } from './batch.ts';
import { fillSteps, growStep, listSteps, listsRead, type Separator } from './lookSteps.ts';
import { messageOf, noteText } from './noteText.ts';
import type { LooksPlan, Note } from './planLooks.ts';
import type { Known } from './planWrite.ts';
import { type Abilities, bytesOf, type Rounds } from './rounds.ts';
import { proved, queueAll } from './write.ts';

/** So many single steps may be refused one after another; then the others are left out too. */
const patience = 8;

/** Room for what stands around a note in a request. */
const around = 1000;

/**
 * All that only looks: colours, dropdowns, notes, the table's size. It is never in a batch with data. What Excel
 * refuses of it is looked for by halves and passed over; the colour and the result column tell what a note would.
 */
export class Looks {
  readonly #rounds: Rounds;
  readonly #abilities: Abilities;
  readonly #notice: (notice: Notice) => void;
  #separator: ReturnType<Separator> = ',';
  /** Whether notes can be read here; unknown until they were. */
  #notes: boolean | null;

  constructor(rounds: Rounds, abilities: Abilities, notice: (notice: Notice) => void) {
    this.#rounds = rounds;
    this.#abilities = abilities;
    this.#notice = notice;
    this.#notes = abilities.notes ? null : false;
  }

  /** `false`: rows had moved, and what was painted has been put back. */
  async write(context: Excel.RequestContext, known: Known, plan: Partial<LooksPlan>): Promise<boolean> {
    const { fills = new Map<string | null, Area[]>(), lists = new Map<string, Area[]>() } = plan;
    const separator: Separator = () => this.#separator;
    const steps = [
      ...(this.#abilities.resize && plan.grown ? [growStep(known.bounds, plan.grown)] : []),
      ...[...fills].flatMap(([colour, areas]) => fillSteps(colour, areas, separator)),
      ...[...lists].flatMap(([choices, areas]) => listSteps(choices, areas, separator)),
    ];
    const refused: Step[] = [];
    for (const batch of batches(steps, this.#abilities.payload))
      if (!(await this.#run(context, known, batch, refused))) return false;
    if (refused.length > 0) this.#notice('looks-refused');
    return this.#writeNotes(context, known, plan.notes ?? []);
  }

  /** Whether cells offer these choices: a writing that changes nothing would still end what can be undone. */
  async hasLists(context: Excel.RequestContext, known: Known, lists: Map<string, Area[]>): Promise<boolean> {
    try {
      const rules = await this.#rounds.round(context, () => {
        const sheet = context.workbook.worksheets.getItem(known.bounds.sheet);
        return [...lists].flatMap(([choices, areas]) =>
          listsRead(areas, () => this.#separator).map((addresses) => {
            const { dataValidation } = sheet.getRanges(addresses);
            dataValidation.load('rule');
            return { choices, dataValidation };
          }),
        );
      });
      return rules.every(({ choices, dataValidation }) => dataValidation.rule?.list?.source === choices);
    } catch (thrown) {
      if (thrown instanceof LedgerBusy) throw thrown;
      return false;
    }
  }

  /** Reads what notes there are, and then writes where none but ours is. */
  async #writeNotes(context: Excel.RequestContext, known: Known, notes: Note[]): Promise<boolean> {
    if (this.#notes === false || notes.length === 0) return true;
    const found = new Map<Note, string | null>();
    const reads = notes.map((note): Step => ({
      bytes: around,
      queue(sheet) {
        const there = sheet.notes.getItemOrNullObject(addressOf({ ...note, rows: 1, columns: 1 }));
        there.load('content');
        return {
          held() {
            found.set(note, there.isNullObject ? null : there.content);
            return true;
          },
          putBack() {},
        };
      },
    }));
    const refused: Step[] = [];
    for (const batch of batches(reads, this.#abilities.payload))
      if (!(await this.#run(context, known, batch, refused, this.#notes === null))) return false;
    if (found.size === 0) {
      if (this.#notes === null) {
        this.#notes = false;
        this.#notice('notes-refused');
      }
      return true;
    }
    this.#notes = true;
    const writes = [...found].flatMap(([note, there]) => noteStep(note, there) ?? []);
    for (const batch of batches(writes, this.#abilities.payload))
      if (!(await this.#run(context, known, batch, refused))) return false;
    return true;
  }

  /**
   * Runs steps in one batch; where it is refused, in halves, so that what can be done is. `refused` gets the rest.
   * `whole`: a refusal of all is taken for one of each. `false`: rows had moved.
   */
  async #run(
    context: Excel.RequestContext,
    known: Known,
    steps: Step[],
    refused: Step[],
    whole = false,
  ): Promise<boolean> {
    if (steps.length === 0 || refused.length >= patience) {
      refused.push(...steps);
      return true;
    }
    const run = () =>
      proved(context, this.#rounds, this.#abilities, known, known, {}, (sheet) => queueAll(sheet, steps));
    try {
      return await run();
    } catch (thrown) {
      if (thrown instanceof LedgerBusy) throw thrown;
    }
    if (this.#separator === ',' && steps.some((step) => step.isReference)) {
      this.#separator = ';';
      try {
        return await run();
      } catch (thrown) {
        if (thrown instanceof LedgerBusy) throw thrown;
        this.#separator = ',';
      }
    }
    if (whole || steps.length === 1) {
      refused.push(...steps);
      return true;
    }
    const half = Math.ceil(steps.length / 2);
    return (
      (await this.#run(context, known, steps.slice(0, half), refused)) &&
      (await this.#run(context, known, steps.slice(half), refused))
    );
  }
}

/** What makes a note say what it has to; `null` where it does, or where it is somebody's own. */
function noteStep(note: Note, there: string | null): Step | null {
  const { row, column, message } = note;
  const says = there === null ? null : messageOf(there);
  if ((there !== null && says === null) || says === message) return null;
  const address = addressOf({ row, column, rows: 1, columns: 1 });
  return {
    bytes: bytesOf(message) + around,
    queue(sheet) {
      // Rows may have been sorted since it was read: what is here now is what is put back.
      const now = sheet.notes.getItemOrNullObject(address);
      now.load('content');
      now.delete();
      if (message !== null) sheet.notes.add(address, noteText(message));
      const stood = () => (now.isNullObject ? null : now.content);
      return {
        // One of ours may stand here already, from a batch that was refused halfway.
        held: () => now.isNullObject || messageOf(now.content) !== null,
        putBack(again) {
          const content = stood();
          if (message !== null) again.notes.getItemOrNullObject(address).delete();
          if (content !== null) again.notes.add(address, content);
        },
      };
    },
  };
}
