import { makeObligations } from '../../shared/obligations/makeObligations.ts';
import { assignmentSets, type AssignmentSet } from '../../shared/roster/expandUnits.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { rosterOfList } from '../../shared/taskList/decisions.ts';
import { unitsOf } from '../../shared/taskList/leftOpen.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { replacePrintedAssignments } from '../taskLists/assignments.repository.ts';
import type { ListSnapshot } from '../taskLists/listSnapshot.repository.ts';
import type { StoredList } from '../taskLists/taskLists.repository.ts';
import { remakeObligations } from './remake.repository.ts';

/** Who each arrangement is assigned to as printed, by day; the roster knows the names of the list. */
export const printedSets = (list: TaskList, roster: Roster): Map<string, AssignmentSet[]> =>
  new Map(
    list.tasks.flatMap((task) => {
      const ofTask = assignmentSets(task.units, roster);
      return task.arrangements.map((arrangement) => {
        const units = unitsOf(task, arrangement);
        return [arrangement.code, units === task.units ? ofTask : assignmentSets(units, roster)] as const;
      });
    }),
  );

/** Makes a stored list's obligations anew with some of what they depend on changed. */
export function remade(
  snapshot: ListSnapshot,
  change: { roster?: Roster; settings?: ListSettings; narrowings?: StoredList['narrowings'] },
  db: D1Database,
): D1PreparedStatement[] {
  if (!snapshot.list) return [];
  const { taskList, narrowings } = snapshot.list;
  const listId = String(taskList.year);
  const settings = change.settings ?? snapshot.list.settings;
  const roster = rosterOfList(change.roster ?? snapshot.roster, settings);
  const made = makeObligations(taskList, roster, settings, change.narrowings ?? narrowings);
  return [
    ...replacePrintedAssignments(db, listId, printedSets(taskList, roster)),
    ...remakeObligations(db, listId, made),
  ];
}
