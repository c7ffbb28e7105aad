import { scheduleInForce, withDecisions } from '../../../../shared/taskList/decisions.ts';
import type { ReadingDecisions } from '../../../../shared/taskList/leftOpen.ts';
import type {
  ChosenSchedule,
  ListDecisions,
  ListSettings,
  MeantByName,
} from '../../../../shared/taskList/listSettings.ts';
import { placed } from '../../../../shared/taskList/placed.ts';
import { numberOf, type DeadlineHolds, type TaskList } from '../../../../shared/taskList/taskList.ts';

type WithoutPlace<T> = T extends unknown ? Omit<T, 'arrangement' | 'schedule'> : never;
/** A date, a window or a cadence that an undated arrangement is given. */
export type When = WithoutPlace<ChosenSchedule>;

/** What the person at the page has chosen so far. What is not in it is as it is stored, or open. */
export interface Choices {
  /** Months of a season, by its name in the text; none leaves it open. */
  seasons: Readonly<Record<string, readonly number[]>>;
  /** By place: the stored code that it keeps, or `null` for a new arrangement. */
  matches: Readonly<Record<string, string | null>>;
  /** By a name that the roster does not know: who is meant. */
  units: Readonly<Record<string, MeantByName>>;
  /** By place and schedule, as `scheduleName` says: when it falls due; `null` leaves it undated. */
  schedules: Readonly<Record<string, When | null>>;
  /** By place: names of the units that it belongs to, none for all of its task; `open` leaves it open. */
  assigned: Readonly<Record<string, readonly string[] | 'open'>>;
  /** By place: which of two deadlines holds. */
  deadlines: Readonly<Record<string, DeadlineHolds | 'open'>>;
  /** By place and words, as `quantityName` says: a target, or none. */
  quantities: Readonly<Record<string, number | 'none' | 'open'>>;
}

export const noChoices: Choices = {
  ...{ seasons: {}, matches: {}, units: {}, schedules: {} },
  ...{ assigned: {}, deadlines: {}, quantities: {} },
};

/** The name of one schedule of an arrangement, by its index, in `Choices`. */
export const scheduleName = (place: string, index: number): string => `${place} ${index}`;

/** The name of an inexact quantity of an arrangement in `Choices`. */
export const quantityName = (place: string, words: string): string => `${place} ${words}`;

/** What was chosen of what the document leaves open, as it goes with the reading. */
export function readingsOf({ assigned, deadlines, quantities }: Choices): ReadingDecisions {
  const byPlace: Record<string, Record<string, number | 'none' | 'open'>> = {};
  for (const [name, target] of Object.entries(quantities)) {
    const at = name.indexOf(' ');
    const place = name.slice(0, at);
    byPlace[place] = { ...byPlace[place], [name.slice(at + 1)]: target };
  }
  const units = Object.entries(assigned).map(([place, names]) => [
    place,
    names === 'open' ? names : [...names],
  ]);
  return {
    ...(units.length > 0 && { units: Object.fromEntries(units) }),
    ...(Object.keys(deadlines).length > 0 && { deadlines: { ...deadlines } }),
    ...(Object.keys(byPlace).length > 0 && { quantities: byPlace }),
  };
}

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

/**
 * The decisions that a publishing brings along, by the codes and numbers that the arrangements get by it.
 * @param prepared the reading with these codes, as a comparison answers it.
 */
export function decisionsToPublish(choices: Choices, prepared: TaskList): ListDecisions {
  const seasons = Object.entries(choices.seasons).flatMap(([season, months]) =>
    months.length > 0 ? [[season, months.toSorted((a, b) => a - b)] as const] : [],
  );
  return {
    seasons: Object.fromEntries(seasons),
    schedules: namedSchedules(choices, prepared).flatMap(({ when, ...name }) =>
      when === null ? [] : [{ ...name, ...when }],
    ),
    unitNames: choices.units,
  };
}

function namedSchedules(
  { schedules }: Choices,
  prepared: TaskList,
): { arrangement: string; schedule: number; when: When | null }[] {
  return placed(prepared).flatMap(({ place, arrangement }) =>
    arrangement.schedules.flatMap((schedule, index) => {
      const when = schedules[scheduleName(place, index)];
      return when === undefined
        ? []
        : [{ arrangement: arrangement.code, schedule: numberOf(schedule, index), when }];
    }),
  );
}

/** The settings once the choices are made; what was taken back is open again. */
export function settingsAfter(settings: ListSettings, choices: Choices, prepared: TaskList): ListSettings {
  return withoutTakenBack(withDecisions(settings, decisionsToPublish(choices, prepared)), choices, prepared);
}

/** The settings without the seasons and dates that were taken back: a publishing only adds. */
function withoutTakenBack(settings: ListSettings, choices: Choices, prepared: TaskList): ListSettings {
  const back = namedSchedules(choices, prepared).filter(({ when }) => when === null);
  return {
    ...settings,
    seasons: Object.fromEntries(
      Object.entries(settings.seasons).filter(([season]) => choices.seasons[season]?.length !== 0),
    ),
    schedules: settings.schedules.filter(
      (each) =>
        !back.some(
          ({ arrangement, schedule }) => each.arrangement === arrangement && each.schedule === schedule,
        ),
    ),
  };
}

/** When an undated schedule falls due by the settings; `null` where they say nothing. */
export function whenStored(
  settings: ListSettings,
  arrangement: TaskList['tasks'][number]['arrangements'][number],
  index: number,
): When | null {
  const printed = arrangement.schedules[index];
  if (printed === undefined) return null;
  const { kind, start, due } = scheduleInForce(settings, arrangement.code, numberOf(printed, index), printed);
  if (kind === 'undated') return null;
  if (kind === 'window') return start && due ? { kind, start, due } : null;
  if (kind === 'once') return due ? { kind, due } : null;
  return { kind };
}
