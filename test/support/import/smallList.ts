import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import type { TaskList } from '../../../shared/taskList/taskList.ts';

/** A task of a small list: its name, its arrangements as printed, and who is responsible. */
export interface SmallTask {
  name: string;
  items: string[];
  units?: string;
  goal?: string;
  category?: string;
}

/** A published document with these tasks. */
export function smallDocument(tasks: readonly SmallTask[], year = 2024): string {
  const rows = tasks.map(({ name, items, units = '薛家镇', goal = '', category = '一、例行工作' }, at) =>
    [category, at + 1, name, goal, items.map((item, n) => `${n + 1}. ${item}`).join(' '), units].join('\t'),
  );
  const header = '类别\t序号\t重点工作名称\t年度目标任务\t工作安排\t责任单位';
  return [`${year} 年任务清单`, '', header, ...rows].join('\n');
}

/** The list that such a document is read as. */
export function smallList(tasks: readonly SmallTask[], year = 2024): TaskList {
  const grid = smallDocument(tasks, year)
    .split('\n')
    .map((line) => line.split('\t'));
  const { taskList, diagnostics } = parseTaskList(grid);
  if (!taskList) throw new Error(JSON.stringify(diagnostics));
  return taskList;
}
