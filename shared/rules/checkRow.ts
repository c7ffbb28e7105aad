import type { RawValues, RowField, RowValues } from '../row/row.ts';
import type { RowContext } from './context.ts';
import type { Finding } from './finding.ts';

/** What the rules say of one row. */
export interface Verdict {
  /** The values as read: aliases, full-width digits and dates brought to one form; blank is `null`. */
  values: RowValues;
  /** What reading changed, to be shown (完成 → 已完成). */
  readAs: { field: RowField; from: string; to: string }[];
  /** Every finding, also warnings that the explanation covers. */
  findings: Finding[];
  /** Warnings that the row's explanation covers. */
  explainedRules: string[];
  /** No error, and no warning without an explanation. */
  passes: boolean;
}

/** Reads and checks one row. Pure; never throws on content. Fields left out of `raw` are blank here. */
export declare function checkRow(raw: RawValues, context: RowContext): Verdict;
