import { textFields } from '../row/columns.ts';
import { type RawValues, rowFields, type RowField, type RowValues } from '../row/row.ts';
import type { RowContext } from './context.ts';
import { coverageOf } from './explanation/coverage.ts';
import type { Finding } from './finding.ts';
import { readRow } from './read/readRow.ts';
import type { Found, RowRule, TextRule } from './rule.ts';
import type { RuleId } from './ruleIds.ts';
import { rules } from './rules.ts';
import { wrongCreditCode } from './text/creditCodes.ts';

const rowRules: readonly RowRule<RuleId>[] = rules.filter((rule) => 'field' in rule);
const textRules: readonly TextRule<RuleId>[] = rules.filter((rule) => 'looksAt' in rule);

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
    const params = rule.check(row, context);
    if (params) all.push({ rule, field: rule.field, params });
  }
  for (const field of textFields) {
    const text = row[field];
    if (text === null) continue;
    for (const rule of textRules) {
      const params = rule.check(text, field, context);
      if (params) all.push({ rule, field, params });
    }
    const code = wrongCreditCode(text, field);
    if (code) all.push(code);
  }
  if (all.length === 0) return { values, readAs, findings: [], explainedRules: [], passes: true };
  const warned = all.flatMap(({ rule }) => (rule.severity === 'warning' ? [rule.id] : []));
  const warnings = [...new Set(warned)];
  const { covers, fault } = coverageOf(row.explanation, warnings, context.explained);
  if (fault) all.push(fault);
  const explainedRules = warnings.filter(covers);
  return {
    values,
    readAs,
    findings: all
      .sort((a, b) => rowFields.indexOf(a.field) - rowFields.indexOf(b.field))
      .map(({ rule, field, params }) => ({
        rule: rule.id,
        severity: rule.severity,
        field,
        key: context.key,
        value: row.typed[field],
        params,
      })),
    explainedRules,
    passes: all.every(({ rule }) => rule.severity === 'warning') && explainedRules.length === warnings.length,
  };
}
