import { listOfKey } from '../rowKey/rowKey.ts';
import { paceOf } from '../sync/pace.ts';
import { compareTime, type SeriesObligation } from '../sync/series.ts';
import { settleObligation } from '../sync/settle.ts';
import { settleSeries } from '../sync/settleSeries.ts';
import type { ActRequest } from '../wire/act.ts';
import type { ActOutcomeKind } from '../wire/actAnswer.ts';
import { decide, type ActOn, type SingleAct } from './decide.ts';
import { covers, declaredOf, type Declaration } from './declarations.ts';
import type { RefusalCode } from './refusals.ts';

/** An obligation that an act names, as it is stored; nothing where there is none. */
export interface Named {
  key: string;
  obligation: SeriesObligation | null;
  /** Number of the last change of it. */
  sequence: number;
}

/** What became of a named obligation, and what of it has changed. */
export interface PlannedOutcome {
  key: string;
  outcome: ActOutcomeKind;
  code: RefusalCode | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What an act does to a portion of its obligations, as data: one batch applies it. */
export interface ActPlan {
  outcomes: PlannedOutcome[];
  /** Every obligation that changes, those beside the named ones too. */
  changes: { before: SeriesObligation; after: SeriesObligation }[];
  declared: Declaration[];
  withdrawn: Declaration[];
}

/** What an act may change of an obligation, as its history tells it. */
const told = [
  ...(['review', 'returnReason', 'answerBy', 'dueOn', 'extensionReason', 'extensionDocument'] as const),
  ...(['unlockedUntil', 'declared'] as const),
] as const;

const outcomeOf = (
  key: string,
  outcome: ActOutcomeKind,
  code: RefusalCode | null = null,
): PlannedOutcome => ({ key, outcome, code, before: null, after: null });

function applied(before: SeriesObligation, after: SeriesObligation): PlannedOutcome {
  const changed = told.filter((name) => before[name] !== after[name]);
  const of = (each: SeriesObligation) => Object.fromEntries(changed.map((name) => [name, each[name]]));
  return { key: before.key, outcome: 'applied', code: null, before: of(before), after: of(after) };
}

/** Why an obligation cannot be acted on at all. */
function refusalOf({ obligation, sequence }: Named, change: number | undefined): RefusalCode | null {
  if (obligation === null) return 'unknown';
  if (obligation.retired) return 'retired';
  return change !== undefined && sequence > change ? 'changed-since' : null;
}

/**
 * Plans an act on obligations of which each is decided by itself (B4.2). What is extended is settled by its rows, which
 * have to be known then.
 */
export function planEach(
  act: SingleAct,
  named: readonly Named[],
  on: ActOn & { now: number },
): Pick<ActPlan, 'outcomes' | 'changes'> {
  const changes: ActPlan['changes'] = [];
  const outcomes = named.map((each) => {
    const refusal = refusalOf(each, act.on.change);
    if (refusal !== null) return outcomeOf(each.key, 'refused', refusal);
    const before = each.obligation!;
    const decision = decide(act, before, on);
    if (decision.refused !== null) return outcomeOf(each.key, 'refused', decision.refused);
    if (decision.after === null) return outcomeOf(each.key, 'unchanged');
    const moved = decision.after.dueOn !== before.dueOn;
    const after = moved ? settleObligation(decision.after, on, false) : decision.after;
    changes.push({ before, after: { ...after, touched: true } });
    return applied(before, after);
  });
  return { outcomes, changes };
}

/**
 * Adds to changes of dates what follows for the pace of their series (B3.1), those beside the named ones too; `series` with their
 * rows.
 */
export function withPaces(
  changes: ActPlan['changes'],
  series: readonly (readonly SeriesObligation[])[],
  margin: number,
): ActPlan['changes'] {
  const changed = new Map(changes.map((each) => [each.after.key, each]));
  for (const before of series) {
    const now = before.map((each) => changed.get(each.key)?.after ?? each);
    const behind = paceOf(now, margin);
    for (const [at, each] of now.entries()) {
      const behindFrom = behind.get(each.key) ?? null;
      if (behindFrom !== each.behindFrom)
        changed.set(each.key, { before: before[at]!, after: { ...each, behindFrom } });
    }
  }
  return [...changed.values()];
}

/** An act that declares, or withdraws what was declared. */
export type DeclaringAct = Exclude<ActRequest, SingleAct>;

/** Plans it on one unit's series of an arrangement: what it waives, and what it does no more (P4.4). */
export function planDeclaring(
  act: DeclaringAct,
  named: readonly Named[],
  series: readonly SeriesObligation[],
  declarations: readonly Declaration[],
  on: { today: string; paceMargin: number },
): ActPlan {
  const plan: ActPlan = { outcomes: [], changes: [], declared: [], withdrawn: [] };
  let inForce = [...declarations];
  const acted = new Set<string>();
  for (const each of named) {
    const { key, obligation } = each;
    const refusal = refusalOf(each, act.on.change);
    if (refusal !== null || obligation === null) {
      plan.outcomes.push(outcomeOf(key, 'refused', refusal));
      continue;
    }
    const covering = inForce.filter((declaration) => covers(declaration, obligation));
    const declares = act.act === 'declareNotApplicable';
    if (covering.length > 0 === declares) {
      plan.outcomes.push(outcomeOf(key, 'unchanged'));
      continue;
    }
    acted.add(key);
    if (declares) {
      const { unit, arrangement, schedule, period, opensOn: fromDay } = obligation;
      const series = { list: listOfKey(key), unit, arrangement, schedule };
      const declaration = { ...series, fromDay, period, reason: act.reason };
      plan.declared.push(declaration);
      inForce.push(declaration);
    } else {
      plan.withdrawn.push(...covering);
      inForce = inForce.filter((declaration) => !covering.includes(declaration));
    }
    plan.outcomes.push(outcomeOf(key, 'applied'));
  }
  const before = series.toSorted(compareTime);
  const now = before.map((each) => ({
    ...each,
    declared: each.retired ? each.declared : declaredOf(inForce, each),
    touched: each.touched || acted.has(each.key),
  }));
  plan.changes = settleSeries({ before, now, settle: () => null, neighboursChanged: () => false }, on);
  const changed = new Map(plan.changes.map((each) => [each.after.key, each]));
  plan.outcomes = plan.outcomes.map((each) => {
    const change = changed.get(each.key);
    return each.outcome === 'applied' && change ? applied(change.before, change.after) : each;
  });
  return plan;
}
