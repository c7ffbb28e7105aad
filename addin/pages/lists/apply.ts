import type { ListHead } from '../../../shared/columns/listHead.ts';
import type { ProseReading } from '../../../shared/import/prose/proseReading.ts';
import type { Diagnostic } from '../../../shared/taskList/diagnostic.ts';
import { isSame } from '../../../shared/taskList/isSame.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';
import type { Comparison } from '../../../shared/wire/comparison.ts';
import type { Published, ListsApi, VersionedSettings } from './listsApi.ts';
import { type Choices, decisionsToPublish, settingsAfter } from './model/choices.ts';
import { publishBody } from './model/publishBody.ts';

/**
 * Publishes a reading as it was compared, with everything that was chosen, in one request. Where the list is what is stored,
 * only its settings are set: a version without a change would stand before the last one that has one. What was taken
 * back of earlier decisions is taken out of the settings after it, since a publishing only adds to them. All of it
 * may be done again: what is stored already changes nothing.
 * @param looked the settings that the person has looked at; `null` where there were none.
 * @param unread what of the document could not be read, as the person at the page knows.
 * @param said its header, or how its prose was read: what was said of columns and levels is kept with the list.
 * @param overdue how many obligations the person knows to be overdue at once by what was decided.
 * @throws ApiProblem of the step that is refused.
 */
export async function applyChoices(
  api: ListsApi,
  list: TaskList,
  choices: Choices,
  { taskList: prepared, version, changes }: Comparison,
  looked: VersionedSettings | null,
  unread: readonly Diagnostic[] = [],
  {
    head = null,
    prose,
    overdue = null,
  }: { head?: ListHead | null; prose?: ProseReading | undefined; overdue?: number | null } = {},
): Promise<Published> {
  const { year } = list;
  const decisions = decisionsToPublish(choices, prepared);
  const published = changes
    ? await api.publish(year, publishBody(list, choices, decisions, { version, unread, head, prose }), {
        unread: unread.length,
        overdue,
      })
    : { year, changed: false, version };
  // A publishing may have changed the settings itself: what is taken back of them is taken from what stands then.
  const standing = changes ? await api.settings(year) : looked;
  const next = standing && settingsAfter(standing.settings, choices, prepared);
  if (next && !isSame(next, standing.settings))
    await api.changeSettings(year, next, standing.version, overdue);
  return published;
}
