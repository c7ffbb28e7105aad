import type { Status } from '../../row/row.ts';
import { rule } from '../rule.ts';
import type { StatusCell } from './readStatus.ts';

/** The nearest choice where a status of the other kind of row was given; none where a person must decide. */
const nearest: Partial<Record<Status, Status>> = { 已完成: '已开展', 未开始: '未开展', 未开展: '未开始' };

/** A status of the other kind of row: 已完成 on a cadence, 已开展 on a dated row. */
export const statusKind = rule({
  id: 'V-status-kind',
  severity: 'error',
  check: ({ choices, other }: StatusCell) =>
    other === null ? null : { choices: choices.join('、'), suggestion: nearest[other] ?? null },
  zh: ({ cell, value, p }) =>
    `${cell}${value}不适用于这一行，本行可选：${p('choices')}${p('suggestion') && `，可改为「${p('suggestion')}」`}。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} does not fit this row. Choose one of: ${p('choices')}${p('suggestion') && ` (probably "${p('suggestion')}")`}.`,
});
