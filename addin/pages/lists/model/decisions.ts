import type { ListSettings, MeantByName } from '../../../../shared/taskList/listSettings.ts';
import { placed, type Placed } from '../../../../shared/taskList/placed.ts';
import type {
  DeadlineHolds,
  OpenQuantity,
  Schedule,
  Task,
  TaskList,
} from '../../../../shared/taskList/taskList.ts';
import type { Comparison, MatchCandidate } from '../../../../shared/wire/comparison.ts';
import { type Choices, quantityName, scheduleName, type When, whenStored } from './choices.ts';

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

/** Arrangements of which it is open whose they are: those of a task that names no unit, or of a row that names others. */
export interface AssignedDecision {
  /** Places of the arrangements that are decided as one. */
  places: string[];
  task: Pick<Task, 'code' | 'name' | 'units'>;
  /** Names in their row; none where the task has none. */
  row: string[];
  /** Names chosen, none for all of the task; `undefined` while it is open. */
  decided: readonly string[] | undefined;
}

/** A deadline of the sentence that its column contradicts. */
export interface DeadlineDecision {
  place: string;
  text: string;
  sentence: Schedule[];
  column: Schedule[];
  decided: DeadlineHolds | undefined;
}

/** A quantity that is not exact. */
export interface QuantityDecision {
  /** Its name in the choices. */
  name: string;
  place: string;
  text: string;
  quantity: OpenQuantity;
  /** A target, `null` for none; `undefined` while it is open. */
  target: number | null | undefined;
}

/** Everything that the text leaves to a person. */
export interface Decisions {
  matches: MatchDecision[];
  /** Matches that are sure, and can be refused. */
  sure: MatchDecision[];
  assigned: AssignedDecision[];
  deadlines: DeadlineDecision[];
  quantities: QuantityDecision[];
  units: UnitDecision[];
  seasons: SeasonDecision[];
  undated: UndatedDecision[];
  /** How many must be made before anything can be published. */
  required: number;
  /** How many may stay open, and do. */
  optional: number;
}

/**
 * What a match may be, by place, as long as the reading is looked at: a comparison names only those that nobody has chosen. Of a
 * sure one it is the code that it has while nobody refuses it.
 */
export type Candidates = ReadonlyMap<string, { candidates: MatchCandidate[]; sure: string | null }>;

export function candidatesWith(before: Candidates, { matches }: Comparison): Candidates {
  const after = new Map(before);
  for (const { place, candidates, confidence, code } of matches) {
    if (candidates.length === 0) continue;
    after.set(place, { candidates, sure: confidence === 'sure' ? code : null });
  }
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
  const byPlace = new Map(all.map(({ place, arrangement }) => [place, arrangement.textAsPrinted]));
  const matchAt = (place: string): MatchDecision => ({
    place,
    text: byPlace.get(place) ?? '',
    candidates: candidates.get(place)?.candidates ?? [],
    chosen:
      choices.matches[place] === undefined
        ? (candidates.get(place)?.sure ?? undefined)
        : choices.matches[place],
    taken: takenBeside(place, choices),
  });
  const open = new Set(comparison?.open);
  const isSure = (place: string): boolean => typeof candidates.get(place)?.sure === 'string';
  const matchedNow = new Map(comparison?.matches.map(({ place, confidence }) => [place, confidence]));
  const matches = all
    .filter(
      ({ place }) => open.has(place) || (place in choices.matches && candidates.has(place) && !isSure(place)),
    )
    .map(({ place }) => matchAt(place));
  // While it is compared again, what was chosen a moment ago may be taken back already.
  const sure = all
    .filter(({ place }) => isSure(place) && ['sure', 'chosen'].includes(matchedNow.get(place) ?? ''))
    .map(({ place }) => matchAt(place));
  const units = [...new Set([...(comparison?.unknownUnits ?? []), ...Object.keys(choices.units)])].map(
    (name): UnitDecision => ({
      name,
      tasks: list.tasks.filter((task) => task.units.includes(name)).map(({ code }) => code),
      chosen: choices.units[name],
    }),
  );
  // As it is decided, and by the codes that they get: what is stored is stored by code.
  const prepared = comparison ? placed(comparison.taskList) : all;
  const seasons = [
    ...Map.groupBy(
      prepared.flatMap(({ place, arrangement }) =>
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
  const { assigned, deadlines, quantities } = openOf(prepared, choices);
  return {
    matches,
    sure,
    ...{ assigned, deadlines, quantities },
    units,
    seasons,
    undated,
    required:
      matches.filter(({ chosen }) => chosen === undefined).length +
      // All names are decided on one screen, by one confirmation.
      (units.some(({ chosen }) => chosen === undefined) ? 1 : 0),
    optional:
      seasons.filter(({ months }) => months.length === 0).length +
      undated.filter(({ when }) => when === null).length +
      assigned.filter(({ decided }) => decided === undefined).length +
      deadlines.filter(({ decided }) => decided === undefined).length +
      quantities.filter(({ target }) => target === undefined).length,
  };
}

/** What the document itself leaves open, as chosen, else as the reading has it. */
function openOf(
  prepared: readonly Placed[],
  choices: Choices,
): Pick<Decisions, 'assigned' | 'deadlines' | 'quantities'> {
  const open = prepared.flatMap(({ place, arrangement: { leftOpen, textAsPrinted: text }, task }) =>
    leftOpen ? [{ place, text, task, leftOpen }] : [],
  );
  const deadlines = open.flatMap(({ place, text, leftOpen: { deadline } }): DeadlineDecision[] => {
    if (!deadline) return [];
    const decided = chosenOr(choices.deadlines[place], deadline.decided);
    return [{ place, text, ...deadline, decided }];
  });
  const quantities = open.flatMap(({ place, text, leftOpen }) =>
    (leftOpen.quantities ?? []).map((quantity): QuantityDecision => {
      const name = quantityName(place, quantity.source.text);
      const chosen = choices.quantities[name];
      const target = chosen === 'none' ? null : chosenOr(chosen, quantity.target);
      return { name, place, text, quantity, target };
    }),
  );
  const units = open.flatMap(({ place, task, leftOpen }) =>
    leftOpen.units ? [{ place, task, row: leftOpen.units.printed, decided: leftOpen.units.decided }] : [],
  );
  const assigned = [...Map.groupBy(units, ({ task, row }) => [task.code, ...row].join('\n')).values()].map(
    (group): AssignedDecision => {
      const [first] = group as [(typeof units)[number]];
      const all = group.map(({ place, decided }) => chosenOr(choices.assigned[place], decided));
      const isOne = all.every((each) => each?.join('\n') === all[0]?.join('\n'));
      const decided = isOne && (all[0]?.length !== 0 || first.task.units.length > 0) ? all[0] : undefined;
      return { places: group.map(({ place }) => place), task: first.task, row: first.row, decided };
    },
  );
  return { assigned, deadlines, quantities };
}

/** What is chosen, where it is not open again; else what was decided before. */
function chosenOr<T>(chosen: T | 'open' | undefined, before: T | undefined): T | undefined {
  return chosen === 'open' ? undefined : (chosen ?? before);
}

function takenBeside(place: string, { matches }: Choices): Map<string, string> {
  return new Map(
    Object.entries(matches).flatMap(([other, code]) =>
      other !== place && code !== null ? [[code, other] as const] : [],
    ),
  );
}
