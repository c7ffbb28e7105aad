import { arrangementOfKey } from '../../shared/rowKey/rowKey.ts';
import { lightsOn } from '../../shared/obligations/light.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { pushedRows } from '../../shared/sheet/seriesRows.ts';
import { planPush, type PushPlan } from '../../shared/sync/planPush.ts';
import { packRows } from '../../shared/wire/parts/packedRows.ts';
import type { AnsweredOutcome, AnsweredRow } from '../../shared/wire/parts/outcome.ts';
import type { PackedAnswer } from '../../shared/wire/pushAnswer.ts';
import type { PushRequest } from '../../shared/wire/push.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { untilPlanHolds } from '../db/change.ts';
import { sha256Of } from '../identity/accessKey.ts';
import { Problem } from '../problems/problem.ts';
import { answered, type Answered, type Question } from './asked.ts';
import { formatCursor, parseCursor, type Cursor } from './cursor.ts';
import { loadChanges, type ChangesScope, type SheetContent } from './changes.repository.ts';
import { pushEntry } from './pushEntry.ts';
import { readForPush, type PushNamed, type StoredPushState } from './pushRead.repository.ts';
import { elsewhereOf, pushStatements } from './pushWrite.repository.ts';

/** Called between a push's read and its batch: nothing in a deployment; tests interleave two pushes by it. */
export type Barrier = (pushId: string) => Promise<void>;

export interface PushContext {
  db: D1Database;
  barrier: Barrier;
  /** Names the request in the account of who did what, and by which way rows came. */
  requestId: string;
  kind: 'push' | 'upload';
}

/** Rows that stand as they were sent, of series that have not changed since a cursor: who is there has them as they were. */
function knownAnswers(
  { obligations, answers }: PushPlan,
  { last }: StoredPushState,
  { sequence, day }: Cursor,
): Map<string, AnsweredRow> {
  const known = new Map<string, AnsweredRow>();
  for (const { arrangement, opensOn, rows } of obligations) {
    if (opensOn > day || (last.get(arrangement) ?? 0) > sequence) continue;
    for (const { key } of rows) {
      const answer = answers.get(key);
      if (answer) known.set(key, answer);
    }
  }
  return known;
}

/** Plans a push on what was read, and applies it if that still stands. */
async function apply(
  { db, barrier, requestId, kind }: PushContext,
  request: PushRequest,
  { access, clock, target, usedOn }: Answered,
  stored: StoredPushState,
): Promise<PackedAnswer> {
  const { unit, list, settings } = target;
  const since = request.cursor === undefined ? null : parseCursor(request.cursor, list.id, unit.id);
  const answer = (outcomes: AnsweredOutcome[], content: Omit<SheetContent, 'wide'>): PackedAnswer => ({
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
    ...lightsOn(clock.today, settings.blueDays),
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
    ...lightsOn(clock.today, settings.blueDays),
    now: clock.now,
    year: list.year,
    obligations: stored.obligations,
    bases: stored.bases,
    outsideSum: stored.outsideSum,
    contact: settings.contact,
    paceMargin: settings.paceMargin,
  });
  await barrier(request.pushId);
  const scope = { listId: list.id, unitId: unit.id, keyId: access.keyId, pushId: request.pushId };
  const entry = pushEntry({ access, clock, requestId }, kind, request.pushId, target, plan);
  const results = await db.batch([
    ...pushStatements(db, scope, plan, stored, {
      now: clock.now,
      today: clock.today,
      demoOffset: clock.demoOffset,
      since: since?.sequence ?? 0,
      pullsFrom: sheet.since,
      usedOn,
      onBehalf: access.role !== 'reporter',
      bodySha256,
    }),
    auditStatement(db, entry),
  ]);
  const elsewhere = elsewhereOf(results);
  if (elsewhere.others) return answer(plan.outcomes, await loadChanges(db, sheet));
  const answers = since ? knownAnswers(plan, stored, since) : new Map<string, AnsweredRow>();
  const rows = pushedRows(plan, stored.names, sheet, answers);
  const outcomes = plan.outcomes.map((outcome): AnsweredOutcome => {
    const row = answers.get(outcome.key);
    return row ? { ...outcome, row } : outcome;
  });
  return answer(outcomes, { sequence: elsewhere.sequence, incomplete: false, rows });
}

/**
 * Takes a push (S2–S5). One batch reads who pushes and all that is to be known. Every row is judged by itself. One
 * batch writes all that follows, the receipt included. The pull of the same moment comes with the answer. The same push
 * again gets the stored outcomes and fresh changes. A push counts from when it came, however long its plan takes to hold.
 * @throws Problem `push-id-reused`, `cursor-invalid`, `busy`, and those of `answered`.
 */
export async function pushRows(
  context: PushContext,
  question: Question,
  request: PushRequest,
): Promise<PackedAnswer> {
  const { pushId, rows } = request;
  const arrangements = [...new Set(rows.map(({ key }) => arrangementOfKey(key)))];
  const named: PushNamed = { pushId, rows, arrangements };
  return untilPlanHolds(async () => {
    const { found, stored } = await readForPush(context.db, question.claim, question, named);
    return apply(context, request, await answered(question, found), stored);
  });
}
