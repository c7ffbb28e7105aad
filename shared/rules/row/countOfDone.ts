import { counts } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** An arrangement that counts nothing is done or not: blank, 0 or 1. */
export const countOfDone: RowRule = (row, context) =>
  !counts(context) && row.count !== null && row.count > 1 ? found('V-count-of-done', 'count') : null;
