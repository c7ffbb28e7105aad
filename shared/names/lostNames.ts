import { unknownNames } from '../roster/expandUnits.ts';
import type { Roster } from '../roster/roster.ts';
import { namesIn } from '../taskList/openDecisions.ts';
import type { TaskList } from '../taskList/taskList.ts';

/** Names of a list that one roster knows and the next one does not: each once, in the order of the list. */
export function lostNames(list: TaskList, before: Roster, after: Roster): string[] {
  const names = [...new Set(list.tasks.flatMap(namesIn))];
  const known = new Set(unknownNames(names, before));
  return unknownNames(names, after).filter((name) => !known.has(name));
}
