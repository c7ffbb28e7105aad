import { shanghaiDate } from '../calendar/shanghai.ts';
import { isCadence } from '../rules/context.ts';
import type { Punctuality } from '../wire/parts/punctuality.ts';
import { countOf, type SeriesObligation, type SeriesRow } from './series.ts';

/** What follows from the rows of a series: receipt, fulfilment, punctuality, waivers, totals (P2, C3, C5). */

/**
 * Whether a row says done by the target in force: 已完成 with less than the unit's share, made or raised since, is not done
 * any more. The district's target is no unit's own, so that none falls short of it.
 */
function saysDone(obligation: SeriesObligation, { submission, allocation }: SeriesRow): boolean {
  const status = submission?.values.status;
  if (status === '本地无此类') return true;
  if (isCadence(obligation)) return status === '已开展';
  const count = countOf(submission?.values);
  return status === '已完成' && !(count !== null && allocation !== null && count < allocation);
}

/** By its completion dates, was it done by the due date? 本地无此类 has none and needs none. */
function doneInTime(obligation: SeriesObligation, dueOn: string): boolean {
  return obligation.rows.every((row) => {
    const { status, completedOn } = row.submission?.values ?? {};
    if (status === '本地无此类') return true;
    return typeof completedOn === 'string' && completedOn <= dueOn;
  });
}

/** Decided once, at the first fulfilment, by the server's time against the due date in force (P2). */
function punctualityAt(obligation: SeriesObligation, today: string): Punctuality | null {
  if (obligation.dueOn === null) return null;
  if (today <= obligation.dueOn) return 'onTime';
  return doneInTime(obligation, obligation.dueOn) ? 'reportedLate' : 'completedLate';
}

/** A review begins with receipt, and anew with every submission that changes; it ends where rows are missing. */
function reviewAfter({ review, rowCount }: SeriesObligation, receivedRows: number, applied: boolean) {
  if (receivedRows < rowCount) return null;
  return applied || review === null ? 'toAccept' : review;
}

/** The obligation with its counts, clocks and review brought up to its rows. `applied`: a submission has changed. */
export function settleObligation(
  obligation: SeriesObligation,
  { now, today }: { now: number; today: string },
  applied: boolean,
): SeriesObligation {
  const receivedRows = obligation.rows.filter((row) => row.submission !== null).length;
  const fulfilledRows = obligation.rows.filter((row) => saysDone(obligation, row)).length;
  const settled = {
    ...obligation,
    receivedRows,
    fulfilledRows,
    draftRows: obligation.rows.filter((row) => row.draft !== null).length,
    lastChangedAt: applied ? now : obligation.lastChangedAt,
    review: reviewAfter(obligation, receivedRows, applied),
  };
  if (receivedRows === settled.rowCount) settled.firstReceivedAt ??= now;
  if (fulfilledRows === settled.rowCount) {
    // One that was first fulfilled while it was undated is judged by that day once it has a date.
    const day = settled.firstFulfilledAt === null ? today : shanghaiDate(settled.firstFulfilledAt);
    settled.firstFulfilledAt ??= now;
    settled.punctuality ??= punctualityAt(settled, day);
  }
  return settled;
}

/** The day on which a final report says that all is done; `null` where there is none. */
function finishedOn(obligations: readonly SeriesObligation[]): string | null {
  let earliest: string | null = null;
  for (const obligation of obligations) {
    if (isCadence(obligation) || obligation.dueOn === null || obligation.retired) continue;
    const dates = obligation.rows.map(({ submission }) =>
      submission?.values.status === '已完成' ? submission.values.completedOn : null,
    );
    if (!dates.every((date) => typeof date === 'string')) continue;
    const last = dates.reduce((a, b) => (a > b ? a : b), '');
    if (earliest === null || last < earliest) earliest = last;
  }
  return earliest;
}

/**
 * Why each obligation of one unit's series of an arrangement, in order of time, is not expected any more: a final
 * report that is done waives the periods after its completion date; 本地无此类 on a cadence holds until a later row says
 * otherwise. What the bureau has declared is waived whatever is said.
 */
export function waivers(series: readonly SeriesObligation[]): ('completed' | 'notApplicable' | null)[] {
  const finished = finishedOn(series);
  /** Schedules and indicators whose latest row says 本地无此类; nearly always none. */
  const nowhere = new Set<string>();
  return series.map((obligation) => {
    if (!isCadence(obligation)) return obligation.declared === null ? null : 'notApplicable';
    const inherited =
      obligation.declared !== null ||
      obligation.rows.every(
        ({ indicator }) => nowhere.size > 0 && nowhere.has(`${obligation.schedule} ${indicator.id}`),
      );
    const completed = finished !== null && obligation.opensOn > finished;
    for (const { submission, indicator } of obligation.rows) {
      if (submission?.values.status === '本地无此类') nowhere.add(`${obligation.schedule} ${indicator.id}`);
      else if (submission && nowhere.size > 0) nowhere.delete(`${obligation.schedule} ${indicator.id}`);
    }
    return completed ? 'completed' : inherited ? 'notApplicable' : null;
  });
}

/**
 * A unit's reported count of an indicator, from its series in order of time: of a cumulative one the latest
 * period's, else the sum over the periods of the first schedule that has any.
 */
export function reportedCount(series: readonly SeriesObligation[], indicator: string): number | null {
  let last: number | null = null;
  let mode: SeriesRow['indicator']['mode'] = 'cumulative';
  const sums = new Map<number, number>();
  for (const obligation of series) {
    const row = obligation.rows.find((each) => each.indicator.id === indicator);
    const count = obligation.retired ? null : countOf(row?.submission?.values);
    if (!row || count === null) continue;
    last = count;
    mode = row.indicator.mode;
    sums.set(obligation.schedule, (sums.get(obligation.schedule) ?? 0) + count);
  }
  if (last === null || mode === 'cumulative') return last;
  return sums.get(Math.min(...sums.keys())) ?? null;
}
