import { makeOccasions, type ListInForce } from '../../shared/obligations/makeOccasions.ts';
import { overdueAtOnce } from '../../shared/obligations/overdueAtOnce.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { Problem } from '../problems/problem.ts';
import { countOpenAt } from './overdueAtOnce.repository.ts';

/** The settings that decide when something falls due. */
const datesOf = ({ seasons, schedules, dueOnHoliday, moveWeeks }: ListSettings) => ({
  ...{ seasons, schedules, dueOnHoliday, moveWeeks },
});

/**
 * Looks whether the dates that are decided lie in the past (P5.2).
 * @param list with what is decided of it.
 * @param before the settings until now.
 * @param known how many obligations the request knows that its dates make overdue at once.
 * @throws Problem `overdue-at-once`, saying how many they are, where that is another number.
 */
export async function checkOverdueAtOnce(
  { db, today }: { db: D1Database; today: string },
  list: ListInForce,
  before: ListSettings,
  known: number | undefined,
): Promise<void> {
  const undecided = { ...list, settings: { ...list.settings, ...datesOf(before) } };
  const found = overdueAtOnce(makeOccasions(undecided), makeOccasions(list), today);
  const open = await countOpenAt(db, found);
  const count = open.reduce((sum, { obligations }) => sum + obligations, 0);
  if (count === 0 || count === known) return;
  const where = [...Map.groupBy(open, ({ arrangement }) => arrangement)].map(([arrangement, each]) => {
    const units = new Set(each.map(({ unit }) => unit)).size;
    const ofIt = each.reduce((sum, { obligations }) => sum + obligations, 0);
    return {
      pointer: '#',
      zh: `${arrangement}：${units} 个单位，${ofIt} 项`,
      en: `${arrangement}: ${ofIt} obligation(s) of ${units} unit(s)`,
    };
  });
  const units = new Set(open.map(({ unit }) => unit)).size;
  throw new Problem('overdue-at-once', { units, count, today }, where.slice(0, 20), { known: count });
}
