import type { Roster } from '../roster/roster.ts';
import type { ListSettings } from '../taskList/listSettings.ts';

const byName = <T, R>(
  each: readonly T[],
  name: (one: T) => string,
  value: (one: T) => R,
): Record<string, R> => Object.fromEntries(each.map((one) => [name(one), value(one)]));

/** A roster with each thing under its name, so that changes of it can be told place by place. */
export const namedRoster = ({ units, groups }: Roster): Record<string, unknown> => ({
  units: byName(
    units,
    ({ id }) => id,
    ({ id: _, ...unit }) => unit,
  ),
  groups: byName(
    groups,
    ({ name }) => name,
    ({ aliases, members }) => ({
      aliases,
      members: byName(
        members,
        ({ unit, from }) => (from === null ? unit : `${unit} ${from}`),
        ({ to }) => ({ to: to ?? '…' }),
      ),
    }),
  ),
});

/** The settings of a list, likewise. */
export const namedSettings = (settings: ListSettings): Record<string, unknown> => ({
  ...settings,
  schedules: byName(
    settings.schedules,
    ({ arrangement, schedule }) => `${arrangement} ${schedule}`,
    ({ arrangement: _, schedule: __, ...chosen }) => chosen,
  ),
});

/** Units that a change of the roster names: themselves changed, or members of a group. */
export function unitsIn(places: readonly string[], { units }: Roster): string[] {
  const known = new Set(units.map(({ id }) => id));
  const named = places.flatMap((place) => {
    const [what, name = '', , member = ''] = place.split('/');
    const [unit = ''] = member.split(' ');
    return what === 'units' ? [name] : known.has(unit) ? [unit] : [];
  });
  return [...new Set(named)];
}

/** Arrangements that a change of settings names. */
export const arrangementsIn = (places: readonly string[]): string[] => [
  ...new Set(places.flatMap((place) => /^schedules\/([\d-]+) /u.exec(place)?.[1] ?? [])),
];
