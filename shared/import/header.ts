import { withoutBlanks } from './characters.ts';
import { toSimplified } from './simplified.ts';

/** The columns of a task list, by what they hold. */
export const columnNames = {
  category: ['类别', '类型', '分类', '工作类别', '任务类别', '工作分类'],
  sequence: ['序号', '编号'],
  name: [
    ...[
      '重点工作名称',
      '重点工作',
      '工作名称',
      '任务名称',
      '重点任务',
      '工作任务',
      '主要任务',
      '工作事项',
      '工作项目',
    ],
  ],
  goal: ['年度目标任务', '目标任务', '年度目标', '工作目标', '年度任务'],
  arrangements: [
    ...[
      '工作安排',
      '工作措施',
      '具体措施',
      '具体安排',
      '工作举措',
      '任务安排',
      '主要措施',
      '重点措施',
      '具体任务',
    ],
    ...['具体内容', '任务内容', '工作内容'],
  ],
  units: ['责任单位', '责任部门', '责任主体', '落实单位', '牵头单位', '牵头部门', '责任分工'],
  supporting: ['配合单位', '配合部门', '协同单位', '协同部门', '协办单位', '参与单位', '参加单位'],
  deadline: [
    ...[
      '完成时限',
      '完成时间',
      '完成期限',
      '完成日期',
      '办结时限',
      '时限要求',
      '时间要求',
      '时间节点',
      '时限',
      '期限',
    ],
  ],
} as const;
export type Column = keyof typeof columnNames;

/** 0-based positions of the columns that a header names; category, goal, supporting units and deadline may be missing. */
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
    const column = columnNamed(cell);
    if (column !== undefined) columns[column] ??= index;
  });
  const isHeader = Object.keys(columns).length >= 3 && columns.arrangements !== undefined;
  return isHeader ? columns : null;
}

/**
 * The second row of a header, under a cell that stands over several columns (责任单位 over 牵头单位 and 配合单位): nothing but column
 * names; `null` where it is none.
 */
export function readSecondHeader(row: readonly string[]): Columns | null {
  const columns: Columns = {};
  for (const [index, cell] of row.entries()) {
    if (withoutBlanks(cell) === '') continue;
    const column = columnNamed(cell);
    if (column === undefined) return null;
    columns[column] ??= index;
  }
  return Object.keys(columns).length === 0 ? null : columns;
}

/** The cells of a header that name no column of a task list, or one that another cell has named already. */
export function otherColumns(row: readonly string[], columns: Columns): { name: string; column: number }[] {
  const taken = new Set(Object.values(columns));
  return row.flatMap((cell, column) => {
    const name = withoutBlanks(toSimplified(cell));
    return name === '' || taken.has(column) ? [] : [{ name, column }];
  });
}

function columnNamed(cell: string): Column | undefined {
  return cell.length > longestName ? undefined : columnOf.get(withoutBlanks(toSimplified(cell)));
}

/** The names of the columns that a header lacks and cannot do without. */
export function missingColumns(columns: Columns): string[] {
  return (['sequence', 'name', 'arrangements', 'units'] as const)
    .filter((column) => columns[column] === undefined)
    .map((column) => columnNames[column][0]);
}
