import * as z from 'zod';
import { unknownNames } from '../roster/expandUnits.ts';
import type { Roster } from '../roster/roster.ts';
import { rosterOfList, scheduleInForce } from './decisions.ts';
import { areUnitsOpen } from './leftOpen.ts';
import type { ListSettings } from './listSettings.ts';
import { numberOf, type Arrangement, type Schedule, type Task, type TaskList } from './taskList.ts';

/** What the text leaves open and a person has to decide. */
export const openDecision = z
  .strictObject({
    /**
     * `season`: its months; `undated`: a due date or a cadence; `unit`: who is meant by a name; `assigned`: whose it is; `deadline`:
     * whether the sentence's or the column's holds; `quantity`: whether it is a target.
     */
    kind: z.enum(['season', 'undated', 'unit', 'assigned', 'deadline', 'quantity']),
    arrangements: z.array(z.string()),
    /** The number of its schedule that is undated: where one is decided, by this it is named. */
    schedule: z.int().optional(),
    /** The season's name, the time words, the name of the unit, the units of its row, both deadlines, or the quantity. */
    words: z.array(z.string()),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'OpenDecision' });
export type OpenDecision = z.infer<typeof openDecision>;

/** What a list leaves open; the roster tells which names of units are known. */
export function openDecisions(list: TaskList, settings: ListSettings, roster: Roster): OpenDecision[] {
  return [
    ...openSeasons(list, settings),
    ...openNames(list, settings, roster),
    ...undated(list, settings),
    ...list.tasks.flatMap((task) => [...openUnits(task), ...task.arrangements.flatMap(openInWords)]),
  ];
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

/** Every name of a task that stands for units: as printed, and as given to single arrangements. */
export function namesIn(task: Task): string[] {
  const given = task.arrangements.flatMap(({ leftOpen }) => leftOpen?.units?.decided ?? []);
  return [...new Set([...task.units, ...given])];
}

/** Arrangements of a task of which it is open whose they are: as one where the task names no unit. */
function openUnits(task: Task): OpenDecision[] {
  const open = task.arrangements.filter((arrangement) => areUnitsOpen(task, arrangement));
  const rows = Map.groupBy(open, ({ leftOpen }) => leftOpen?.units?.printed.join('、') ?? '');
  return [...rows].map(([row, arrangements]) => {
    const codes = arrangements.map(({ code }) => code);
    const at = codes.join('、');
    return {
      kind: 'assigned',
      arrangements: codes,
      words: row === '' ? [] : [row],
      zh:
        row === ''
          ? `${at} 没有写明责任单位，请指明由哪些单位填报。`
          : `${at} 所在行写的是“${row}”，请指明由本任务各单位还是只由其中一些单位填报。`,
      en:
        row === ''
          ? `${at}: no unit is named; say which units report on it.`
          : `The row of ${at} names “${row}”; say whether all units of the task report on it, or which.`,
    };
  });
}

/** The deadline and the quantities of an arrangement that wait for a decision. */
function openInWords({ code, leftOpen }: Arrangement): OpenDecision[] {
  const decisions: OpenDecision[] = [];
  const { deadline, quantities = [] } = leftOpen ?? {};
  if (deadline && deadline.decided === undefined) {
    const said = wordsOfSchedules(deadline.sentence);
    const column = wordsOfSchedules(deadline.column);
    decisions.push({
      ...{ kind: 'deadline', arrangements: [code], words: [said, column] },
      zh: `${code} 的正文写“${said}”，时限栏写“${column}”，请指明以哪个为准。`,
      en: `The sentence of ${code} says “${said}”, its deadline column “${column}”; say which holds.`,
    });
  }
  for (const { target, source } of quantities) {
    if (target !== undefined) continue;
    decisions.push({
      ...{ kind: 'quantity', arrangements: [code], words: [source.text] },
      zh: `${code} 的“${source.text}”不是全年的一个确数，请指明是否作为指标。`,
      en: `“${source.text}” of ${code} is not one exact number for the year; say whether it is a target.`,
    });
  }
  return decisions;
}

const wordsOfSchedules = (schedules: readonly Schedule[]): string =>
  [...new Set(schedules.flatMap(({ source }) => (source ? [source.text] : [])))].join('、');

function openNames(list: TaskList, settings: ListSettings, roster: Roster): OpenDecision[] {
  const known = rosterOfList(roster, settings);
  const names = new Map<string, string[]>();
  for (const task of list.tasks) {
    for (const name of unknownNames(namesIn(task), known)) {
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
