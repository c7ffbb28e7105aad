import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTaskList } from '../../../shared/import/parseTaskList.ts';
import { readGrid } from '../../../shared/import/table/readGrid.ts';
import { projectFolder } from '../../../worker/local/tool.ts';

const title = '2024 年某区危险化学品安全监管工作任务清单';
const numerals = '一二三四五六七八九';
const perTask = 20;
const perCategory = 25;

/** The arrangements of the 2024 list again and again, twenty numbered ones to a task. */
function tasksWith(arrangements: number): { items: string[]; goal: string; units: string }[] {
  const published = readFileSync(join(projectFolder, 'seeds/2024-task-list.txt'), 'utf8');
  const tasks = parseTaskList(readGrid(published)).taskList?.tasks ?? [];
  const texts = tasks.flatMap((task) => task.arrangements.map(({ text }) => text));
  return Array.from({ length: arrangements / perTask }, (_, task) => {
    const items = Array.from({ length: perTask }, (__, at) => {
      const text = texts[(task * perTask + at) % texts.length] ?? '';
      return text.replace(/(?<=\d)(?=\s?家)/u, String(task % 10));
    });
    const { goal = '', unitsAsPrinted = '' } = tasks[task % tasks.length] ?? {};
    return { items, goal, units: unitsAsPrinted };
  });
}

/** A list as it is published, in text with tabs between its cells. */
export function taskListText(arrangements: number): string {
  const rows = tasksWith(arrangements).map(({ items, goal, units }, task) => {
    const number = task % perCategory;
    const at = task / perCategory;
    const category = number === 0 ? `${numerals.charAt(at)}、第 ${at + 1} 类工作` : '';
    const numbered = items.map((item, index) => `${index + 1}. ${item}`).join(' ');
    return [category, number + 1, `第 ${task + 1} 项重点工作`, goal, numbered, units].join('\t');
  });
  const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位'].join('\t');
  return [title, '', header, ...rows].join('\n');
}

/** The same list without a table: its categories, tasks and arrangements as numbered lines, units in a bracket behind each. */
export function proseText(arrangements: number): string {
  const lines = tasksWith(arrangements).flatMap(({ items, units }, task) => [
    ...(task % perCategory === 0
      ? [`第${numerals.charAt(task / perCategory)}部分 第 ${task / perCategory + 1} 类工作`]
      : []),
    `（${inNumerals((task % perCategory) + 1)}）第 ${task + 1} 项重点工作`,
    ...items.map((item, index) => `${index + 1}.${item}（责任单位：${units}）`),
  ]);
  return [title, ...lines].join('\n');
}

const inNumerals = (count: number): string =>
  [count > 19 ? '二' : '', count > 9 ? '十' : '', '〇一二三四五六七八九'.charAt(count % 10)]
    .join('')
    .replace('〇', '');
