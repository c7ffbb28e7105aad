import type { RowValues } from '../row/row.ts';
import { isLocked } from '../obligations/lock.ts';
import { strangeKey } from '../rules/checkTable.ts';
import type { AnsweredRow, Outcome } from '../wire/parts/outcome.ts';
import { answerOf } from './answerRow.ts';
import { judgeRow, type PushedRow, type RowWrite } from './judgeRow.ts';
import { rollupDeltas, type RollupDelta, type TotalChange } from './rollup.ts';
import {
  allNeighbours,
  compareTime,
  contextOf,
  countOf,
  neighbours,
  type NeighbourCounts,
  type SeriesObligation,
  type SeriesRow,
} from './series.ts';
import { settleObligation } from './settle.ts';
import { countsOfIndicator, settleSeries, totalChanges, type ObligationChange } from './settleSeries.ts';

/** All that a push relies on, read at one moment. */
export interface PushSnapshot {
  /** The server's day. */
  today: string;
  /** The server's time in milliseconds. */
  now: number;
  year: number;
  /** Every obligation of every series (unit × arrangement) that the push writes to. */
  obligations: SeriesObligation[];
  /** Values of the revisions that pushed rows name as their base, by `key@version`. */
  bases: ReadonlyMap<string, RowValues>;
  /** Arrangements of which the unit's counts stay outside the sum over units. */
  outsideSum: ReadonlySet<string>;
  /** Whom to call about a locked row. */
  contact: string;
  /** Hundredths of a share by which a running total may lag. */
  paceMargin: number;
}

export interface PlannedWrite {
  key: string;
  obligation: string;
  indicator: string;
  write: RowWrite;
  /** Whether a draft stood there, which a submission takes away. */
  mends: boolean;
}

/** What a push does, as data: one batch applies it. */
export interface PushPlan {
  /** In the order of the pushed rows. */
  outcomes: Outcome[];
  writes: PlannedWrite[];
  /** Obligations whose stored counts, clocks or waiver change, or whose rows were written. */
  obligations: SeriesObligation[];
  /** Every obligation of the series that were written to, as it stands afterwards. */
  after: SeriesObligation[];
  /** By key, of the written rows: what else of them has changed; `null` where they do not stand as they were sent. */
  answers: Map<string, AnsweredRow | null>;
  deltas: RollupDelta[];
  totals: TotalChange[];
}

const seriesName = (obligation: Pick<SeriesObligation, 'unit' | 'arrangement'>): string =>
  `${obligation.unit} ${obligation.arrangement}`;

/** One unit's obligations of one arrangement, while a push is judged row by row in order of time. */
class Series {
  /** Among the series of the push. */
  readonly place: number;
  readonly before: readonly SeriesObligation[];
  readonly now: SeriesObligation[];
  /** Places of what was written to, and of that to which a submission was. */
  readonly touched = new Set<number>();
  readonly applied = new Set<number>();
  /** Submitted counts by indicator, in order of time. */
  private readonly counts = new Map<string, (number | null)[]>();
  private readonly arounds = new Map<string, Around[]>();

  constructor(obligations: readonly SeriesObligation[], place: number) {
    this.place = place;
    this.before = obligations.toSorted(compareTime);
    this.now = this.before.map((obligation) => ({
      ...obligation,
      rows: obligation.rows.map((row) => ({ ...row })),
    }));
  }

  countsOf(indicator: string): (number | null)[] {
    let counts = this.counts.get(indicator);
    if (!counts) {
      counts = countsOfIndicator(this.now, indicator);
      this.counts.set(indicator, counts);
    }
    return counts;
  }

  /** Neighbouring counts of an indicator before the push and after all of it, by place; `null` where none was looked at. */
  around({ id }: SeriesRow['indicator']): Around[] | null {
    const counts = this.counts.get(id);
    if (!counts) return null;
    let around = this.arounds.get(id);
    if (!around) {
      const before = allNeighbours(countsOfIndicator(this.before, id));
      around = allNeighbours(counts).map((now, at) => ({ now, before: before[at]! }));
      this.arounds.set(id, around);
    }
    return around;
  }

  /** Whether a neighbouring count that the rules look at is another than before this push. */
  neighboursChanged(at: number): boolean {
    return this.now[at]!.rows.some(({ indicator }) => {
      const around = indicator.mode === 'cumulative' && this.around(indicator)?.[at];
      if (!around) return false;
      const { before, now } = around;
      return before.previousCount !== now.previousCount || before.nextCount !== now.nextCount;
    });
  }

  record(at: number, row: SeriesRow, write: RowWrite): void {
    const { kind, version } = write;
    this.now[at]!.touched = true;
    row.lastVersion = version.version;
    row.draft = kind === 'draft' ? version : null;
    if (kind === 'submission') {
      row.submission = version;
      this.applied.add(at);
      this.countsOf(row.indicator.id)[at] = countOf(version.values);
    }
    this.touched.add(at);
  }
}

interface Around {
  before: NeighbourCounts;
  now: NeighbourCounts;
}

/** A row and its place in its series. */
interface PlacedRow {
  series: Series;
  at: number;
  row: SeriesRow;
}

interface FoundRow extends PlacedRow {
  pushed: PushedRow;
  index: number;
}

interface WrittenRow extends PlacedRow {
  write: RowWrite;
}

/**
 * Plans a push: pure, so that the same snapshot and rows always give the same plan. A later row of the push
 * is judged against an earlier one in its turn, so its old count is no neighbour, unless that count stays:
 * then the rows are judged again with it.
 */
export function planPush(rows: readonly PushedRow[], snapshot: PushSnapshot): PushPlan {
  const staying = new Set<string>();
  for (;;) {
    const { plan, stayed } = judgeAll(rows, snapshot, staying);
    const more = stayed.filter((key) => !staying.has(key));
    if (more.length === 0) return plan;
    for (const key of more) staying.add(key);
  }
}

/** Judges all rows once. `staying` are rows known to keep their old count; `stayed` those that did. */
function judgeAll(
  rows: readonly PushedRow[],
  snapshot: PushSnapshot,
  staying: ReadonlySet<string>,
): { plan: PushPlan; stayed: string[] } {
  const lists = new Set([String(snapshot.year)]);
  const bySeries = Map.groupBy(snapshot.obligations, seriesName);
  const all = [...bySeries.values()].map((obligations, place) => new Series(obligations, place));
  const rowAt = new Map<string, PlacedRow>();
  for (const series of all) {
    for (const [at, obligation] of series.now.entries()) {
      for (const row of obligation.rows) rowAt.set(row.key, { series, at, row });
    }
  }

  const former = new Set(snapshot.obligations.flatMap((each) => each.former.map(({ key }) => key)));
  const outcomes: Outcome[] = Array.from({ length: rows.length });
  const foundRows: FoundRow[] = [];
  for (const [index, pushed] of rows.entries()) {
    const found = rowAt.get(pushed.key);
    if (found) foundRows.push({ pushed, index, series: found.series, at: found.at, row: found.row });
    else if (former.has(pushed.key)) outcomes[index] = { key: pushed.key, outcome: 'retired' };
    else outcomes[index] = { key: pushed.key, outcome: 'unknown', findings: [strangeKey(pushed.key, lists)] };
  }
  // Series by series, as they are stored: memory and database are then gone through in order.
  foundRows.sort((a, b) => a.series.place - b.series.place || a.at - b.at || a.index - b.index);
  for (const { series, at, row } of foundRows) {
    if (!staying.has(row.key)) series.countsOf(row.indicator.id)[at] = null;
  }

  const stayed: string[] = [];
  const writes: PlannedWrite[] = [];
  const written: WrittenRow[] = [];
  for (const { pushed, index, series, at, row } of foundRows) {
    const obligation = series.now[at]!;
    if (obligation.retired) {
      outcomes[index] = { key: pushed.key, outcome: 'retired' };
      continue;
    }
    const counts = series.countsOf(row.indicator.id);
    const context = contextOf(obligation, row, neighbours(counts, at), snapshot);
    const lock =
      obligation.lockOn !== null && isLocked(obligation, snapshot.today)
        ? { on: obligation.lockOn, contact: snapshot.contact }
        : null;
    const base = pushed.base === null ? null : (snapshot.bases.get(`${pushed.key}@${pushed.base}`) ?? null);
    const { outcome, write } = judgeRow(pushed, row, base, context, lock);
    outcomes[index] = outcome;
    const stored = countOf(row.submission?.values);
    counts[at] = stored;
    if (stored !== null && write?.kind !== 'submission') stayed.push(row.key);
    if (!write) continue;
    const mends = row.draft !== null && write.kind !== 'draft';
    series.record(at, row, write);
    written.push({ series, at, row, write });
    writes.push({ key: row.key, obligation: obligation.key, indicator: row.indicator.id, write, mends });
  }
  return { plan: { outcomes, writes, ...settle(all, written, snapshot) }, stayed };
}

/** Brings the obligations, the roll-up and the totals up to what was written. */
function settle(
  all: readonly Series[],
  written: readonly WrittenRow[],
  snapshot: PushSnapshot,
): Omit<PushPlan, 'outcomes' | 'writes'> {
  const obligations: SeriesObligation[] = [];
  const changes: ObligationChange[] = [];
  const totals: TotalChange[] = [];
  const seriesAfter: SeriesObligation[] = [];
  const settledOf = new Map<Series, ObligationChange[]>();
  for (const series of all) {
    if (series.touched.size === 0) continue;
    seriesAfter.push(...series.now);
    const settled = settleSeries(
      {
        before: series.before,
        now: series.now,
        settle: (each, at) =>
          series.touched.has(at) ? settleObligation(each, snapshot, series.applied.has(at)) : null,
        neighboursChanged: (at) => series.neighboursChanged(at),
      },
      snapshot,
    );
    const byPlace: ObligationChange[] = [];
    for (const change of settled) {
      obligations.push(change.after);
      changes.push(change);
      byPlace[change.at] = change;
    }
    settledOf.set(series, byPlace);
    totals.push(...totalChanges(series, !snapshot.outsideSum.has(series.now[0]!.arrangement)));
  }
  const answers: PushPlan['answers'] = new Map();
  for (const { series, at, row, write } of written) {
    const { before, after } = settledOf.get(series)![at]!;
    const around = series.around(row.indicator)?.[at] ?? null;
    // Of a row that was written twice, both have to be told.
    const isFirst = !answers.has(row.key);
    answers.set(row.key, isFirst ? answerOf(row, write, before, after, around, snapshot.today) : null);
  }
  return { obligations, after: seriesAfter, answers, deltas: rollupDeltas(changes), totals };
}
