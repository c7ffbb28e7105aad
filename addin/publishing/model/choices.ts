import { scheduleInForce, withDecisions } from '../../../shared/taskList/decisions.ts';
import type {
  ChosenSchedule,
  ListDecisions,
  ListSettings,
  MeantByName,
} from '../../../shared/taskList/listSettings.ts';
import { placed } from '../../../shared/taskList/placed.ts';
import { numberOf, type TaskList } from '../../../shared/taskList/taskList.ts';

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
}

export const noChoices: Choices = { seasons: {}, matches: {}, units: {}, schedules: {} };

/** The name of one schedule of an arrangement, by its index, in `Choices`. */
export const scheduleName = (place: string, index: number): string => `${place} ${index}`;

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
