import { makeOccasions } from '../../../shared/obligations/makeOccasions.ts';
import type { LedgerKnown } from '../../../shared/ledgers/known.ts';
import { scheduleInForce } from '../../../shared/taskList/decisions.ts';
import { defaultListSettings } from '../../../shared/taskList/listSettings.ts';
import { parsed, publishedGrid, seedRoster } from '../import/published.ts';

const list = parsed(publishedGrid, 2024);
const settings = defaultListSettings;
const occasions = makeOccasions({ taskList: list, roster: seedRoster, settings, narrowings: new Map() });
const arrangements = new Map(
  list.tasks.flatMap((task) => task.arrangements.map((each) => [each.code, { ...each, task }] as const)),
);

/** What a ledger of a town is read against: the published list of 2024 and the town's own obligations. */
export function knownOf(unitId: string, today: string): LedgerKnown {
  const unit = seedRoster.units.find(({ id }) => id === unitId)!;
  const others = seedRoster.units.filter(({ id, kind }) => id !== unitId && kind !== 'bureau');
  return {
    year: 2024,
    today,
    unit: { id: unitId, names: [unit.name, ...unit.aliases] },
    others: others.flatMap(({ name, aliases }) => [name, ...aliases]),
    arrangements: [...arrangements.values()].map(({ code, text, printedNumber, task }) => ({
      ...{ code, text, taskName: task.name, task: task.code },
      printedNumber: printedNumber?.replace(/\D/gu, '') || null,
    })),
    obligations: occasions
      .filter(({ units }) => units.includes(unitId))
      .map(({ arrangement, schedule, keyPeriod, opensOn, dueOn }) => {
        const { schedules, indicators } = arrangements.get(arrangement)!;
        const inForce = scheduleInForce(settings, arrangement, schedule, schedules[schedule - 1]!);
        return {
          ...{ arrangement, schedule, scheduleKind: inForce.kind, period: keyPeriod, opensOn, dueOn },
          indicators,
        };
      }),
  };
}
