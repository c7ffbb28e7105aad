import type { KnownList, UsedNumbers } from './knownList.ts';
import { decideOpen, type ReadingDecisions } from './leftOpen.ts';
import { defaultListSettings } from './listSettings.ts';
import { bare, nameIndicators, numbered, numberSchedules } from './matchParts.ts';
import type { Arrangement, TaskList } from './taskList.ts';

/** A reading with the codes, numbers and ids that it has once published. */
export interface Identified {
  taskList: TaskList;
  /** Every code that was ever given, those of this list included. */
  used: Map<string, UsedNumbers>;
  /** Tasks and arrangements that have no number left: the list cannot be published. */
  exhausted: string[];
}

const most = 99;

/**
 * Gives a reading its identities: a matched arrangement keeps its code, and its schedules and indicators theirs; a new one
 * gets the next free code of its task. What was ever given is never given to another one.
 * @param matches the code of each arrangement by its place; `null` or left out: a new one.
 * @param decisions what a person has decided of what the reading leaves open.
 * @param known what was published of the year before; `null` where nothing was.
 */
export function identify(
  reading: TaskList,
  matches: ReadonlyMap<string, string | null>,
  known: KnownList | null,
  decisions: ReadingDecisions = {},
): Identified {
  const used = new Map(known?.used);
  const before = new Map<string, Arrangement>([
    ...(known?.retired ?? []).map(({ arrangement }) => [arrangement.code, arrangement] as const),
    ...(known?.taskList.tasks ?? []).flatMap(({ arrangements }) =>
      arrangements.map((arrangement) => [arrangement.code, arrangement] as const),
    ),
  ]);
  const exhausted: string[] = [];
  const newCode = (task: string): string => {
    for (let position = 1; position <= most; position += 1) {
      const code = `${task}-${position}`;
      if (!used.has(code)) return code;
    }
    exhausted.push(task);
    return `${task}-${most}`;
  };
  const withIdentity = (read: Arrangement, task: string, index: number): Arrangement => {
    const place = `${task}-${index + 1}`;
    const code = matches.get(place) ?? newCode(task);
    const was = before.get(code);
    const arrangement = decideOpen(read, place, decisions, was?.leftOpen);
    const former = known?.former.get(code);
    const given = used.get(code) ?? { schedules: 0, indicators: 0 };
    const settings = known?.settings ?? defaultListSettings;
    const { schedules, highest: lastSchedule } = numberSchedules(
      arrangement.schedules.map(bare),
      {
        live: numbered(was?.schedules ?? [], code, settings),
        former: numbered(former?.schedules ?? [], code, settings),
        highest: given.schedules,
      },
      reading.year,
    );
    const { indicators, highest: lastIndicator } = nameIndicators(arrangement.indicators, {
      live: was?.indicators ?? [],
      former: former?.indicators ?? [],
      highest: given.indicators,
    });
    if (lastSchedule > most || lastIndicator > most) exhausted.push(code);
    used.set(code, { schedules: lastSchedule, indicators: lastIndicator });
    return { ...arrangement, code, position: index + 1, schedules, indicators };
  };
  const tasks = reading.tasks.map((task) => ({
    ...task,
    arrangements: task.arrangements.map((arrangement, index) => withIdentity(arrangement, task.code, index)),
  }));
  return { taskList: { ...reading, tasks }, used, exhausted };
}
