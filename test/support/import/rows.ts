import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { parsed } from './published.ts';

/** Rows of small tables: a title, a header, a task with one arrangement. */
export const title = ['2024年工作任务清单'];
export const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位'];
export const row = (category: string, sequence: string, name: string) => [
  category,
  sequence,
  name,
  '',
  '1. 每周巡查。',
  '某局',
];

/** The codes of the tasks, and what is told with its severity. */
export const codes = (grid: string[][]) => parsed(grid).tasks.map(({ code }) => code);
export const said = (grid: string[][], year?: number) =>
  parseTaskList(grid, year === undefined ? {} : { year }).diagnostics.map(
    ({ code, severity }) => `${severity} ${code}`,
  );
