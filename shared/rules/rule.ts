import type { RowColumn, RowField, TextField } from '../row/columns.ts';
import type { RowValues, Status } from '../row/row.ts';
import type { RowContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { RuleId } from './ruleIds.ts';

/** What a cell of each kind holds once it has been read. */
interface Held {
  status: Status;
  count: number;
  /** `YYYY-MM-DD`. */
  date: string;
  text: string;
}

/** A row whose cells have been read: `null` where a cell is blank, and where it could not be read. */
export type ReadRow = { [C in RowColumn as C['field']]: Held[C['holds']] | null } & {
  /** The cells as the clerk left them; blank is `null`. */
  typed: RowValues;
};

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
