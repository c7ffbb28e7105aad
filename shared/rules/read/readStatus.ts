import { cadenceStatuses, type CellValue, type Status, statuses } from '../../row/row.ts';
import { firstOf } from '../rule.ts';
import { halfWidth } from './halfWidth.ts';
import { trimmed } from './readCell.ts';
import type { CellRead } from './cellRead.ts';
import { cadenceAliases, datedAliases } from './statusAliases.ts';
import { statusKind } from './statusKind.ts';
import { statusKnown } from './statusKnown.ts';

const blanks = /[\s\u200b-\u200d\u2060]+/g;
/** Longer than any status; what is needs no reading. */
const longestStatus = 30;
const closingMarks = /[。.!,、;]+$/;

/** What the rules see of a status that is no choice of the row. */
export interface StatusCell {
  choices: readonly Status[];
  /** The status of the other kind of row that it stands for. */
  other: Status | null;
}

const rules = [statusKind, statusKnown];

/** Reads a status, or one of its aliases (完成, 办结, 无, 不涉及 …). */
export function readStatus(cell: CellValue, cadence: boolean): CellRead<Status> {
  if (cell === null) return { value: null };
  const choices: readonly Status[] = cadence ? cadenceStatuses : statuses;
  const text = trimmed(String(cell));
  const word =
    text.length > longestStatus ? '' : halfWidth(text).replace(blanks, '').replace(closingMarks, '');
  const value = (cadence ? cadenceAliases : datedAliases).get(word);
  if (value !== undefined) return { value, shown: true };
  const other = (cadence ? datedAliases : cadenceAliases).get(word) ?? null;
  return { value: null, problem: firstOf(rules, 'status', { choices, other }) };
}
