import { counts } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** 已完成 says how many; on rows of a cadence a count may stay blank, the one before goes on standing. */
export const countRequired: RowRule = (row, context) =>
  row.status === '已完成' && row.typed.count === null && counts(context)
    ? found('V-count-required', 'count', {
        status: row.status,
        target: context.allocation,
        unitOfMeasure: context.indicator.unitOfMeasure,
      })
    : null;
