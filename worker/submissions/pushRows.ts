import { parseRowKey } from '../../shared/rowKey/rowKey.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { pushedRows } from '../../shared/sheet/pushedRows.ts';
import { planPush } from '../../shared/sync/planPush.ts';
import type { Outcome, PushAnswer, PushRequest } from '../../shared/wire/sync.ts';
import type { Clock } from '../clock/clock.ts';
import { untilPlanHolds } from '../db/change.ts';
import type { Access } from '../keys/access.ts';
import { sha256Of } from '../keys/accessKey.ts';
import { Problem } from '../problems/problem.ts';
import { formatCursor, parseCursor, type Cursor } from '../sheet/cursor.ts';
import { scopeOf, type UnitAndList } from '../sheet/scope.ts';
import { loadSheet, type SheetContent, type SheetScope } from '../sheet/sheet.repository.ts';
import {
  elsewhereOf,
  elsewhereStatement,
  pushStatements,
  readForPush,
  type PushScope,
} from './push.repository.ts';

/** Called between a push's read and its batch: nothing in a deployment; tests interleave two pushes by it. */
export type Barrier = (pushId: string) => Promise<void>;

export interface PushContext {
  db: D1Database;
  access: Access;
  clock: Clock;
  barrier: Barrier;
}

/** Arrangements that the keys name, of those that are this unit's on this list. */
function arrangementsOf(rows: PushRequest['rows'], { unit, list }: UnitAndList): string[] {
  const codes = new Set<string>();
  for (const { key } of rows) {
    const identity = parseRowKey(key);
    if (typeof identity === 'string') continue;
    if (identity.list === list.id && identity.unit === unit.id) codes.add(identity.arrangement);
  }
  return [...codes];
}

/**
 * Takes a push (S2–S5): every row judged by itself, all that follows in one D1 batch with the receipt, and
 * the pull of the same moment in the answer. The same push again gets the stored outcomes and fresh changes.
 * @throws Problem `push-id-reused`, `cursor-invalid`, `busy`.
 */
export async function pushRows(
  context: PushContext,
  request: PushRequest,
  asked: { unit?: string | undefined; year?: number | undefined },
): Promise<PushAnswer> {
  const { db, access, clock, barrier } = context;
  const target = await scopeOf(db, access, asked, clock.today);
  const { unit, list, settings, onBehalf } = target;
  const since = request.cursor === undefined ? null : parseCursor(request.cursor, list.id, unit.id);
  const scope: PushScope = {
    listId: list.id,
    unitId: unit.id,
    keyId: access.keyId,
    pushId: request.pushId,
    arrangements: arrangementsOf(request.rows, target),
    rows: request.rows,
  };
  const bodySha256 = await sha256Of(JSON.stringify([list.id, unit.id, request.rulesVersion, request.rows]));
  const sheetScope = (sequence: number): SheetScope & { since: Cursor } => ({
    listId: list.id,
    unitId: unit.id,
    year: list.year,
    today: clock.today,
    since: since ?? { sequence, day: clock.today },
  });
  const answer = (outcomes: Outcome[], content: SheetContent): PushAnswer => ({
    pushId: request.pushId,
    rulesVersion,
    today: clock.today,
    outcomes,
    changes: content.rows,
    // What has gone from the list only a whole sheet tells: the next pull asks from where this workbook stands.
    cursor:
      content.incomplete && request.cursor !== undefined
        ? request.cursor
        : formatCursor(list.id, unit.id, { sequence: content.sequence, day: clock.today }),
  });

  return untilPlanHolds(async () => {
    const stored = await readForPush(db, scope);
    if (since && (since.sequence > stored.sequence || since.day > clock.today)) {
      throw new Problem('cursor-invalid', { cursor: request.cursor ?? '' });
    }
    if (stored.receipt) {
      if (stored.receipt.bodySha256 !== bodySha256) {
        throw new Problem('push-id-reused', { pushId: request.pushId });
      }
      return answer(stored.receipt.outcomes, await loadSheet(db, sheetScope(stored.sequence)));
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
    const writing = pushStatements(db, scope, plan, stored.sequence, {
      now: clock.now,
      onBehalf,
      bodySha256,
    });
    const scopeNow = sheetScope(stored.sequence);
    const wrote = plan.writes.length > 0;
    const results = await db.batch([
      ...writing,
      elsewhereStatement(db, scope, scopeNow.since, clock.today, wrote),
    ]);
    const { sequence, others } = elsewhereOf(results.at(-1));
    if (others) return answer(plan.outcomes, await loadSheet(db, scopeNow));
    const rows = pushedRows(plan, stored.names, { today: clock.today, year: list.year });
    return answer(plan.outcomes, { sequence, incomplete: false, rows });
  });
}
