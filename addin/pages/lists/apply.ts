import type { Diagnostic } from '../../../shared/taskList/diagnostic.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';
import type { Comparison } from '../../../shared/wire/comparison.ts';
import type { Published, ListsApi } from './listsApi.ts';
import { type Choices, decisionsToPublish, settingsAfter } from './model/choices.ts';
import { publishBody } from './model/publishBody.ts';

/**
 * Publishes a reading as it was compared, with everything that was chosen, in one request. Where the list is what is stored,
 * only its settings are set: a version without a change would stand before the last one that has one. What was taken
 * back of earlier decisions is taken out of the settings after it, since a publishing only adds to them. All of it
 * may be done again: what is stored already changes nothing.
 * @param unread what of the document could not be read, as the person at the page knows.
 * @throws ApiProblem of the step that is refused.
 */
export async function applyChoices(
  api: ListsApi,
  list: TaskList,
  choices: Choices,
  { taskList: prepared, version, changes }: Comparison,
  unread: readonly Diagnostic[] = [],
): Promise<Published> {
  const { year } = list;
  const decisions = decisionsToPublish(choices, prepared);
  const published = changes
    ? await api.publish(year, publishBody(list, choices, decisions, { version, unread }), unread.length)
    : { year, changed: false, version };
  const settings = await api.settings(year);
  const next = settings && settingsAfter(settings, choices, prepared);
  if (next && JSON.stringify(next) !== JSON.stringify(settings)) await api.changeSettings(year, next);
  return published;
}
