import type * as z from 'zod';
import { goInwards, type ProseLevels } from '../../shared/import/prose/levels.ts';
import { numberingLevel } from '../../shared/import/prose/proseReading.ts';
import { parameter, type InBoth } from '../http/parameters.ts';
import { invalidAt } from '../problems/invalidRequest.ts';

const said = (what: InBoth) => parameter(numberingLevel.optional(), `没有表格的清单：哪一级编号是${what}`);

/** What a request says of the levels of a list without a table, whatever the document's content type. */
export const levelQuery = {
  categoryLevel: said('类别 · Which level of numbering is a category'),
  taskLevel: said('任务 · Which level of numbering is a task'),
  arrangementLevel: said('工作安排 · Which level of numbering is an arrangement'),
};

type Said = { [K in keyof typeof levelQuery]?: z.infer<(typeof levelQuery)[K]> };

/** The levels that a query names; `undefined` where it names none. */
export function levelsOf({ categoryLevel, taskLevel, arrangementLevel }: Said): ProseLevels | undefined {
  const levels = { category: categoryLevel, task: taskLevel, arrangement: arrangementLevel };
  if (Object.values(levels).every((level) => level === undefined)) return undefined;
  return checkLevels(levels, '?');
}

/** @throws Problem `invalid-request` where the levels do not go inwards. */
export function checkLevels<L extends ProseLevels | undefined>(levels: L, pointer: string): L {
  if (levels !== undefined && !goInwards(levels)) {
    throw invalidAt([
      {
        pointer,
        zh: '级别应由外向内：类别在任务之上，任务在工作安排之上，不得重复',
        en: 'Levels go inwards: the category above the task, the task above the arrangement, none twice',
      },
    ]);
  }
  return levels;
}
