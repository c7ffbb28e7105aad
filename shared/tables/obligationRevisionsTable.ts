import type { ObligationDetail } from '../wire/obligationDetail.ts';
import { count, type Table, text, time } from './table.ts';
import { valueCells, valueColumns } from './valueCells.ts';

/** What a file of revisions says of each beside its values. */
const columns = {
  indicator: { zh: '指标', en: 'Indicator' },
  version: { zh: '版本', en: 'Version' },
  kind: { zh: '类型', en: 'Kind' },
  at: { zh: '时间', en: 'Time' },
  by: { zh: '姓名', en: 'Who' },
  behalf: { zh: '代填', en: 'On behalf' },
  key: { zh: '行编号', en: 'Row key' },
} as const;

const kindNames = {
  submission: { zh: '填报', en: 'Report' },
  draft: { zh: '草稿', en: 'Draft' },
} as const;

const behalf = { zh: '是', en: 'yes' } as const;

/** Every version that the rows of an obligation ever had (B2.1): row by row, the oldest first. */
export function obligationRevisionsTable(
  { obligation, rows }: ObligationDetail,
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  const { unit, arrangement, period } = obligation;
  return {
    title: `${language === 'zh' ? '修订记录' : 'Revisions'} ${unit.name} ${arrangement} ${period}`,
    columns: [
      text(name('indicator'), 24),
      count(name('version')),
      text(name('kind'), 8),
      time(name('at')),
      text(name('by'), 12),
      text(name('behalf'), 8),
      ...valueColumns(language, true),
      text(name('key'), 32),
    ],
    rows: rows.flatMap((row) =>
      row.revisions.map((revision) => [
        row.label,
        revision.version,
        kindNames[revision.kind][language],
        revision.madeAt,
        revision.by,
        revision.onBehalf ? behalf[language] : null,
        ...valueCells(revision.values),
        row.key,
      ]),
    ),
  };
}
