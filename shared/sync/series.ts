import type { RowValues } from '../row/row.ts';
import type { RowContext } from '../rules/context.ts';
import type { Finding } from '../rules/finding.ts';
import type { Indicator, ScheduleKind } from '../taskList/taskList.ts';
import type { ActedFacts } from './acted.ts';
import type { CountedObligation } from './rollup.ts';

/** One stored version of a row. */
export interface RowVersion {
  version: number;
  values: RowValues;
  findings: Finding[];
  /** Rules that the explanation was written for. */
  explainedRules: string[];
}

/** A row and all that is stored of it. */
export interface SeriesRow {
  key: string;
  indicator: Pick<Indicator, 'id' | 'label' | 'unitOfMeasure' | 'mode' | 'target'>;
  allocation: number | null;
  submission: RowVersion | null;
  draft: RowVersion | null;
  /** Number of its last revision; 0 where it was never written. */
  lastVersion: number;
}

/** An obligation with its rows. */
export interface SeriesObligation extends CountedObligation, ActedFacts {
  key: string;
  schedule: number;
  scheduleKind: ScheduleKind;
  opensOn: string;
  lockOn: string | null;
  draftRows: number;
  firstReceivedAt: number | null;
  firstFulfilledAt: number | null;
  lastChangedAt: number | null;
  /** Whether any of its rows was ever written, former ones too: then it is retired, never deleted. */
  touched: boolean;
  rows: SeriesRow[];
  /** Rows of indicators that the arrangement no longer has: kept and shown as retired, never counted or written. */
  former: SeriesRow[];
}

/** What stands at the server for a row: its draft where there is one, else its submission. */
export function headOf(row: SeriesRow): RowVersion | null {
  return row.draft ?? row.submission;
}

/** Where something of a series stands in time. */
export interface InTime {
  dueOn: string | null;
  /** The due date before an extension, which moves nothing in its series. */
  dueOriginal: string | null;
  schedule: number;
  key: string;
}

const placeInTime = ({ dueOn, dueOriginal }: InTime): string => dueOriginal ?? dueOn ?? '9999-99-99';

/** Orders what is of one series by time: by the due date before any extension, undated last. */
export function compareTime(a: InTime, b: InTime): number {
  const [inA, inB] = [placeInTime(a), placeInTime(b)];
  if (inA !== inB) return inA < inB ? -1 : 1;
  if (a.schedule !== b.schedule) return a.schedule - b.schedule;
  return a.key === b.key ? 0 : a.key < b.key ? -1 : 1;
}

export function countOf(values: RowValues | undefined): number | null {
  return typeof values?.count === 'number' ? values.count : null;
}

/** The nearest submitted counts of a series before and after a row. */
export interface NeighbourCounts {
  previousCount: number | null;
  nextCount: number | null;
}

/**
 * The nearest counts before and after each obligation of a series for one indicator, submissions only.
 * `counts` is in order of time; `null` stands where none is reported.
 */
export function neighbours(counts: readonly (number | null)[], at: number): NeighbourCounts {
  let previousCount: number | null = null;
  for (let i = at - 1; i >= 0 && previousCount === null; i -= 1) previousCount = counts[i] ?? null;
  let nextCount: number | null = null;
  for (let i = at + 1; i < counts.length && nextCount === null; i += 1) nextCount = counts[i] ?? null;
  return { previousCount, nextCount };
}

/** The same of every obligation of a series at once. */
export function allNeighbours(counts: readonly (number | null)[]): NeighbourCounts[] {
  const all: NeighbourCounts[] = [];
  let previousCount: number | null = null;
  for (const count of counts) {
    all.push({ previousCount, nextCount: null });
    previousCount = count ?? previousCount;
  }
  let nextCount: number | null = null;
  for (let at = counts.length - 1; at >= 0; at -= 1) {
    all[at]!.nextCount = nextCount;
    nextCount = counts[at] ?? nextCount;
  }
  return all;
}

/** Whether the rules look at an indicator's neighbouring counts. */
export const hasNeighbours = ({ id, mode }: SeriesRow['indicator']): boolean =>
  mode === 'cumulative' && id !== 'done';

/** What the rules need to know of a row (the sheet carries it, so that pane and server judge alike). */
export function contextOf(
  obligation: SeriesObligation,
  row: SeriesRow,
  counts: NeighbourCounts,
  on: { today: string; year: number },
): RowContext {
  const head = headOf(row);
  const near = hasNeighbours(row.indicator);
  return {
    key: row.key,
    today: on.today,
    year: on.year,
    scheduleKind: obligation.scheduleKind,
    opensOn: obligation.opensOn,
    dueOn: obligation.dueOn,
    indicator: {
      id: row.indicator.id,
      label: row.indicator.label,
      unitOfMeasure: row.indicator.unitOfMeasure,
      mode: row.indicator.mode,
    },
    allocation: row.allocation,
    districtTarget: row.indicator.id === 'done' ? null : row.indicator.target,
    previousCount: near ? counts.previousCount : null,
    nextCount: near ? counts.nextCount : null,
    explained: {
      text: typeof head?.values.explanation === 'string' ? head.values.explanation : null,
      rules: head?.explainedRules ?? [],
    },
  };
}
