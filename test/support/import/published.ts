import { readFileSync } from 'node:fs';
import { readGrid } from '../../../shared/import/table/readGrid.ts';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { roster as rosterSchema } from '../../../shared/roster/roster.ts';
import type { Arrangement, TaskList } from '../../../shared/taskList/taskList.ts';

const seeds = new URL('../../../seeds/', import.meta.url);

/** The list that was published for 2024, as it stands in the repository. */
export const publishedText = readFileSync(new URL('2024-task-list.txt', seeds), 'utf8');
export const publishedGrid = readGrid(publishedText);
export const seedRoster = rosterSchema.parse(JSON.parse(readFileSync(new URL('roster.json', seeds), 'utf8')));

/** Parses a grid that must give a list. */
export function parsed(grid: readonly (readonly string[])[], year?: number): TaskList {
  const { taskList, diagnostics } = parseTaskList(grid, year === undefined ? {} : { year });
  if (taskList === null) throw new Error(JSON.stringify(diagnostics));
  return taskList;
}

export function arrangementsOf(list: TaskList): Arrangement[] {
  return list.tasks.flatMap((task) => task.arrangements);
}

const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位'];

/** A small list with one task, for one sentence or cell at a time. */
export function gridWith(cells: {
  arrangements: string;
  goal?: string;
  units?: string;
  title?: string;
}): string[][] {
  return [
    [cells.title ?? '2024年某区工作任务清单'],
    header,
    ['一、类别', '1', '某项工作', cells.goal ?? '', cells.arrangements, cells.units ?? '某局'],
  ];
}

/** The first arrangement that a sentence is read as. */
export function readSentence(sentence: string, goal = ''): Arrangement {
  const [first] = arrangementsOf(parsed(gridWith({ arrangements: `1. ${sentence}`, goal })));
  if (first === undefined) throw new Error('no arrangement');
  return first;
}
