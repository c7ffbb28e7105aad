import { periodWords } from '../calendar/periodWords.ts';
import { lightNames, reviewNames } from '../obligations/reviewWords.ts';
import { punctualityNames, stateNames } from '../obligations/stateNames.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { Submission } from '../wire/parts/submission.ts';
import { count, date, type Cell, type Column, type Items, rowsOf, type Table, text, time } from './table.ts';
import { valueCells, valueColumns, yesNo } from './valueCells.ts';

type Language = 'zh' | 'en';

/** The columns of a row of the district, but for its values. */
export const submissionColumns = {
  unit: { zh: '责任单位', en: 'Unit' },
  code: { zh: '编码', en: 'Code' },
  task: { zh: '重点工作', en: 'Task' },
  text: { zh: '工作安排', en: 'Arrangement' },
  period: { zh: '报告期', en: 'Period' },
  indicator: { zh: '指标', en: 'Indicator' },
  measure: { zh: '计量单位', en: 'Unit of measure' },
  opens: { zh: '开始填报', en: 'Opens' },
  due: { zh: '时限', en: 'Due' },
  dueOriginal: { zh: '原时限（延期前）', en: 'Due before extension' },
  movedFrom: { zh: '原时限（节假日顺延前）', en: 'Due before holiday' },
  lock: { zh: '锁定日期', en: 'Locked after' },
  state: { zh: '状态', en: 'State' },
  punctuality: { zh: '时效', en: 'Punctuality' },
  light: { zh: '预警', en: 'Light' },
  review: { zh: '审核', en: 'Review' },
  reviewReason: { zh: '退回理由', en: 'Reason of return' },
  version: { zh: '版本', en: 'Version' },
  submittedAt: { zh: '填报时间', en: 'Submitted at' },
  by: { zh: '填报人', en: 'Submitted by' },
  onBehalf: { zh: '代填', en: 'On behalf' },
  draft: { zh: '另有草稿', en: 'Draft beside it' },
  key: { zh: '行标识', en: 'Row key' },
} as const;

const nameIn =
  (language: Language) =>
  (column: keyof typeof submissionColumns): string =>
    submissionColumns[column][language];

/** The columns that say which row it is, and how its obligation stands. */
export function identityColumns(language: Language): Column[] {
  const name = nameIn(language);
  return [
    text(name('unit'), 16),
    text(name('code'), 8),
    text(name('task'), 24),
    text(name('text'), 48),
    text(name('period'), 22),
    text(name('indicator'), 16),
    text(name('measure'), 8),
    date(name('opens')),
    date(name('due')),
    date(name('dueOriginal')),
    date(name('movedFrom')),
    date(name('lock')),
    text(name('state'), 14),
    text(name('punctuality'), 10),
    text(name('light'), 8),
    text(name('review'), 12),
    text(name('reviewReason'), 24),
  ];
}

/** The cells of these columns. */
export function identityCells(row: Omit<Submission, 'draft'>, language: Language): Cell[] {
  return [
    row.unit.name,
    row.arrangement,
    row.taskName,
    row.arrangementText,
    periodWords(row.period, language),
    row.label,
    row.unitOfMeasure,
    row.opens,
    row.due,
    row.dueOriginal,
    row.movedFrom,
    row.lock,
    stateNames[row.state][language],
    row.punctuality && punctualityNames[row.punctuality][language],
    row.light && lightNames[row.light][language],
    row.review && reviewNames[row.review][language],
    row.reviewReason,
  ];
}

/** Rows of the district with what was reported (B18), in the order in which they were found. */
export function submissionsTable(rows: Items<Submission>, scope: Scope, language: Language): Table {
  const name = nameIn(language);
  return {
    title: (language === 'zh' ? '填报数据' : 'Reported rows') + scopeWords(scope, language),
    columns: [
      ...identityColumns(language),
      ...valueColumns(language, false),
      count(name('version')),
      time(name('submittedAt')),
      text(name('by'), 12),
      text(name('onBehalf'), 8),
      text(name('draft'), 8),
      text(name('key'), 40),
    ],
    rows: rowsOf(rows, (row) => [
      ...identityCells(row, language),
      ...valueCells(row.values),
      row.version,
      row.submittedAt,
      row.by,
      row.version === null ? null : (yesNo[language][Number(row.onBehalf)] ?? null),
      yesNo[language][Number(row.draft)] ?? null,
      row.key,
    ]),
  };
}
