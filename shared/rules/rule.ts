import type { RowField, RowValues, Status } from '../row/row.ts';
import type { RowContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { RuleId } from './ruleIds.ts';

export const textFields = [
  'note',
  'problems',
  'contact',
  'evidence',
  'explanation',
] as const satisfies RowField[];
export type TextField = (typeof textFields)[number];

/** A row whose cells have been read: `null` where a cell is blank, and where it could not be read. */
export interface ReadRow {
  status: Status | null;
  count: number | null;
  /** `YYYY-MM-DD`. */
  completedOn: string | null;
  note: string | null;
  problems: string | null;
  contact: string | null;
  evidence: string | null;
  explanation: string | null;
  /** The cells as the clerk left them; blank is `null`. */
  typed: RowValues;
}

/** What a rule says; severity, row key and the cell's value are added when it becomes a finding. */
export interface Found {
  rule: RuleId;
  field: RowField;
  params: Finding['params'];
}

/** Looks at the row as a whole. */
export type RowRule = (row: ReadRow, context: RowContext) => Found | null;
/** Looks at one cell of text. */
export type TextRule = (text: string, field: TextField, context: RowContext) => Found | null;

export function found(rule: RuleId, field: RowField, params: Finding['params'] = {}): Found {
  return { rule, field, params };
}
