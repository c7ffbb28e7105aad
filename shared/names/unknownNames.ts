import { unknownNames as unknownIn } from '../roster/expandUnits.ts';
import type { Roster } from '../roster/roster.ts';
import { namesIn } from '../taskList/openDecisions.ts';
import type { TaskList } from '../taskList/taskList.ts';
import type { UnknownName } from './nameChoice.ts';
import { proposeNames } from './proposeNames.ts';

/**
 * The names of a list that its roster does not know: each once, in the order of the list, with where it stands and what it may
 * become. `known` are the names that the list's own decisions know as well.
 */
export function unknownNamesOf(list: TaskList, roster: Roster, known: Roster = roster): UnknownName[] {
  const places = new Map<string, string[]>();
  for (const task of list.tasks) {
    for (const name of unknownIn(namesIn(task), known)) {
      places.set(name, [...(places.get(name) ?? []), ...task.arrangements.map(({ code }) => code)]);
    }
  }
  const proposals = proposeNames([...places.keys()], roster);
  return [...places].map(([name, arrangements]) => ({ name, arrangements, ...proposals.get(name)! }));
}

/** The names as the questions that they are: those of which their words leave no doubt are one, any other is its own. */
export function questionsOf(names: readonly UnknownName[]): UnknownName[][] {
  const groups = Map.groupBy(names, ({ name, sure }) => (sure ? '' : name));
  return [...groups.values()];
}
