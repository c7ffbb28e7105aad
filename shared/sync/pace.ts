import { behindFrom } from '../obligations/light.ts';
import { isCadence } from '../rules/context.ts';
import type { SeriesObligation } from './series.ts';
import { reportedCount } from './settle.ts';

/** What of a series is behind pace: its dated final reports; where it has none, the periods of its cadences. */
function carriersOf(series: readonly SeriesObligation[]): readonly SeriesObligation[] {
  const dated = series.filter(({ dueOn, retired }) => dueOn !== null && !retired);
  const finals = dated.filter((obligation) => !isCadence(obligation));
  return finals.length > 0 ? finals : dated;
}

/** The days in which a share is to be reached: those of a final report, or of all periods of a cadence together. */
function spansOf(carriers: readonly SeriesObligation[]): Map<string, readonly [from: string, to: string]> {
  const spans = new Map<string, readonly [string, string]>();
  for (const same of Map.groupBy(carriers, ({ schedule }) => schedule).values()) {
    const from = same.map(({ opensOn }) => opensOn).toSorted()[0]!;
    const to = same
      .map(({ dueOn }) => dueOn!)
      .toSorted()
      .at(-1)!;
    for (const each of same) spans.set(each.key, isCadence(each) ? [from, to] : [each.opensOn, each.dueOn!]);
  }
  return spans;
}

/**
 * From which day each obligation of one unit's series of an arrangement is behind pace (B3), by key; what is not named never is.
 * Only running totals with a share have a pace.
 */
export function paceOf(series: readonly SeriesObligation[], margin: number): Map<string, string> {
  const behind = new Map<string, string>();
  const counted = (series[0]?.rows ?? []).filter(
    ({ indicator: { id, mode }, allocation }) =>
      mode === 'cumulative' && id !== 'done' && allocation !== null && allocation > 0,
  );
  if (counted.length === 0) return behind;
  const carriers = carriersOf(series);
  const spans = spansOf(carriers);
  for (const { indicator, allocation } of counted) {
    const reported = reportedCount(series, indicator.id) ?? 0;
    for (const obligation of carriers) {
      const [from, to] = spans.get(obligation.key)!;
      const day = behindFrom({ from, to, reported, share: allocation!, margin });
      if (day === null || day > obligation.dueOn!) continue;
      const begins = day > obligation.opensOn ? day : obligation.opensOn;
      const other = behind.get(obligation.key);
      if (other === undefined || begins < other) behind.set(obligation.key, begins);
    }
  }
  return behind;
}
