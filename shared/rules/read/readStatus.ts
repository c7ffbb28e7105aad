import { cadenceStatuses, type CellValue, type Status, statuses } from '../../row/row.ts';
import { found } from '../rule.ts';
import { halfWidth } from './halfWidth.ts';
import { trimmed } from './readCell.ts';
import type { Reading } from './reading.ts';
import { cadenceAliases, datedAliases } from './statusAliases.ts';

const blanks = /[\s\u200b-\u200d\u2060]+/g;
/** Longer than any status; what is needs no reading. */
const longestStatus = 30;
const closingMarks = /[。.!,、;]+$/;

/** The nearest choice where a status of the other kind of row was given; `null` where a person must decide. */
const nearest: Partial<Record<Status, Status>> = { 已完成: '已开展', 未开始: '未开展', 未开展: '未开始' };

/** Reads a status, or one of its aliases (完成, 办结, 无, 不涉及 …). */
export function readStatus(cell: CellValue, cadence: boolean): Reading<Status> {
  if (cell === null) return { value: null };
  const choices: readonly Status[] = cadence ? cadenceStatuses : statuses;
  const listed = choices.join('、');
  const text = trimmed(String(cell));
  const word =
    text.length > longestStatus ? '' : halfWidth(text).replace(blanks, '').replace(closingMarks, '');
  const value = (cadence ? cadenceAliases : datedAliases).get(word);
  if (value !== undefined) return { value, shown: true };
  const other = (cadence ? datedAliases : cadenceAliases).get(word);
  if (other !== undefined) {
    const params = { choices: listed, suggestion: nearest[other] ?? null };
    return { value: null, problem: found('V-status-kind', 'status', params) };
  }
  return { value: null, problem: found('V-status-known', 'status', { choices: listed }) };
}
