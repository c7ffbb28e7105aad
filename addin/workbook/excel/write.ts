import type { CellValue } from '../../../shared/row/row.ts';
import { LedgerBusy, LedgerMovedOn, LedgerRefused } from '../port.ts';
import { batches, type Queued, type Step } from './batch.ts';
import { mute } from './events.ts';
import { byKey, inPlace, type Was } from './owed.ts';
import type { Known, WritePlan } from './planWrite.ts';
import { type LedgerBounds, queueBounds } from './ledgerBounds.ts';
import type { Abilities, Rounds } from './rounds.ts';
import { blockSteps } from './steps.ts';

/** `moved`: rows stood elsewhere, and what was written has been taken back; but for rows that an earlier batch had added. */
export type Wrote = 'written' | 'moved' | 'moved, rows added';

/**
 * Writes the cells that were planned in as few round trips as their size asks for: one, below the limit of Excel on the
 * web. The same batch reads where the keys stood when it ran: if rows had moved since they were read, or had been hidden
 * while blocks are written over them, all of it is to be put back. If a value to be overwritten was another by then, all is to be
 * put back too, and it throws `LedgerMovedOn`. What is to be put back is owed: `rounds.owed` is paid before any other call.
 */
export async function writeProven(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  plan: Pick<WritePlan, 'blocks' | 'appended' | 'after'>,
): Promise<Wrote> {
  let first = true;
  const steps = plan.blocks.flatMap((block) => blockSteps(block, abilities.payload / 2));
  for (const batch of batches(steps, abilities.payload)) {
    const ends = first && plan.appended > 0;
    const proven = await proved(
      context,
      rounds,
      abilities,
      known,
      plan.after,
      { ends, grids: true },
      (sheet) => queueAll(sheet, batch),
    );
    if (!proven) return !first && plan.appended > 0 ? 'moved, rows added' : 'moved';
    first = false;
  }
  return 'written';
}

/** Queues steps as one. */
export function queueAll(sheet: Excel.Worksheet, steps: readonly Step[]): Queued {
  const queued = steps.map((step) => step.queue(sheet));
  const putBacks = queued.toReversed().flatMap(({ putBack }) => putBack ?? []);
  return {
    held: () => queued.every(({ held }) => held?.() ?? true),
    was: () => queued.flatMap(({ was }) => was?.() ?? []),
    putBack(again) {
      for (const putBack of putBacks) putBack(again);
    },
  };
}

/** What a proof is to hold besides: the ledger's end, and that no row has been hidden, over which a grid would be written. */
interface Proof {
  ends?: boolean;
  grids?: boolean;
}

/** Runs a batch. Where the ledger did not stand as known when it ran, it is taken back: acts at once, cells by their keys. */
export async function proved(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  after: Known,
  { ends = false, grids = false }: Proof,
  queue: Step['queue'],
): Promise<boolean> {
  const sheetOf = () => context.workbook.worksheets.getItem(known.bounds.sheet);
  const { proof, putBack, was, held } = await mute(context, rounds, abilities, () => {
    const sheet = sheetOf();
    return { proof: queueProof(context, rounds, sheet, known, after, ends), ...queue(sheet) };
  });
  const { stood, hides, keyAt } = proof();
  const misplaced = grids && hides && !known.hides;
  const there = stood && !misplaced;
  const asSeen = !there || (held?.() ?? true);
  if (there && asSeen) return true;
  const cells = was?.() ?? [];
  // Values that came to stand in other rows than they were sent to are not found by a key.
  if (keyAt && !misplaced && cells.length > 0) rounds.owed.push({ cells: byKey(known, keyAt, cells) });
  else if (cells.length > 0)
    rounds.owed.push({ sheet: known.bounds.sheet, act: inPlace(misplaced ? cells : sentTo(cells)) });
  if (putBack) {
    rounds.owed.push({ sheet: known.bounds.sheet, act: putBack });
    await payAct(context, rounds, abilities);
  }
  if (!asSeen) throw new LedgerMovedOn();
  return false;
}

const sentTo = (cells: readonly Was[]): Was[] => cells.filter(({ sent }) => sent !== null);

/** Does the last act that is owed; it stays owed while Excel is busy. */
export async function payAct(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
): Promise<void> {
  const owed = rounds.owed.at(-1);
  if (!owed || !('act' in owed)) return;
  try {
    await mute(context, rounds, abilities, () => owed.act(context.workbook.worksheets.getItem(owed.sheet)));
  } catch (thrown) {
    if (thrown instanceof LedgerBusy || thrown instanceof LedgerRefused) throw thrown;
    rounds.owed.pop();
    throw thrown;
  }
  rounds.owed.pop();
}

/** Reads, before anything of the batch is written, where the ledger is, which keys stand where, and whether rows are hidden. */
function queueProof(
  context: Excel.RequestContext,
  rounds: Rounds,
  sheet: Excel.Worksheet,
  known: Known,
  after: Known,
  ends: boolean,
): () => { stood: boolean; hides: boolean; keyAt?(row: number): CellValue } {
  const { bounds } = known;
  const there = queueBounds(context, rounds);
  const keys = keysOf(sheet, bounds);
  keys?.load('values,rowHidden');
  return () => {
    const hides = keys !== null && keys.rowHidden !== false;
    const now = there();
    if (!now || !sameBounds(now, bounds)) return { stood: false, hides };
    const values = (keys?.values ?? []) as CellValue[][];
    const keyAt = (row: number): CellValue => values[row - bounds.header - 1]?.[0] ?? null;
    if (ends && now.end !== bounds.end) return { stood: false, hides, keyAt };
    const stood = values.every(([value], position) => {
      const key = value === '' || value === undefined ? null : value;
      return key === (known.keys[position] ?? null) || key === (after.keys[position] ?? null);
    });
    return { stood, hides, keyAt };
  };
}

/** The cells that hold the keys; `null` where the ledger has no rows. */
export function keysOf(sheet: Excel.Worksheet, { header, end, columns }: LedgerBounds): Excel.Range | null {
  const count = end - header - 1;
  return count > 0 ? sheet.getRangeByIndexes(header + 1, columns.get('key')!, count, 1) : null;
}

function sameBounds(now: LedgerBounds, then: LedgerBounds): boolean {
  return (
    now.sheet === then.sheet &&
    now.header === then.header &&
    now.columns.size === then.columns.size &&
    [...now.columns].every(([id, at]) => then.columns.get(id) === at)
  );
}
