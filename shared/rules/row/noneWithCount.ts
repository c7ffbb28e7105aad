import { found, type RowRule } from '../rule.ts';

/** 本地无此类 says that there are none to count; 0 may stand beside it. */
export const noneWithCount: RowRule = (row) =>
  row.status === '本地无此类' && row.count !== null && row.count > 0
    ? found('V-none-with-count', 'count')
    : null;
