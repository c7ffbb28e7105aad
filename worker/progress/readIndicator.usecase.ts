import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { IndicatorUnits } from '../../shared/wire/indicatorUnits.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../identity/access.ts';
import { Problem } from '../problems/problem.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { loadIndicator } from './indicator.repository.ts';

/**
 * A quantity, opened to its units (B11): what each has counted, and its latest report. A reporter sees its own unit's.
 * @throws Problem `indicator-not-found`
 */
export async function readIndicator(
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
  asked: { year?: number | undefined; arrangement: string; indicator: string },
): Promise<IndicatorUnits> {
  const list = await chooseList(db, asked.year, clock.today);
  const { arrangement, indicator } = asked;
  const loaded = await loadIndicator(db, list.id, arrangement, indicator);
  if (loaded.indicator === null) throw new Problem('indicator-not-found', { arrangement, indicator });
  const { text, ...described } = loaded.indicator;
  const alone = loaded.units.every(({ kind, asked: isAsked }) => kind === 'bureau' || isAsked === 0);
  const latestOf = new Map(loaded.latest.map(({ unit, ...rest }) => [unit, rest]));
  const units = loaded.units
    .filter(({ id }) => access.unitId === null || id === access.unitId)
    .map(({ id, name, kind, reported, allocated }) => {
      const latest = latestOf.get(id);
      return {
        unit: { id, name },
        counts: kind !== 'bureau' || alone,
        reported,
        allocated,
        latest: latest
          ? {
              obligation: latest.obligation,
              period: latest.period,
              status: latest.status,
              count: latest.count,
              completedOn: latest.completedOn,
              note: latest.note,
              receivedAt: shanghaiTime(latest.receivedAt),
            }
          : null,
      };
    });
  const sums = access.unitId === null ? loaded.district : units[0];
  return {
    list: { year: list.year, title: list.title },
    today: clock.today,
    demo: clock.demoOffset !== null,
    arrangementText: text,
    quantity: { ...described, reported: sums?.reported ?? null, allocated: sums?.allocated ?? null },
    units,
  };
}
