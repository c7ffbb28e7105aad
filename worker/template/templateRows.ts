import { columnNames } from '../../shared/taskList/columnNames.ts';

const columns = [
  'category',
  'sequence',
  'name',
  'goal',
  'arrangements',
  'lead',
  'supporting',
  'deadline',
] as const;

/** How wide a column is, in characters of Chinese. */
export const widths: readonly number[] = [8, 5, 12, 16, 36, 12, 14, 10];

/** The header of a list as it is read best. */
export const header: readonly string[] = columns.map((column) => columnNames[column][0]);

export const titleOf = (year: number): string => `${year}年××区安全生产重点工作任务清单`;

/** Tasks as they are to be written: each form of a deadline and of a quantity once; made up. */
export const examples: readonly (readonly string[])[] = [
  [
    '一、压实安全责任',
    '1',
    '落实领导带队检查',
    '全年检查重点企业60家。',
    '1. 3月底前，制定年度检查计划。\n2. 每月开展一次带队检查。\n3. 12月底前，完成60家重点企业检查。',
    '区应急管理局',
    '各镇（街道）',
    '',
  ],
  [
    '',
    '2',
    '加强安全培训',
    '',
    '1. 组织企业负责人培训200人次。\n2. 举办应急演练4场。',
    '区应急管理局',
    '区人力资源和社会保障局，各镇（街道）',
    '1. 6月底前\n2. 10月底前',
  ],
  [
    '二、防范重大风险',
    '3',
    '排查老旧装置',
    '',
    '1. 对12套老旧装置开展安全评估。',
    '区应急管理局，区工业和信息化局',
    '',
    '9月底前',
  ],
];

/** The rows below which a person writes: title, header, examples. */
export const rowsOf = (year: number): string[][] => [
  [titleOf(year)],
  [...header],
  ...examples.map((row) => [...row]),
];
