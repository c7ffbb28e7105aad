import * as z from 'zod';
import type { ListSettings } from './listSettings.ts';
import type { TaskList } from './taskList.ts';

/** What the text leaves open and a person has to decide. */
export const openDecision = z.strictObject({
  /** `season`: its months; `undated`: a due date or a cadence. */
  kind: z.enum(['season', 'undated']),
  arrangements: z.array(z.string()),
  /** The season's name, or the time words. */
  words: z.array(z.string()),
  zh: z.string(),
  en: z.string(),
});
export type OpenDecision = z.infer<typeof openDecision>;

export function openDecisions(list: TaskList, settings: ListSettings): OpenDecision[] {
  const seasons = new Map<string, string[]>();
  const undated: OpenDecision[] = [];
  for (const arrangement of list.tasks.flatMap((task) => task.arrangements)) {
    for (const { season } of arrangement.schedules) {
      if (season === undefined || settings.seasons[season]) continue;
      seasons.set(season, [...(seasons.get(season) ?? []), arrangement.code]);
    }
    if (!arrangement.schedules.every((schedule) => schedule.kind === 'undated')) continue;
    const words = arrangement.undatedWords ?? [];
    undated.push({
      kind: 'undated',
      arrangements: [arrangement.code],
      words,
      zh: `${arrangement.code} 没有可计算的时限${words.length > 0 ? `（原文：${words.join('、')}）` : ''}，可由区局指定截止日期或频次。`,
      en: `${arrangement.code} has no deadline that can be computed; the bureau may give it a date or a cadence.`,
    });
  }
  const open = [...seasons].map(([season, codes]): OpenDecision => ({
    kind: 'season',
    arrangements: [...new Set(codes)],
    words: [season],
    zh: `“${season}”是哪几个月未定，请在清单设置中填写。`,
    en: `Which months “${season}” has is not decided; set them in the list’s settings.`,
  }));
  return [...open, ...undated];
}
