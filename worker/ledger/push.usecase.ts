import { parseRowKey } from '../../shared/rowKey/rowKey.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { pushedRows } from '../../shared/sheet/seriesRows.ts';
import { planPush } from '../../shared/sync/planPush.ts';
import { packRows } from '../../shared/wire/sheet.ts';
import type { Outcome, PackedAnswer, PushRequest } from '../../shared/wire/sync.ts';
import { untilPlanHolds } from '../db/change.ts';
import type { Access } from '../keys/access.ts';
import { sha256Of } from '../keys/accessKey.ts';
import type { Identity } from '../keys/authenticate.ts';
import { Problem } from '../problems/problem.ts';
import { formatCursor, parseCursor, type Cursor } from './cursor.ts';
import { loadChanges, type ChangesScope, type SheetContent } from './changes.repository.ts';
import { readGround, settled, type Asked, type PushGround } from './ground.ts';
import { readForPush, type PushScope } from './pushRead.repository.ts';
import { elsewhereOf, pushStatements } from './pushWrite.repository.ts';
import type { Pushed, SeriesMemory } from './seriesMemory.ts';

/** Called between a push's read and its batch: nothing in a deployment; tests interleave two pushes by it. */
export type Barrier = (pushId: string) => Promise<void>;

export interface PushContext {
  db: D1Database;
  /** Who is asking; where not `proven`, as this isolate remembers it. */
  identity: Identity & { proven: boolean };
  /** Asks the database anew who is asking. */
  prove: () => Promise<Identity>;
  memory: SeriesMemory;
  barrier: Barrier;
}

/** Arrangements that the keys name, of those that are this unit's on this list. */
function arrangementsOf({ identities }: Pushed, { unit, list }: PushGround['target']): string[] {
  const codes = new Set<string>();
  for (const identity of identities) {
    if (identity?.list === list.id && identity.unit === unit.id) codes.add(identity.arrangement);
  }
  return [...codes];
}

const cursorOf = ({ cursor }: PushRequest, { list, unit }: PushGround['target']): Cursor | null =>
  cursor === undefined ? null : parseCursor(cursor, list.id, unit.id);

const scopeOfPush = (pushed: Pushed, { keyId }: Access, target: PushGround['target']): PushScope => ({
  listId: target.list.id,
  unitId: target.unit.id,
  keyId,
  pushId: pushed.request.pushId,
  arrangements: arrangementsOf(pushed, target),
  rows: pushed.request.rows,
});

/** Whose rows are asked for; none where that is not for this key to ask. */
function unitOf(pushed: Pushed, { access }: Identity): string | undefined {
  const unit = access.unitId ?? pushed.unit;
  return pushed.unit === undefined || pushed.unit === unit ? unit : undefined;
}

/** Whether nothing is wrong with the cursor, by what is remembered of state and clock; without one there is no telling. */
function cursorHolds({ target, stored }: PushGround, { request }: Pushed, { clock }: Identity): boolean {
  const since = cursorOf(request, target);
  return (
    since !== null &&
    since.sequence <= stored.sequence &&
    since.sequence >= stored.deletion &&
    since.day <= clock.today
  );
}

/** Reads what the push is planned from, of unit and list as remembered; `null` where they are others by now. */
async function readOf(
  target: PushGround['target'],
  db: D1Database,
  pushed: Pushed,
  { access }: Identity,
): Promise<PushGround | null> {
  const stored = await readForPush(db, scopeOfPush(pushed, access, target));
  return stored.wide === target.wide ? { target, stored } : null;
}

/** Reads all that the push is planned from. */
const read = (db: D1Database, pushed: Pushed, { access, clock: { today } }: Identity): Promise<PushGround> =>
  readGround(db, { access, today }, pushed, (target) => readForPush(db, scopeOfPush(pushed, access, target)));

/** Plans a push on a ground, and applies it if the ground holds. */
async function apply(
  { db, memory, barrier }: PushContext,
  pushed: Pushed,
  { access, clock, proven }: PushContext['identity'],
  ground: PushGround,
): Promise<PackedAnswer> {
  const { request } = pushed;
  const { target, stored } = ground;
  const { unit, list, settings } = target;
  const since = cursorOf(request, target);
  const answer = (outcomes: Outcome[], content: SheetContent): PackedAnswer => ({
    pushId: request.pushId,
    rulesVersion,
    today: clock.today,
    year: list.year,
    outcomes,
    changes: packRows(content.rows),
    // What has gone from the list only a whole sheet tells: the next pull asks from where this workbook stands.
    cursor:
      content.incomplete && request.cursor !== undefined
        ? request.cursor
        : formatCursor(list.id, unit.id, { sequence: content.sequence, day: clock.today }),
  });
  const sheet: ChangesScope = {
    listId: list.id,
    unitId: unit.id,
    year: list.year,
    today: clock.today,
    since: since ?? { sequence: stored.sequence, day: clock.today },
  };
  if (since && (since.sequence > stored.sequence || since.day > clock.today)) {
    throw new Problem('cursor-invalid', { cursor: request.cursor ?? '' });
  }
  const bodySha256 = await sha256Of(JSON.stringify([list.id, unit.id, request.rulesVersion, request.rows]));
  if (stored.receipt) {
    if (stored.receipt.bodySha256 !== bodySha256) {
      throw new Problem('push-id-reused', { pushId: request.pushId });
    }
    return answer(stored.receipt.outcomes, await loadChanges(db, sheet));
  }
  // Rows may have gone since: the workbook is told so before it sends what nobody asks for any more.
  if (since && since.sequence < stored.deletion) {
    throw new Problem('cursor-invalid', { cursor: request.cursor ?? '' });
  }
  const plan = planPush(request.rows, {
    today: clock.today,
    now: clock.now,
    year: list.year,
    obligations: stored.obligations,
    bases: stored.bases,
    bureauAlone: stored.bureauAlone,
    bureauUnits: stored.bureauUnits,
    contact: settings.contact,
  });
  await barrier(request.pushId);
  const scope = scopeOfPush(pushed, access, target);
  const results = await db.batch(
    pushStatements(db, scope, plan, stored, {
      now: clock.now,
      today: clock.today,
      demoOffset: clock.demoOffset,
      notAfter: proven ? null : clock.now,
      since: since?.sequence ?? 0,
      pullsFrom: sheet.since,
      onBehalf: access.role !== 'reporter',
      bodySha256,
    }),
  );
  const elsewhere = elsewhereOf(results);
  const asked = { unit: unit.id, year: pushed.year };
  memory.keep(asked, clock.today, settled(ground, plan, elsewhere.sequence));
  if (elsewhere.others) return answer(plan.outcomes, await loadChanges(db, sheet));
  const rows = pushedRows(plan, stored.names, { today: clock.today, year: list.year });
  return answer(plan.outcomes, { sequence: elsewhere.sequence, incomplete: false, rows });
}

/** A push counts from when it came, however long its plan takes to hold; unless the demo clock was set meanwhile. */
function sameClock(proven: Identity, { clock }: Identity): Identity {
  const isEarlier = proven.clock.demoOffset === clock.demoOffset && proven.clock.now < clock.now;
  return isEarlier ? { ...proven, clock } : proven;
}

/**
 * Takes a push (S2–S5): every row judged by itself, all that follows in one D1 batch with the receipt, and
 * the pull of the same moment in the answer. The same push again gets the stored outcomes and fresh changes.
 * It is planned first from what this isolate remembers of the series, if it does; the guard of the batch refuses
 * what no longer holds, and then all is read.
 * @throws Problem `push-id-reused`, `cursor-invalid`, `busy`, and what `prove` throws.
 */
export async function pushRows(
  context: PushContext,
  request: PushRequest,
  asked: Asked,
): Promise<PackedAnswer> {
  const { db, memory } = context;
  const named = request.rows.map(({ key }) => parseRowKey(key));
  const identities = named.map((identity) => (typeof identity === 'string' ? null : identity));
  const pushed: Pushed = { request, identities, ...asked };
  let { proven, ...identity }: PushContext['identity'] = context.identity;
  let remembers = true;
  const prove = async (): Promise<void> => {
    if (!proven) identity = sameClock(await context.prove(), identity);
    proven = true;
  };
  /** The best guess: the series as this isolate left it; or only unit and list remembered, and the rest read. */
  const guess = async (): Promise<PushGround | null> => {
    const own = { ...pushed, unit: unitOf(pushed, identity) };
    const { today } = identity.clock;
    const target = memory.target(own, today);
    const ground = memory.recall(own, today) ?? (target && (await readOf(target, db, pushed, identity)));
    return ground && cursorHolds(ground, pushed, identity) ? ground : null;
  };
  return untilPlanHolds(async () => {
    let ground = remembers ? await guess() : null;
    // A receipt is answered without a batch that would prove the key.
    if (!ground || ground.stored.receipt) await prove();
    ground ??= await read(db, pushed, identity);
    const by = { ...identity, proven };
    // Refuted, everything is asked for.
    [remembers, proven] = [false, false];
    return apply(context, pushed, by, ground);
  });
}
