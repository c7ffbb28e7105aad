import type { PushPlan } from '../sync/planPush.ts';
import type { SheetRow } from '../wire/sheet.ts';
import { buildRows, type ArrangementNames, type SubmittedCount } from './buildRows.ts';

const orderOf = ({ dueOn, key }: { dueOn: string | null; key: string }): string => `${dueOn ?? '9'} ${key}`;

/**
 * The rows that a push changed, as a pull right after it would show them: all that they say is in the plan.
 * `names` holds the arrangements in the order of the list.
 */
export function pushedRows(
  plan: Pick<PushPlan, 'obligations' | 'after'>,
  names: ReadonlyMap<string, ArrangementNames>,
  on: { today: string; year: number },
): SheetRow[] {
  const places = new Map([...names.keys()].map((code, place) => [code, place]));
  const placeOf = (arrangement: string): number => places.get(arrangement) ?? places.size;
  const changed = plan.obligations
    .filter(({ opensOn }) => opensOn <= on.today)
    .sort(
      (a, b) =>
        placeOf(a.arrangement) - placeOf(b.arrangement) ||
        a.schedule - b.schedule ||
        (orderOf(a) < orderOf(b) ? -1 : 1),
    );
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
