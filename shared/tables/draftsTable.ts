import { fieldNames } from '../row/fieldNames.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { DraftItem } from '../wire/drafts.ts';
import { identityCells, identityColumns, submissionColumns } from './submissionsTable.ts';
import { count, type Items, linesOf, type Table, text, time } from './table.ts';
import { typedCell, valueCells, valueColumns } from './valueCells.ts';

/** What a line of drafts says of a finding. */
export const findingColumns = {
  severity: { zh: '类型', en: 'Severity' },
  field: { zh: '所在列', en: 'Column' },
  value: { zh: '填写内容', en: 'As typed' },
  sentence: { zh: '校验结果', en: 'Finding' },
  rule: { zh: '规则', en: 'Rule' },
} as const;

const severities = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
} as const;

/** Rows that break a rule (B18.3), a line for each finding; one of which nothing is found has a line of its own. */
export function draftsTable(drafts: Items<DraftItem>, scope: Scope, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof submissionColumns): string => submissionColumns[column][language];
  const found = (column: keyof typeof findingColumns): string => findingColumns[column][language];
  return {
    title: (language === 'zh' ? '草稿与校验结果' : 'Drafts and findings') + scopeWords(scope, language),
    columns: [
      ...identityColumns(language),
      text(found('severity'), 8),
      text(found('field'), 10),
      text(found('value'), 20),
      text(found('sentence'), 56),
      text(found('rule'), 24),
      ...valueColumns(language, true),
      count(name('version')),
      time(name('submittedAt')),
      text(name('by'), 12),
      text(name('key'), 40),
    ],
    rows: linesOf(drafts, ({ draft, ...row }) => {
      const findings = draft.findings.length === 0 ? [null] : draft.findings;
      return findings.map((finding) => [
        ...identityCells(row, language),
        finding && severities[finding.severity][language],
        finding && fieldNames[finding.field][language],
        finding && typedCell(finding.value),
        finding && finding[language],
        finding && finding.rule,
        ...valueCells(draft.values),
        draft.version,
        draft.submittedAt,
        draft.by,
        row.key,
      ]);
    }),
  };
}
