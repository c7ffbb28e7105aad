import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../shared/import/table/readGrid.ts';
import { projectFolder } from '../../../worker/local/tool.ts';

/** A list as it is published, in text: the arrangements of the 2024 list again and again, twenty numbered ones to a task. */
export function taskListText(arrangements: number): string {
  const published = readFileSync(join(projectFolder, 'seeds/2024-task-list.txt'), 'utf8');
  const tasks = parseTaskList(readGrid(published)).taskList?.tasks ?? [];
  const texts = tasks.flatMap((task) => task.arrangements.map(({ text }) => text));
  const perTask = 20;
  const rows = Array.from({ length: arrangements / perTask }, (_, task) => {
    const items = Array.from({ length: perTask }, (__, at) => {
      const text = texts[(task * perTask + at) % texts.length] ?? '';
      return `${at + 1}. ${text.replace(/(?<=\d)(?=\s?家)/u, String(task % 10))}`;
    });
    const number = task % 25;
    const category =
      number === 0 ? `${'一二三四五六七八九'.charAt(task / 25)}、第 ${task / 25 + 1} 类工作` : '';
    const { goal = '', unitsAsPrinted = '' } = tasks[task % tasks.length] ?? {};
    return [category, number + 1, `第 ${task + 1} 项重点工作`, goal, items.join(' '), unitsAsPrinted].join(
      '\t',
    );
  });
  const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位'].join('\t');
  return ['2024 年某区危险化学品安全监管工作任务清单', '', header, ...rows].join('\n');
}
