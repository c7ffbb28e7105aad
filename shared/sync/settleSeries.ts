import type { TotalChange } from './rollup.ts';
import { paceOf } from './pace.ts';
import { countOf, neighbours, type SeriesObligation } from './series.ts';
import { reportedCount, waivers } from './settle.ts';

/** One unit's obligations of one arrangement before a change and with it, each in order of time. */
export interface SeriesChange {
  before: readonly SeriesObligation[];
  /** Rows as they stand now; counts, clocks and waivers not yet. */
  now: readonly SeriesObligation[];
  /** A copy of an obligation, brought up to its rows; `null` where nothing that it is counted by has changed. `at`: its place in `now`. */
  settle: (obligation: SeriesObligation, at: number) => SeriesObligation | null;
  /** Whether the rules of an obligation's rows look at other counts than before; `at` is its place in `now`. */
  neighboursChanged: (at: number) => boolean;
}

/** An obligation before and after a change. */
export interface ObligationChange {
  before: SeriesObligation;
  after: SeriesObligation;
  /** Its place in the series as it stands now. */
  at: number;
}

/**
 * Brings a series up to what was written or what the list says: who is waived, what is counted, what is behind pace, and whose
 * rows have to be judged anew. `paceMargin` is `null` where rows are not known: paces stay as they are. Each obligation that changes by it; of a new one, as it was made.
 */
export function settleSeries(
  change: SeriesChange,
  { today, paceMargin }: { today: string; paceMargin: number | null },
): ObligationChange[] {
  const oldOf = oldOnes(change.before);
  const waived = waivers(change.now);
  const behind = paceMargin === null ? null : paceOf(change.now, paceMargin);
  const changes: ObligationChange[] = [];
  for (const [at, obligation] of change.now.entries()) {
    const before = oldOf(obligation, at) ?? obligation;
    const settled = change.settle(obligation, at);
    const waivedBy = waived[at] ?? null;
    const behindFrom = behind ? (behind.get(obligation.key) ?? null) : obligation.behindFrom;
    // Waivers, pace, retirement and the number of rows count, though no row has changed.
    const isOther =
      before.waivedBy !== waivedBy ||
      before.declared !== obligation.declared ||
      before.behindFrom !== behindFrom ||
      before.retired !== obligation.retired ||
      before.rowCount !== obligation.rowCount;
    if (settled === null && !isOther) {
      const isBeside = obligation.opensOn <= today && change.neighboursChanged(at);
      if (!isBeside) continue;
    }
    const after = settled ?? { ...obligation };
    after.waivedBy = waivedBy;
    after.behindFrom = behindFrom;
    changes.push({ before, after, at });
  }
  return changes;
}

/** What an obligation was before; in a push it is in the same place. */
function oldOnes(
  before: readonly SeriesObligation[],
): (obligation: SeriesObligation, at: number) => SeriesObligation | undefined {
  let byKey: Map<string, SeriesObligation> | null = null;
  return ({ key }, at) => {
    if (before[at]?.key === key) return before[at];
    byKey ??= new Map(before.map((each) => [each.key, each]));
    return byKey.get(key);
  };
}

/** The counts of an indicator in a series, in order of time; retired obligations have none. */
export const countsOfIndicator = (series: readonly SeriesObligation[], id: string): (number | null)[] =>
  series.map(({ rows, retired }) =>
    retired ? null : countOf(rows.find(({ indicator }) => indicator.id === id)?.submission?.values),
  );

/** Whether an obligation of `now` stands beside other counts than it did in `before`. */
export function besideOthers(
  before: readonly SeriesObligation[],
  now: readonly SeriesObligation[],
): SeriesChange['neighboursChanged'] {
  const placeOf = new Map(before.map(({ key }, at) => [key, at]));
  const known = new Map<string, [(number | null)[], (number | null)[]]>();
  return (at) => {
    const { key, rows } = now[at]!;
    const place = placeOf.get(key);
    if (place === undefined) return false;
    return rows.some(({ indicator: { id, mode } }) => {
      if (mode !== 'cumulative') return false;
      const counts = known.get(id) ?? [countsOfIndicator(before, id), countsOfIndicator(now, id)];
      known.set(id, counts);
      const [old, is] = [neighbours(counts[0], place), neighbours(counts[1], at)];
      return old.previousCount !== is.previousCount || old.nextCount !== is.nextCount;
    });
  };
}

/** What a unit's reported counts of an arrangement become, by indicator. */
export function totalChanges(
  { before, now }: Pick<SeriesChange, 'before' | 'now'>,
  countsForDistrict: boolean,
): TotalChange[] {
  const [first] = now;
  if (!first) return [];
  const { unit, arrangement } = first;
  return first.rows.flatMap(({ indicator: { id: indicator } }) => {
    const was = reportedCount(before, indicator);
    const reported = reportedCount(now, indicator);
    return was === reported
      ? []
      : [{ unit, arrangement, indicator, before: was, reported, countsForDistrict }];
  });
}
