import { expect, test } from 'vitest';
import { applyChoices } from '../../../../addin/pages/lists/apply.ts';
import { choose, noChoices } from '../../../../addin/pages/lists/model/choices.ts';
import type { ListsApi } from '../../../../addin/pages/lists/listsApi.ts';
import { defaultListSettings, type ListSettings } from '../../../../shared/taskList/listSettings.ts';
import type { Comparison } from '../../../../shared/wire/comparison.ts';
import { smallList } from '../../../support/import/smallList.ts';

const list = smallList([{ name: '培训', items: ['适时组织培训', '旺季每月检查'] }]);
const comparison = (changes: boolean) => ({ taskList: list, version: 3, changes }) as Comparison;

/** An API that keeps settings and tells what was asked of it. */
function keeping(settings: ListSettings) {
  const asked: string[] = [];
  let kept = settings;
  const api: Partial<ListsApi> = {
    publish: async (year, body) => {
      asked.push(`publish ${body.includes('"version":3')}`);
      return { year, changed: true, version: 4 };
    },
    settings: async () => ({ settings: kept, version: 7, holidaysUnknown: [] }),
    changeSettings: async (_, next, version) => {
      asked.push(`settings ${version}`);
      kept = next;
      return { settings: next, version: version + 1, holidaysUnknown: [] };
    },
  };
  return { api: api as ListsApi, asked, settings: () => kept };
}

const summer = choose(noChoices, 'seasons', '旺季', [7, 8]);

test('I13.3: what was compared is published, from its version; settings that it brings along are not set twice', async () => {
  const { api, asked } = keeping({ ...defaultListSettings, seasons: { 旺季: [7, 8] } });
  expect(await applyChoices(api, list, summer, comparison(true), null)).toMatchObject({ version: 4 });
  expect(asked).toEqual(['publish true']);
});

test('I13.3: decisions alone make no new version of the list; made again they change nothing', async () => {
  const { api, asked, settings } = keeping(defaultListSettings);
  const looked = { settings: defaultListSettings, version: 5, holidaysUnknown: [] };
  expect(await applyChoices(api, list, summer, comparison(false), looked)).toMatchObject({
    changed: false,
    version: 3,
  });
  await applyChoices(api, list, summer, comparison(false), {
    settings: settings(),
    version: 6,
    holidaysUnknown: [],
  });
  // Of the version that was looked at, so that the server refuses it where somebody has saved since.
  expect(asked).toEqual(['settings 5']);
  expect(settings().seasons).toEqual({ 旺季: [7, 8] });
});

test('I13.2: a season that is taken back is open again, once the list is published', async () => {
  const { api, asked, settings } = keeping({ ...defaultListSettings, seasons: { 旺季: [7] } });
  await applyChoices(api, list, choose(noChoices, 'seasons', '旺季', []), comparison(true), null);
  expect(asked).toEqual(['publish true', 'settings 7']);
  expect(settings().seasons).toEqual({});
});
