import type { PushPlan } from '../sync/planPush.ts';
import type { SeriesObligation } from '../sync/series.ts';
import type { SheetRow } from '../wire/sheet.ts';
import { buildRows, type ArrangementNames, type SubmittedCount } from './buildRows.ts';

/**
 * The rows that a push changed, as a pull right after it would show them: all that they say is in the plan.
 */
export function pushedRows(
  plan: Pick<PushPlan, 'obligations' | 'after'>,
  names: ReadonlyMap<string, ArrangementNames>,
  on: { today: string; year: number },
): SheetRow[] {
  const rankOf = ({ arrangement, schedule, dueOn, key }: SeriesObligation): string =>
    `${String(names.get(arrangement)?.place ?? 0).padStart(8, '0')} ${schedule} ${dueOn ?? '9'} ${key}`;
  const changed = plan.obligations
    .filter(({ opensOn }) => opensOn <= on.today)
    .map((obligation) => ({ obligation, rank: rankOf(obligation) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ obligation }) => obligation);
  const counts = plan.after.flatMap((obligation): SubmittedCount[] =>
    obligation.retired
      ? []
      : obligation.series.flatMap(({ indicator, submission }) => {
          const count = submission?.values.count;
          if (typeof count !== 'number') return [];
          const { key, arrangement, schedule, dueOn } = obligation;
          return [{ key, arrangement, indicator: indicator.id, schedule, dueOn, count }];
        }),
  );
  return buildRows(changed, names, counts, on);
}
