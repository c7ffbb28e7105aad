import { texts } from '../../text/texts.ts';

/** What the browser's workbook says by itself. */
export const bookText = texts(
  {
    ledger: '台账',
    archive: '存档',
    titles: {
      ...{ error: '须改正', warning: '请核实', changed: '已由他人更新', conflict: '两处修改不一致' },
      ...{ returned: '已退回', red: '逾期未完成', yellow: '黄灯', blue: '即将到期', note: '区局意见' },
    },
  },
  {
    ledger: '台账',
    archive: '存档',
    titles: {
      error: 'To be corrected',
      warning: 'Please check',
      changed: 'Updated by others',
      conflict: 'Conflict',
      ...{
        returned: 'Returned',
        red: 'Overdue',
        yellow: 'Yellow light',
        blue: 'Due soon',
        note: 'From the bureau',
      },
    },
  },
);

/** Univer's own words say 拓展区域升序: here there is only one way to sort. */
export const sortText = texts(
  { 'sheets-sort-ui': { general: { 'sort-asc-ext': '升序', 'sort-desc-ext': '降序' } } },
  { 'sheets-sort-ui': { general: { 'sort-asc-ext': 'Ascending', 'sort-desc-ext': 'Descending' } } },
);
