import type { ActPlan, PlannedOutcome } from '../../shared/acts/planAct.ts';
import type { Declaration } from '../../shared/acts/declarations.ts';
import { listOfKey } from '../../shared/rowKey/rowKey.ts';
import { rollupDeltas } from '../../shared/sync/rollup.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import type { ActRequest } from '../../shared/wire/act.ts';
import { bulk, eachRow } from '../db/bulk.ts';
import { guardedSequence, lastWideChange, thisChange } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import { demoOffset } from '../keys/keys.repository.ts';
import { writeObligations } from '../ledger/obligationWrite.repository.ts';
import { applyRollup } from '../progress/rollups.repository.ts';
import type { ActState } from './actRead.repository.ts';

/** What a plan relied on: obligations one by one, or whole series. */
export type Relied = 'obligations' | 'series';

/**
 * Aborts the batch unless the key, the demo clock, everything that only a wide change touches, and the obligations or series
 * that the plan was made of are as they were read. It takes the next number where anything changes.
 */
function guardAct(
  db: D1Database,
  { access, clock }: Pick<By, 'access' | 'clock'>,
  { named, series, wide }: ActState,
  relied: Relied,
  changes: boolean,
): D1PreparedStatement {
  const moved =
    relied === 'obligations'
      ? `(SELECT sequence FROM obligations WHERE key = e.value->>0) IS NOT e.value->>1`
      : `(SELECT max(+sequence) FROM obligations WHERE list_id = e.value->>0 AND unit_id = e.value->>1
           AND arrangement_code = e.value->>2) IS NOT e.value->>3`;
  const read =
    relied === 'obligations'
      ? named.map(({ key, obligation, sequence }) => [key, obligation && sequence])
      : series.map(({ list, unit, arrangement, last }) => [list, unit, arrangement, last]);
  return guardedSequence(
    db,
    `NOT EXISTS (SELECT 1 FROM access_keys WHERE id = ?3 AND revoked_at IS NULL)
       OR ${demoOffset} IS NOT ?4 OR ${lastWideChange} IS NOT ?5
       OR EXISTS (SELECT 1 FROM jsonb_each(?6) e WHERE ${moved})`,
    { changes: changes ? 1 : 0, at: clock.now },
    access.keyId,
    clock.demoOffset,
    wide,
    JSON.stringify(read),
  );
}

/** Writes what acts alone change of obligations. */
function writeActed(db: D1Database, obligations: readonly SeriesObligation[]): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE obligations SET review = e.value->>1, return_reason = e.value->>2, returned_on = e.value->>3,
       answer_by = e.value->>4, returned_by = e.value->>5, due_on = e.value->>6, lock_on = e.value->>7,
       due_original = e.value->>8, extension_reason = e.value->>9, extension_document = e.value->>10,
       unlocked_until = e.value->>11, touched = 1, sequence = ${thisChange}
     FROM ${eachRow} WHERE obligations.key = e.value->>0`,
    obligations.map((each) => [
      ...[each.key, each.review, each.returnReason, each.returnedOn, each.answerBy, each.returnedBy],
      ...[each.dueOn, each.lockOn, each.dueOriginal, each.extensionReason, each.extensionDocument],
      each.unlockedUntil,
    ]),
  );
}

const named = ({ unit, arrangement, schedule, fromDay }: Declaration): (string | number)[] => [
  ...[unit, arrangement, schedule, fromDay],
];

/** Keeps what was declared of a list, and what was withdrawn. */
function writeDeclarations(
  db: D1Database,
  listId: string,
  actId: string,
  at: number,
  { declared, withdrawn }: Pick<ActPlan, 'declared' | 'withdrawn'>,
): D1PreparedStatement[] {
  return [
    ...bulk(
      db,
      `INSERT INTO declarations (list_id, act_id, made_at, unit_id, arrangement_code, schedule_number, from_day,
         period, reason)
       SELECT ?2, ?3, ?4, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5 FROM ${eachRow}`,
      declared.map((each) => [...named(each), each.period, each.reason]),
      ...[listId, actId, at],
    ),
    ...bulk(
      db,
      `UPDATE declarations SET withdrawn_at = ?3 FROM ${eachRow}
       WHERE list_id = ?2 AND unit_id = e.value->>0 AND arrangement_code = e.value->>1
         AND schedule_number = e.value->>2 AND from_day = e.value->>3 AND withdrawn_at IS NULL`,
      withdrawn.map(named),
      ...[listId, at],
    ),
  ];
}

/** Begins an act: what it is, and every obligation that it is about. `done`: the outcomes that stand already. */
function beginAct(
  db: D1Database,
  { access, clock, requestId }: By,
  request: ActRequest,
  bodySha256: string,
  keys: readonly string[],
  done: ReadonlyMap<string, PlannedOutcome>,
): D1PreparedStatement[] {
  const { actId, act, reason = null, document = null } = request;
  const due = request.act === 'extend' ? request.due : null;
  const until = request.act === 'unlock' ? request.until : null;
  return [
    db
      .prepare(
        `INSERT INTO acts (act_id, act, key_id, holder, body_sha256, reason, document, due, until, made_at, request_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`,
      )
      .bind(
        ...[actId, act, access.keyId, access.holder, bodySha256, reason, document, due, until],
        ...[clock.now, requestId],
      ),
    ...bulk(
      db,
      `INSERT INTO act_obligations (act_id, obligation_key, place, outcome, code, before, after)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5 FROM ${eachRow}`,
      keys.map((key, place) => {
        const outcome = done.get(key);
        return outcome ? [key, place, ...toldOf(outcome)] : [key, place, null, null, null, null];
      }),
      actId,
    ),
  ];
}

const toldOf = ({ outcome, code, before, after }: PlannedOutcome): unknown[] => [
  outcome,
  code,
  before,
  after,
];

/** Keeps the outcomes of a portion of an act that has begun. */
function writeOutcomes(
  db: D1Database,
  actId: string,
  outcomes: readonly PlannedOutcome[],
): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE act_obligations SET outcome = e.value->>1, code = e.value->>2, before = e.value->>3, after = e.value->>4
     FROM ${eachRow} WHERE act_id = ?2 AND obligation_key = e.value->>0`,
    outcomes.map((each) => [each.key, ...toldOf(each)]),
    actId,
  );
}

/** A portion of an act, planned and ready to be written. */
export interface PlannedPortion {
  request: ActRequest;
  bodySha256: string;
  /** Every obligation of the whole act. */
  keys: readonly string[];
  state: ActState;
  relied: Relied;
  plan: ActPlan;
  /** What is written with the beginning of the act, once. */
  once: readonly D1PreparedStatement[];
}

/** The statements of a portion's one batch: guard and number, the act, outcomes, obligations, declarations, roll-up. */
export function portionStatements(db: D1Database, by: By, portion: PlannedPortion): D1PreparedStatement[] {
  const { request, state, plan, relied } = portion;
  const { outcomes, changes, declared, withdrawn } = plan;
  const { actId } = request;
  const done = new Map(outcomes.map((each) => [each.key, each]));
  const applied = new Set(outcomes.flatMap(({ key, outcome }) => (outcome === 'applied' ? [key] : [])));
  const after = changes.map((each) => each.after);
  const lists = Map.groupBy(changes, ({ after: { key } }) => listOfKey(key));
  return [
    guardAct(db, by, state, relied, changes.length > 0),
    ...(state.begun
      ? writeOutcomes(db, actId, outcomes)
      : [...beginAct(db, by, request, portion.bodySha256, portion.keys, done), ...portion.once]),
    // What an obligation is counted by changes by declarations and extensions only.
    ...(relied === 'series' ? writeObligations(db, after) : []),
    ...writeActed(
      db,
      after.filter(({ key }) => applied.has(key)),
    ),
    ...[...lists].flatMap(([listId, ofList]) => applyRollup(db, listId, rollupDeltas(ofList), [])),
    ...[...Map.groupBy([...declared, ...withdrawn], ({ list }) => list).keys()].flatMap((listId) =>
      writeDeclarations(db, listId, actId, by.clock.now, {
        declared: declared.filter(({ list }) => list === listId),
        withdrawn: withdrawn.filter(({ list }) => list === listId),
      }),
    ),
  ];
}
