import { isCadence } from '../context.ts';
import { rowRule } from '../rule.ts';
import { isNotStarted } from './status.ts';

/** 未开始 and a count contradict each other; on a cadence 未开展 may carry the running total on, unchanged. */
export const notStartedWithCount = rowRule({
  id: 'V-not-started-with-count',
  severity: 'error',
  field: 'count',
  check: (row, context) => {
    if (!isNotStarted(row) || row.count === null) return null;
    const isCarried = isCadence(context) && context.indicator.mode === 'cumulative';
    const carriedOn = isCarried ? (context.previousCount ?? row.count) : 0;
    return row.count > carriedOn ? { status: row.status, carriedOn } : null;
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}与状态「${p('status')}」矛盾：请改状态，或把数量清空${p('carriedOn') !== '0' ? `（沿用上期填 ${p('carriedOn')}）` : ''}。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} contradicts the status "${p('status')}": change the status, or clear the count${p('carriedOn') !== '0' ? ` (${p('carriedOn')} carries the last one on)` : ''}.`,
});
