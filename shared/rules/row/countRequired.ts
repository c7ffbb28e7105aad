import { counts } from '../context.ts';
import { rowRule } from '../rule.ts';

/** 已完成 says how many; on rows of a cadence a count may stay blank, the one before goes on standing. */
export const countRequired = rowRule({
  id: 'V-count-required',
  severity: 'error',
  field: 'count',
  check: (row, context) =>
    row.status === '已完成' && row.typed.count === null && counts(context)
      ? {
          status: row.status,
          target: context.allocation,
          unitOfMeasure: context.indicator.unitOfMeasure,
        }
      : null,
  zh: ({ cell, p }) =>
    `${cell}没有填：状态为「${p('status')}」时请填完成的数量${p('target') && `（本单位分解 ${p('target')} ${p('unitOfMeasure')}）`}。`,
  en: ({ cell, p }) =>
    `${cell} is blank. With status "${p('status')}" give how many were done${p('target') && ` (allocation: ${p('target')} ${p('unitOfMeasure')})`}.`,
});
