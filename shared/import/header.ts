import { withoutBlanks } from './characters.ts';
import { toSimplified } from './simplified.ts';

/** The columns of a task list, by what they hold. */
export const columnNames = {
  category: ['类别', '类型', '分类', '工作类别'],
  sequence: ['序号', '编号'],
  name: ['重点工作名称', '重点工作', '工作名称', '任务名称', '重点任务', '工作任务', '主要任务'],
  goal: ['年度目标任务', '目标任务', '年度目标', '工作目标', '年度任务'],
  arrangements: ['工作安排', '工作措施', '具体措施', '具体安排', '工作举措', '任务安排'],
  units: ['责任单位', '责任部门', '责任主体', '落实单位', '牵头单位'],
} as const;
export type Column = keyof typeof columnNames;

/** 0-based positions of the columns that a header names; only the goal may be missing. */
export type Columns = Partial<Record<Column, number>>;

const columnOf = new Map<string, Column>(
  Object.entries(columnNames).flatMap(([column, names]) =>
    names.map((name) => [name, column as Column] as const),
  ),
);
const longestName = 16;

/** Reads a row as a header (I2), in either script; `null` where it is none: fewer than three column names, or no 工作安排. */
export function readHeader(row: readonly string[]): Columns | null {
  const columns: Columns = {};
  row.forEach((cell, index) => {
    if (cell.length > longestName) return;
    const column = columnOf.get(withoutBlanks(toSimplified(cell)));
    if (column !== undefined) columns[column] ??= index;
  });
  const isHeader = Object.keys(columns).length >= 3 && columns.arrangements !== undefined;
  return isHeader ? columns : null;
}

/** The names of the columns that a header lacks and cannot do without. */
export function missingColumns(columns: Columns): string[] {
  return (['category', 'sequence', 'name', 'arrangements', 'units'] as const)
    .filter((column) => columns[column] === undefined)
    .map((column) => columnNames[column][0]);
}
