import type { PushPlan } from '../sync/planPush.ts';
import type { SeriesObligation } from '../sync/series.ts';
import type { SheetRow } from '../wire/sheet.ts';
import { buildRows, type ArrangementNames, type SubmittedCount } from './buildRows.ts';

interface On {
  today: string;
  year: number;
}

/** The rows that a push changed, as a pull right after it would show them: all that they say is in the plan. */
export function pushedRows(
  plan: Pick<PushPlan, 'obligations' | 'after'>,
  names: ReadonlyMap<string, ArrangementNames>,
  on: On,
): SheetRow[] {
  return rowsOf(plan.obligations, plan.after, names, on);
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
  const rankOf = ({ arrangement, schedule, dueOn, key }: SeriesObligation): string =>
    `${String(names.get(arrangement)?.place ?? 0).padStart(8, '0')} ${String(schedule).padStart(2, '0')} ${dueOn ?? '9'} ${key}`;
  const opened = obligations
    .filter(({ opensOn }) => opensOn <= on.today)
    .map((obligation) => ({ obligation, rank: rankOf(obligation) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ obligation }) => obligation);
  const counts = series.flatMap((obligation): SubmittedCount[] =>
    obligation.retired
      ? []
      : obligation.series.flatMap(({ indicator, submission }) => {
          const count = submission?.values.count;
          if (typeof count !== 'number') return [];
          const { key, arrangement, schedule, dueOn } = obligation;
          return [{ key, arrangement, indicator: indicator.id, schedule, dueOn, count }];
        }),
  );
  return buildRows(opened, names, counts, on);
}
