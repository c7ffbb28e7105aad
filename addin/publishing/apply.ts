import { defaultListSettings } from '../../shared/taskList/listSettings.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { type Choices, rosterWith, settingsWith } from './model/choices.ts';
import { publishBody } from './model/publishBody.ts';
import type { Published, PublishingApi } from './publishingApi.ts';

/**
 * Publishes a reading as it was compared with `version`, with what was chosen: names first, since the list is refused
 * without them, then the list, then its settings. Each step may be done again: what is stored already changes nothing.
 * @throws ApiProblem of the first step that is refused; those before it stay.
 */
export async function applyChoices(
  api: PublishingApi,
  list: TaskList,
  choices: Choices,
  version: number,
): Promise<Published> {
  if (Object.keys(choices.units).length > 0) {
    const roster = rosterWith(await api.roster(), choices);
    if (roster) await api.changeRoster(roster);
  }
  const published = await api.publish(list.year, publishBody(list, choices, version));
  if (Object.keys(choices.seasons).length > 0) {
    const settings = settingsWith((await api.settings(list.year)) ?? defaultListSettings, choices);
    if (settings) await api.changeSettings(list.year, settings);
  }
  return published;
}
