import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';

/** The sheet that an answer of ours adds, and the headings by which it is known again. */
export const resultsSheet = '校验结果';
export const resultsHeadings = ['工作表', '单元格', '工作安排', '结果', '说明'] as const;

/** Whether a sheet is one that an earlier answer of ours has added. */
export function isOwnResults({ name, rows }: Pick<LedgerSheet, 'name' | 'rows'>): boolean {
  if (!name.startsWith(resultsSheet)) return false;
  return rows
    .slice(0, 1000)
    .some((cells) => resultsHeadings.every((heading, column) => cells[column]?.value === heading));
}
