import * as z from 'zod';
import { unknownNames } from '../roster/expandUnits.ts';
import type { Roster } from '../roster/roster.ts';
import { rosterOfList, scheduleInForce } from './decisions.ts';
import type { ListSettings } from './listSettings.ts';
import { numberOf, type TaskList } from './taskList.ts';

/** What the text leaves open and a person has to decide. */
export const openDecision = z.strictObject({
  /** `season`: its months; `undated`: a due date or a cadence; `unit`: who is meant by a name. */
  kind: z.enum(['season', 'undated', 'unit']),
  arrangements: z.array(z.string()),
  /** The number of its schedule that is undated: where one is decided, by this it is named. */
  schedule: z.int().optional(),
  /** The season's name, the time words, or the name of the unit. */
  words: z.array(z.string()),
  zh: z.string(),
  en: z.string(),
});
export type OpenDecision = z.infer<typeof openDecision>;

/** What a list leaves open; the roster tells which names of units are known. */
export function openDecisions(list: TaskList, settings: ListSettings, roster: Roster): OpenDecision[] {
  return [...openSeasons(list, settings), ...openNames(list, settings, roster), ...undated(list, settings)];
}

function openSeasons(list: TaskList, settings: ListSettings): OpenDecision[] {
  const seasons = new Map<string, string[]>();
  for (const arrangement of list.tasks.flatMap((task) => task.arrangements)) {
    for (const { season } of arrangement.schedules) {
      if (season === undefined || settings.seasons[season]) continue;
      seasons.set(season, [...(seasons.get(season) ?? []), arrangement.code]);
    }
  }
  return [...seasons].map(([season, codes]) => ({
    kind: 'season',
    arrangements: [...new Set(codes)],
    words: [season],
    zh: `“${season}”是哪几个月未定，请在清单设置中填写。`,
    en: `Which months “${season}” has is not decided; set them in the list’s settings.`,
  }));
}

function openNames(list: TaskList, settings: ListSettings, roster: Roster): OpenDecision[] {
  const known = rosterOfList(roster, settings);
  const names = new Map<string, string[]>();
  for (const task of list.tasks) {
    for (const name of unknownNames(task.units, known)) {
      names.set(name, [...(names.get(name) ?? []), ...task.arrangements.map(({ code }) => code)]);
    }
  }
  return [...names].map(([name, arrangements]) => ({
    kind: 'unit',
    arrangements,
    words: [name],
    zh: `名册中没有“${name}”，请指明是哪些单位或哪个单位组。`,
    en: `The roster does not know “${name}”; say which units or which group it is.`,
  }));
}

function undated(list: TaskList, settings: ListSettings): OpenDecision[] {
  return list.tasks
    .flatMap((task) => task.arrangements)
    .flatMap(({ code, schedules, undatedWords: words = [] }) =>
      schedules.flatMap((schedule, index): OpenDecision[] => {
        const number = numberOf(schedule, index);
        if (scheduleInForce(settings, code, number, schedule).kind !== 'undated') return [];
        return [
          {
            kind: 'undated',
            arrangements: [code],
            schedule: number,
            words,
            zh: `${code} 没有可计算的时限${words.length > 0 ? `（原文：${words.join('、')}）` : ''}，可由区局指定截止日期或频次。`,
            en: `${code} has no deadline that can be computed; the bureau may give it a date or a cadence.`,
          },
        ];
      }),
    );
}
