import type { Roster } from '../roster/roster.ts';
import type { ChosenSchedule, ListDecisions, ListSettings } from './listSettings.ts';
import type { Schedule } from './taskList.ts';

/**
 * What a schedule is for its rows: an undated one is what the bureau has made of it, any other is as printed. So a
 * date in a corrected list goes before one that was given while it had none.
 */
export function scheduleInForce(
  { schedules }: Pick<ListSettings, 'schedules'>,
  arrangement: string,
  number: number,
  printed: Schedule,
): Schedule {
  if (printed.kind !== 'undated' || schedules.length === 0) return printed;
  const decided = schedules.find((each) => each.arrangement === arrangement && each.schedule === number);
  if (!decided) return printed;
  const { arrangement: _, schedule: __, ...when } = decided;
  return { ...when, source: printed.source };
}

const nameOf = ({ arrangement, schedule }: ChosenSchedule): string => `${arrangement} ${schedule}`;

/** The settings with further decisions, each beside those that were made before, or in place of one of the same thing. */
export function withDecisions(
  settings: ListSettings,
  { seasons, schedules, unitNames }: ListDecisions,
): ListSettings {
  const chosen = new Map([...settings.schedules, ...(schedules ?? [])].map((each) => [nameOf(each), each]));
  return {
    ...settings,
    seasons: { ...settings.seasons, ...seasons },
    schedules: [...chosen.values()],
    unitNames: { ...settings.unitNames, ...unitNames },
  };
}

/** The roster, which knows the names of a list as well that somebody has said who is meant by. */
export function rosterOfList(roster: Roster, { unitNames }: Pick<ListSettings, 'unitNames'>): Roster {
  const names = Object.entries(unitNames);
  if (names.length === 0) return roster;
  const aliasesOf = (group: string): string[] =>
    names.flatMap(([name, meant]) => ('group' in meant && meant.group === group ? [name] : []));
  return {
    units: roster.units,
    groups: [
      ...roster.groups.map((group) => ({ ...group, aliases: [...group.aliases, ...aliasesOf(group.name)] })),
      ...names.flatMap(([name, meant]) =>
        'units' in meant
          ? [{ name, aliases: [], members: meant.units.map((unit) => ({ unit, from: null, to: null })) }]
          : [],
      ),
    ],
  };
}
