import { obligationKeyAt, type AskedOccasion } from '../obligations/makeOccasions.ts';
import { formatRowKey } from '../rowKey/rowKey.ts';
import type { SeriesDefinition } from '../taskList/definitions.ts';
import { declaredOf, type Declaration } from '../acts/declarations.ts';
import { datesInForce } from '../acts/extensions.ts';
import { noActs } from './acted.ts';
import { compareTime, type SeriesObligation, type SeriesRow } from './series.ts';

/** One unit's reports on one arrangement as they are stored, and what the list makes of them now. */
export interface SeriesToRemake {
  unit: string;
  stored: readonly SeriesObligation[];
  /** The occasions at which the unit is asked for this arrangement now. */
  occasions: readonly AskedOccasion[];
  /** What the list says of the arrangement now; `null` where it has it no more. */
  definition: SeriesDefinition | null;
  /** The unit's shares by indicator. */
  shares: ReadonlyMap<string, number>;
  /** What the bureau has declared of it, and has not withdrawn. */
  declarations: readonly Declaration[];
  /** Days between due date and lock. */
  lockDays: number | null;
}

/**
 * The obligations of a series by the list in force, in order of time. Dates follow, rows are those of the indicators.
 * What is not asked for any more is retired where it was written to, and else gone. Asked for again, it is as it was
 * (C12, I11.9). Extensions and declarations hold on (P4.2, P4.4).
 */
export function remakeSeries(series: SeriesToRemake): SeriesObligation[] {
  const left = new Map(series.stored.map((each) => [each.key, each]));
  const asked = series.occasions.map((occasion): SeriesObligation => {
    const key = obligationKeyAt(occasion, series.unit);
    const old = left.get(key) ?? newObligation(key, occasion, series.unit);
    left.delete(key);
    return {
      ...withRows(old, series),
      category: occasion.category,
      task: occasion.task,
      period: occasion.period.id,
      opensOn: occasion.opensOn,
      ...datesInForce(old, occasion, series.lockDays),
      movedFrom: occasion.movedFrom,
      declared: declaredOf(series.declarations, {
        ...{ unit: series.unit, arrangement: occasion.arrangement },
        ...{ schedule: occasion.schedule, opensOn: occasion.opensOn },
      }),
      rowCount: occasion.rowCount,
      retired: false,
    };
  });
  const kept = [...left.values()].filter(({ touched }) => touched);
  return [...asked, ...kept.map((old) => ({ ...withRows(old, series), retired: true }))].sort(compareTime);
}

function newObligation(key: string, occasion: AskedOccasion, unit: string): SeriesObligation {
  return {
    key,
    unit,
    category: occasion.category,
    task: occasion.task,
    arrangement: occasion.arrangement,
    period: occasion.period.id,
    schedule: occasion.schedule,
    scheduleKind: 'undated',
    opensOn: occasion.opensOn,
    dueOn: occasion.dueOn,
    lockOn: occasion.lockOn,
    rowCount: occasion.rowCount,
    receivedRows: 0,
    fulfilledRows: 0,
    draftRows: 0,
    firstReceivedAt: null,
    firstFulfilledAt: null,
    lastChangedAt: null,
    ...noActs,
    movedFrom: occasion.movedFrom,
    punctuality: null,
    waivedBy: null,
    retired: false,
    touched: false,
    rows: [],
    former: [],
  };
}

/** An obligation with the rows and the kind of schedule that the list gives it. */
function withRows(
  obligation: SeriesObligation,
  { definition, shares }: Pick<SeriesToRemake, 'definition' | 'shares'>,
): SeriesObligation {
  if (!definition) return obligation;
  const stored = new Map([...obligation.rows, ...obligation.former].map((row) => [row.indicator.id, row]));
  const rows = definition.indicators.map((indicator): SeriesRow => {
    const row = stored.get(indicator.id) ?? newRow(obligation, indicator);
    stored.delete(indicator.id);
    return { ...row, indicator, allocation: shares.get(indicator.id) ?? null };
  });
  const scheduleKind = definition.kinds.get(obligation.schedule) ?? obligation.scheduleKind;
  return { ...obligation, scheduleKind, rows, former: [...stored.values()] };
}

function newRow({ key, unit }: SeriesObligation, indicator: SeriesRow['indicator']): SeriesRow {
  const [list = '', arrangement = '', schedule = '', , period = ''] = key.split('.');
  return {
    key: formatRowKey({
      list,
      arrangement,
      schedule: Number(schedule),
      indicator: indicator.id,
      unit,
      period,
    }),
    indicator,
    allocation: null,
    submission: null,
    draft: null,
    lastVersion: 0,
  };
}
