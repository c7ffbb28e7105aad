import type { ReadRow } from '../rule.ts';

/** Whether the row says that the work is done: 已完成, or 已开展 on a row of a cadence. */
export function isFinished(row: ReadRow): boolean {
  return row.status === '已完成' || row.status === '已开展';
}

/** Whether the row says that nothing has been done: 未开始, or 未开展 on a row of a cadence. */
export function isNotStarted(row: ReadRow): boolean {
  return row.status === '未开始' || row.status === '未开展';
}
