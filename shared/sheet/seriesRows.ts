import type { PushPlan } from '../sync/planPush.ts';
import type { LightsOn } from '../obligations/light.ts';
import { compareTime, countOf, type SeriesObligation } from '../sync/series.ts';
import type { SheetRow } from '../wire/parts/sheetRow.ts';
import { buildRows, type ArrangementNames, type SubmittedCount } from './buildRows.ts';

interface On extends LightsOn {
  year: number;
}

/** The rows that a push changed, as a pull right after it would show them: all that they say is in the plan. `but`: keys. */
export function pushedRows(
  plan: Pick<PushPlan, 'obligations' | 'after'>,
  names: ReadonlyMap<string, ArrangementNames>,
  on: On,
  but: { has(key: string): boolean },
): SheetRow[] {
  const obligations = plan.obligations.flatMap((obligation) => {
    const rows = obligation.rows.filter(({ key }) => !but.has(key));
    return rows.length + obligation.former.length === 0 ? [] : [{ ...obligation, rows }];
  });
  const shown = new Set(obligations.map(({ arrangement }) => arrangement));
  const series = plan.after.filter(({ arrangement }) => shown.has(arrangement));
  return rowsOf(obligations, series, names, on);
}

/** The rows of a whole sheet (S6): what has opened and is still asked for, or carries something. */
export function wholeSheet(
  obligations: readonly SeriesObligation[],
  names: ReadonlyMap<string, ArrangementNames>,
  on: On,
): SheetRow[] {
  const shown = obligations.filter(
    ({ retired, waivedBy, receivedRows, draftRows }) =>
      !retired && (waivedBy === null || receivedRows > 0 || draftRows > 0),
  );
  return rowsOf(shown, obligations, names, on).filter(({ state }) => state !== 'retired');
}

/** Rows in the order of the list and of time; `series` are all obligations of the series that they belong to. */
function rowsOf(
  obligations: readonly SeriesObligation[],
  series: readonly SeriesObligation[],
  names: ReadonlyMap<string, ArrangementNames>,
  on: On,
): SheetRow[] {
  const placeOf = (arrangement: string): number => names.get(arrangement)?.place ?? 0;
  const opened = Map.groupBy(
    obligations.filter(({ opensOn }) => opensOn <= on.today),
    ({ arrangement }) => arrangement,
  );
  const inOrder = [...opened]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([, ofOne]) => ofOne.sort((a, b) => a.schedule - b.schedule || compareTime(a, b)));
  return buildRows(inOrder, names, countsOf(series), on);
}

function countsOf(series: readonly SeriesObligation[]): SubmittedCount[] {
  const counts: SubmittedCount[] = [];
  for (const { key, arrangement, schedule, dueOn, dueOriginal, retired, rows } of series) {
    for (const { indicator, submission } of retired ? [] : rows) {
      const count = countOf(submission?.values);
      if (count === null) continue;
      counts.push({ key, arrangement, indicator: indicator.id, schedule, dueOn, dueOriginal, count });
    }
  }
  return counts;
}
