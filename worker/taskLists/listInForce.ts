import type { ListInForce } from '../../shared/obligations/makeOccasions.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { rosterOfList } from '../../shared/taskList/decisions.ts';
import type { StoredList } from './taskLists.repository.ts';

/** All that decides who reports when, of a list and the roster as it is kept; `null` where there is no list. */
export function inForce(of: {
  list: Pick<StoredList, 'taskList' | 'settings' | 'narrowings'>;
  roster: Roster;
}): ListInForce;
export function inForce(of: { list: StoredList | null; roster: Roster }): ListInForce | null;
export function inForce({
  list,
  roster,
}: {
  list: Pick<StoredList, 'taskList' | 'settings' | 'narrowings'> | null;
  roster: Roster;
}): ListInForce | null {
  if (!list) return null;
  const { taskList, settings, narrowings } = list;
  return { taskList, settings, narrowings, roster: rosterOfList(roster, settings) };
}
