import { textFields } from '../row/columns.ts';
import { type RawValues, rowFields, type RowField, type RowValues } from '../row/row.ts';
import type { RowContext } from './context.ts';
import { coverageOf } from './explanation.ts';
import type { Finding } from './finding.ts';
import { readRow } from './read/readRow.ts';
import { rowRules } from './row/index.ts';
import type { Found } from './rule.ts';
import type { RuleId } from './ruleIds.ts';
import { severities } from './severities.ts';
import { textRules } from './text/index.ts';

/** What the rules say of one row. */
export interface Verdict {
  /** The values as read: aliases, full-width digits and dates brought to one form; blank is `null`. */
  values: RowValues;
  /** What reading changed, to be shown (完成 → 已完成). */
  readAs: { field: RowField; from: string; to: string }[];
  /** Every finding, also warnings that the explanation covers; in the order of the columns. */
  findings: Finding[];
  /** Warnings that the row's explanation covers. */
  explainedRules: string[];
  /** No error, and no warning without an explanation. */
  passes: boolean;
}

/** Reads and checks one row. Pure; never throws on content. Fields left out of `raw` are blank here. */
export function checkRow(raw: RawValues, context: RowContext): Verdict {
  const { row, values, readAs, problems } = readRow(raw, context);
  const all: Found[] = problems;
  for (const rule of rowRules) {
    const one = rule(row, context);
    if (one) all.push(one);
  }
  for (const field of textFields) {
    const text = row[field];
    if (text === null) continue;
    for (const rule of textRules) {
      const one = rule(text, field, context);
      if (one) all.push(one);
    }
  }
  if (all.length === 0) return { values, readAs, findings: [], explainedRules: [], passes: true };
  const warnings = [...new Set(all.map((one) => one.rule).filter(isWarning))];
  const { covers, fault } = coverageOf(row.explanation, warnings, context.explained);
  if (fault) all.push(fault);
  const explainedRules = warnings.filter(covers);
  return {
    values,
    readAs,
    findings: all
      .sort((a, b) => rowFields.indexOf(a.field) - rowFields.indexOf(b.field))
      .map((one) => ({
        rule: one.rule,
        severity: severities[one.rule],
        field: one.field,
        key: context.key,
        value: row.typed[one.field],
        params: one.params,
      })),
    explainedRules,
    passes: all.every((one) => isWarning(one.rule)) && explainedRules.length === warnings.length,
  };
}

function isWarning(rule: RuleId): boolean {
  return severities[rule] === 'warning';
}
