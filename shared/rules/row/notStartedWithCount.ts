import { isCadence } from '../context.ts';
import { found, type RowRule } from '../rule.ts';
import { isNotStarted } from './status.ts';

/** 未开始 and a count contradict each other; on a cadence 未开展 may carry the running total on, unchanged. */
export const notStartedWithCount: RowRule = (row, context) => {
  if (!isNotStarted(row) || row.count === null) return null;
  const carriedOn =
    isCadence(context) && context.indicator.mode === 'cumulative' ? (context.previousCount ?? row.count) : 0;
  return row.count > carriedOn
    ? found('V-not-started-with-count', 'count', { status: row.status, carriedOn })
    : null;
};
