import type { ListSettings, MeantByName } from '../../../shared/taskList/listSettings.ts';
import { placed } from '../../../shared/taskList/placed.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';
import type { Comparison, MatchCandidate } from '../../../shared/wire/comparison.ts';
import { type Choices, scheduleName, type When, whenStored } from './choices.ts';

/** An arrangement that may be one that is stored already. */
export interface MatchDecision {
  place: string;
  text: string;
  candidates: MatchCandidate[];
  /** The code chosen, `null` for a new one; `undefined` while it is open. */
  chosen: string | null | undefined;
  /** By code: the place that has chosen it, other than this one. */
  taken: ReadonlyMap<string, string>;
}

/** A name that the roster does not know. */
export interface UnitDecision {
  name: string;
  /** Codes of the tasks that name it. */
  tasks: string[];
  chosen: MeantByName | undefined;
}

/** A season that the text names. */
export interface SeasonDecision {
  season: string;
  places: string[];
  /** As chosen, else as stored; none while it is open. */
  months: readonly number[];
}

/** A schedule without a deadline that can be computed. */
export interface UndatedDecision {
  /** Its name in the choices. */
  name: string;
  place: string;
  text: string;
  words: string[];
  /** As chosen, else as stored; `null` while it is left undated. */
  when: When | null;
}

/** Everything that the text leaves to a person. */
export interface Decisions {
  matches: MatchDecision[];
  units: UnitDecision[];
  seasons: SeasonDecision[];
  undated: UndatedDecision[];
  /** How many must be made before anything can be published. */
  required: number;
  /** How many may stay open, and do. */
  optional: number;
}

/** What a match may be, by place, as long as the reading is looked at: a comparison names only those still uncertain. */
export type Candidates = ReadonlyMap<string, MatchCandidate[]>;

export function candidatesWith(before: Candidates, { matches }: Comparison): Candidates {
  const after = new Map(before);
  for (const { place, candidates } of matches) if (candidates.length > 0) after.set(place, candidates);
  return after;
}

/** The decisions on a reading, those made included, so that each can be changed. */
export function decisionsOf(
  list: TaskList,
  comparison: Comparison | null,
  candidates: Candidates,
  settings: ListSettings,
  choices: Choices,
): Decisions {
  const all = placed(list);
  const open = new Set(comparison?.open);
  const matches = all.flatMap(({ place, arrangement }): MatchDecision[] =>
    open.has(place) || (place in choices.matches && candidates.has(place))
      ? [
          {
            place,
            text: arrangement.textAsPrinted,
            candidates: candidates.get(place) ?? [],
            chosen: choices.matches[place],
            taken: takenBeside(place, choices),
          },
        ]
      : [],
  );
  const units = [...new Set([...(comparison?.unknownUnits ?? []), ...Object.keys(choices.units)])].map(
    (name): UnitDecision => ({
      name,
      tasks: list.tasks.filter((task) => task.units.includes(name)).map(({ code }) => code),
      chosen: choices.units[name],
    }),
  );
  const seasons = [
    ...Map.groupBy(
      all.flatMap(({ place, arrangement }) =>
        [...new Set(arrangement.schedules.map(({ season }) => season))].flatMap((season) =>
          season === undefined ? [] : [{ season, place }],
        ),
      ),
      ({ season }) => season,
    ),
  ].map(([season, at]): SeasonDecision => ({
    season,
    places: at.map(({ place }) => place),
    months: choices.seasons[season] ?? settings.seasons[season] ?? [],
  }));
  // By the codes that they get: what is stored is stored by code.
  const prepared = comparison ? placed(comparison.taskList) : all;
  const undated = prepared.flatMap(({ place, arrangement }) =>
    arrangement.schedules.flatMap(({ kind }, index): UndatedDecision[] => {
      if (kind !== 'undated') return [];
      const name = scheduleName(place, index);
      const chosen = choices.schedules[name];
      return [
        {
          name,
          place,
          text: arrangement.textAsPrinted,
          words: arrangement.undatedWords ?? [],
          when: chosen === undefined ? whenStored(settings, arrangement, index) : chosen,
        },
      ];
    }),
  );
  return {
    matches,
    units,
    seasons,
    undated,
    required:
      matches.filter(({ chosen }) => chosen === undefined).length +
      units.filter(({ chosen }) => chosen === undefined).length,
    optional:
      seasons.filter(({ months }) => months.length === 0).length +
      undated.filter(({ when }) => when === null).length,
  };
}

function takenBeside(place: string, { matches }: Choices): Map<string, string> {
  return new Map(
    Object.entries(matches).flatMap(([other, code]) =>
      other !== place && code !== null ? [[code, other] as const] : [],
    ),
  );
}
