import type { CellValue } from '../../../shared/row/row.ts';
import { LedgerMovedOn } from '../port.ts';
import { allBack, batches, type PutBack, type Step } from './batch.ts';
import { mute } from './events.ts';
import type { Known, WritePlan } from './planWrite.ts';
import { type Place, queuePlace } from './place.ts';
import type { Abilities, Rounds } from './rounds.ts';
import { stepsOf } from './steps.ts';
import type { Area } from './area.ts';

/** `moved`: rows stood elsewhere, and what was written has been taken back; but for rows that an earlier batch had added. */
export type Wrote = 'written' | 'moved' | 'moved, rows added';

/**
 * Writes what was planned in as few round trips as its size asks for: one, below the limit of Excel on the web. The same
 * batch reads where the keys stood when it ran: if rows had moved since they were read, all of it is put back. If a value to be overwritten was another by then, all is put back too, and it throws `LedgerMovedOn`. So nothing
 * is left in a row that it was not meant for.
 */
export async function writeProven(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  plan: WritePlan,
  lists: Map<string, Area[]>,
): Promise<Wrote> {
  let first = true;
  for (const batch of batches(stepsOf(plan, lists, abilities), abilities.payload)) {
    const ends = first && plan.appended > 0;
    const proven = await proved(context, rounds, abilities, known, plan.after, ends, (sheet) => {
      const queued = batch.map((step) => step.queue(sheet));
      return {
        held: () => queued.every(({ held }) => held?.() ?? true),
        putBack: allBack(queued.map(({ putBack }) => putBack)),
      };
    });
    if (!proven) return !first && plan.appended > 0 ? 'moved, rows added' : 'moved';
    first = false;
  }
  return 'written';
}

/** Runs a batch, and takes it back where the ledger did not stand as known when it ran. */
export async function proved(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  known: Known,
  after: Known,
  ends: boolean,
  queue: Step['queue'],
): Promise<boolean> {
  const sheetOf = () => context.workbook.worksheets.getItem(known.place.sheet);
  const { stood, putBack, held } = await mute(context, rounds, abilities, () => {
    const sheet = sheetOf();
    return { stood: queueProof(context, sheet, known, after, ends), ...queue(sheet) };
  });
  const there = stood();
  const asSeen = !there || (held?.() ?? true);
  if (there && asSeen) return true;
  for (let back: PutBack | null = putBack; back;) {
    const now: PutBack = back;
    const ran = await mute(context, rounds, abilities, () => now(sheetOf()));
    back = ran?.() ?? null;
  }
  if (!asSeen) throw new LedgerMovedOn();
  return false;
}

/** Reads, before anything of the batch is written, where the ledger is and which keys stand where. */
function queueProof(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  known: Known,
  after: Known,
  ends: boolean,
): () => boolean {
  const { place } = known;
  const there = queuePlace(context);
  const count = place.end - place.header - 1;
  const top = place.header + 1;
  const keys = count > 0 ? sheet.getRangeByIndexes(top, place.columns.get('key')!, count, 1) : null;
  keys?.load('values');
  return () => {
    const now = there();
    if (!now || !samePlace(now, place) || (ends && now.end !== place.end)) return false;
    return ((keys?.values ?? []) as CellValue[][]).every(([value], position) => {
      const key = value === '' || value === undefined ? null : value;
      return key === (known.keys[position] ?? null) || key === (after.keys[position] ?? null);
    });
  };
}

function samePlace(now: Place, then: Place): boolean {
  return (
    now.sheet === then.sheet &&
    now.header === then.header &&
    now.columns.size === then.columns.size &&
    [...now.columns].every(([id, at]) => then.columns.get(id) === at)
  );
}
