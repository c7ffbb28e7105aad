import { lightsOn } from '../../shared/obligations/light.ts';
import { refusals, type RefusalCode } from '../../shared/acts/refusals.ts';
import type { ActAnswer, ActOutcome } from '../../shared/wire/actAnswer.ts';
import { actLimits, type ActRequest } from '../../shared/wire/act.ts';
import { isAborted } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { sha256Of } from '../identity/accessKey.ts';
import type { By } from '../identity/by.ts';
import type { Barrier } from '../ledger/push.usecase.ts';
import { keysStatement, totalStatement } from '../obligations/obligations.repository.ts';
import { Problem } from '../problems/problem.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import {
  begunOf,
  begunStatementCount,
  begunStatements,
  findAct,
  readPortion,
  type BegunAct,
} from './actRead.repository.ts';
import { actEntry } from './actEntry.usecase.ts';
import { portionStatements } from './actWrite.repository.ts';
import { halved, planPortion, reliesOn } from './planPortion.usecase.ts';

/** So many batches are tried for one request; what is left is done when the same act is sent again. */
const mostRounds = 60;

/** @throws Problem `act-id-reused` */
function sameAct(begun: BegunAct, bodySha256: string, actId: string): BegunAct {
  if (begun.bodySha256 !== bodySha256) throw new Problem('act-id-reused', { actId });
  return begun;
}

/**
 * What an act is about: its keys, each once, or what its filter lists now; of an act that has begun, what it was about then.
 * @throws Problem `filter-moved-on`, `act-id-reused`.
 */
async function namedBy({ db, clock }: By, request: ActRequest, bodySha256: string): Promise<string[]> {
  const { actId, on } = request;
  const keysOf = (begun: BegunAct): string[] => sameAct(begun, bodySha256, actId).named.map(({ key }) => key);
  if ('keys' in on) {
    const begun = await findAct(db, actId);
    return begun ? keysOf(begun) : [...new Set(on.keys)];
  }
  const { year, ...filter } = on.filter;
  const list = await chooseList(db, year, clock.today);
  const lights = lightsOn(clock.today, list.settings.blueDays);
  // Of one moment: the same act at the same time may just have changed what the filter lists.
  const results = await db.batch([
    ...begunStatements(db, actId),
    totalStatement(db, list.id, lights, filter),
    keysStatement(db, list.id, lights, filter, actLimits.obligations),
  ]);
  const begun = begunOf(results);
  if (begun) return keysOf(begun);
  const [counted, keys] = results.slice(begunStatementCount);
  const total = rowsOf<{ total: number }>(counted)[0]?.total ?? 0;
  if (total !== on.count) {
    const more = total - on.count;
    throw new Problem('filter-moved-on', { given: on.count, total, more: more > 0 ? `+${more}` : `${more}` });
  }
  return rowsOf<{ key: string }>(keys).map(({ key }) => key);
}

/** Reads, plans and writes a portion; whatever of it is done already stays. */
async function applyPortion(
  by: By,
  request: ActRequest,
  of: { keys: readonly string[]; bodySha256: string; barrier: Barrier },
  portion: readonly string[],
): Promise<void> {
  const { db } = by;
  const relied = reliesOn(request);
  const state = await readPortion(db, request.actId, portion, relied === 'series');
  if (state.begun) sameAct((await findAct(db, request.actId))!, of.bodySha256, request.actId);
  if (state.begun && state.done.size === portion.length) return;
  const plan = await planPortion(by, request, state);
  await of.barrier(request.actId);
  const once = actEntry(by, request, of.keys, plan.outcomes);
  await db.batch(portionStatements(db, by, { request, ...of, state, relied, plan, once }));
}

const countOf = (outcomes: readonly ActOutcome[], kind: ActOutcome['outcome']): number =>
  outcomes.filter(({ outcome }) => outcome === kind).length;

function answerOf({ clock }: By, { actId, act }: ActRequest, { named }: BegunAct): ActAnswer {
  const outcomes = named.map(({ key, outcome, code }): ActOutcome => {
    const words = code === null ? undefined : refusals[code as RefusalCode];
    return { key, outcome: outcome ?? 'refused', ...(code !== null && { code, ...words }) };
  });
  return {
    ...{ actId, act, count: outcomes.length },
    applied: countOf(outcomes, 'applied'),
    unchanged: countOf(outcomes, 'unchanged'),
    refused: countOf(outcomes, 'refused'),
    ...{ today: clock.today, outcomes },
  };
}

/**
 * Does what the bureau has decided of obligations, each answered by itself (B4.2–B4.5). All of them go into one batch; where
 * something has moved meanwhile, each half goes into one of its own. The same act again goes on where it ended.
 * @throws Problem `filter-moved-on`, `act-id-reused`, `busy`, `list-not-found`.
 */
export async function actOn(by: By, barrier: Barrier, request: ActRequest): Promise<ActAnswer> {
  const bodySha256 = await sha256Of(JSON.stringify(request));
  const keys = await namedBy(by, request, bodySha256);
  const portions: string[][] = [keys];
  for (let round = 1; portions.length > 0; round += 1) {
    const [portion = []] = portions;
    try {
      await applyPortion(by, request, { keys, bodySha256, barrier }, portion);
      portions.shift();
    } catch (error) {
      if (!isAborted(error)) throw error;
      if (round >= mostRounds) throw new Problem('busy');
      portions.splice(0, 1, ...halved(portion));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
    }
  }
  return answerOf(by, request, (await findAct(by.db, request.actId))!);
}
