import { identify, type Identified } from './identify.ts';
import type { KnownList } from './knownList.ts';
import type { ReadingDecisions } from './leftOpen.ts';
import { matchArrangements, type Described, type Match } from './matchArrangements.ts';
import { placed } from './placed.ts';
import type { TaskList } from './taskList.ts';

/** A reading as it would be published, and how it was matched to what is stored. */
export interface PreparedList extends Identified {
  /** One for each arrangement of the reading, in its order. */
  matches: Match[];
  /** Places of the uncertain matches; a person has to decide them before it can be published. */
  open: string[];
}

/** Everything that a new arrangement may be: what is in force, in its order, then what is retired. */
function describe(known: KnownList): Described[] {
  return [
    ...placed(known.taskList).map(({ arrangement, task, category }) => ({
      id: arrangement.code,
      text: arrangement.text,
      taskName: task.name,
      category,
      retired: false,
    })),
    ...known.retired.map(({ arrangement, taskName }) => ({
      id: arrangement.code,
      text: arrangement.text,
      taskName,
      category: '',
      retired: true,
    })),
  ];
}

/**
 * Matches a reading to what is stored and gives it its codes; pure, and the same for the same input.
 * @param chosen what a person has decided, by place: a stored code, or `null` for a new arrangement.
 * @param decisions what a person has decided of what the reading leaves open.
 */
export function prepareList(
  reading: TaskList,
  known: KnownList | null,
  chosen: ReadonlyMap<string, string | null> = new Map(),
  decisions: ReadingDecisions = {},
): PreparedList {
  const inOrder = {
    ...reading,
    tasks: reading.tasks.toSorted((a, b) => a.category - b.category || a.sequence - b.sequence),
  };
  const next = placed(inOrder).map(({ place, arrangement, task, category }) => ({
    id: place,
    text: arrangement.text,
    taskName: task.name,
    category,
    retired: false,
  }));
  const matches = matchArrangements(next, known ? describe(known) : [], chosen);
  const codes = new Map(matches.map(({ place, code }) => [place, code]));
  return {
    ...identify(inOrder, codes, known, decisions),
    matches,
    open: matches.filter(({ confidence }) => confidence === 'uncertain').map(({ place }) => place),
  };
}

/** What is wrong with a decision of a person about a match. */
export interface ChoiceFault {
  place: string;
  code: string | null;
  fault: 'place-unknown' | 'code-unknown' | 'code-twice';
}

/** Decisions that name what does not exist, or one stored arrangement twice. */
export function choiceFaults(
  reading: TaskList,
  known: KnownList | null,
  chosen: ReadonlyMap<string, string | null>,
): ChoiceFault[] {
  const places = new Set(placed(reading).map(({ place }) => place));
  const codes = new Set(known ? describe(known).map(({ id }) => id) : []);
  const seen = new Set<string>();
  return [...chosen].flatMap(([place, code]): ChoiceFault[] => {
    if (!places.has(place)) return [{ place, code, fault: 'place-unknown' }];
    if (code === null) return [];
    if (!codes.has(code)) return [{ place, code, fault: 'code-unknown' }];
    if (seen.has(code)) return [{ place, code, fault: 'code-twice' }];
    seen.add(code);
    return [];
  });
}
