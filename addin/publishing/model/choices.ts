import type { ListSettings } from '../../../shared/taskList/listSettings.ts';
import type { Roster } from '../../../shared/roster/roster.ts';

/** What the person at the page has chosen so far. What is not in it is as it is stored, or open. */
export interface Choices {
  /** Months of a season, by its name in the text. */
  seasons: Readonly<Record<string, readonly number[]>>;
  /** By place: the stored code that it keeps, or `null` for a new arrangement. */
  matches: Readonly<Record<string, string | null>>;
  /** By a name that the roster does not know: the unit (`unit:xuejia`) or group (`group:各园区`) that is meant. */
  units: Readonly<Record<string, string>>;
}

export const noChoices: Choices = { seasons: {}, matches: {}, units: {} };

/** Chooses one thing; `undefined` takes the choice back. */
export function choose<Kind extends keyof Choices>(
  choices: Choices,
  kind: Kind,
  name: string,
  value: Choices[Kind][string] | undefined,
): Choices {
  const { [name]: _, ...others } = choices[kind];
  return { ...choices, [kind]: value === undefined ? others : { ...others, [name]: value } };
}

/** The settings with the seasons that were chosen, no months leaving a season open; `null` where that changes nothing. */
export function settingsWith(settings: ListSettings, { seasons }: Choices): ListSettings | null {
  const next = { ...settings.seasons };
  for (const [season, months] of Object.entries(seasons)) {
    if (months.length > 0) next[season] = months.toSorted((a, b) => a - b);
    else delete next[season];
  }
  const names = Object.keys({ ...next, ...settings.seasons });
  const same = names.every((season) => next[season]?.join() === settings.seasons[season]?.join());
  return same ? null : { ...settings, seasons: next };
}

/** The roster with the names that were chosen as aliases; `null` where there are none. */
export function rosterWith(roster: Roster, { units }: Choices): Roster | null {
  const names = Object.entries(units);
  if (names.length === 0) return null;
  const aliased = <T extends { aliases: string[] }>(entry: T, id: string): T => {
    const more = names.flatMap(([name, meant]) =>
      meant === id && !entry.aliases.includes(name) ? [name] : [],
    );
    return more.length === 0 ? entry : { ...entry, aliases: [...entry.aliases, ...more] };
  };
  return {
    units: roster.units.map((unit) => aliased(unit, `unit:${unit.id}`)),
    groups: roster.groups.map((group) => aliased(group, `group:${group.name}`)),
  };
}
