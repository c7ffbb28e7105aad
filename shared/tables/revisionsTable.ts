import { periodWords } from '../calendar/periodWords.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { RevisionItem } from '../wire/revisions.ts';
import { submissionColumns } from './submissionsTable.ts';
import { count, type Items, rowsOf, type Table, text, time } from './table.ts';
import { valueCells, valueColumns, yesNo } from './valueCells.ts';

/** What a revision has beside the columns of a row. */
export const revisionColumns = {
  madeAt: { zh: '时间', en: 'Time' },
  by: { zh: '姓名', en: 'Who' },
  kind: { zh: '种类', en: 'Kind' },
  madeBy: { zh: '密钥编号', en: 'Key' },
} as const;

const kinds = {
  submission: { zh: '填报', en: 'submission' },
  draft: { zh: '草稿', en: 'draft' },
} as const;

/** Who wrote which version of which row when (B18.2). A draft's values stand as they were typed. */
export function revisionsTable(revisions: Items<RevisionItem>, scope: Scope, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof submissionColumns): string => submissionColumns[column][language];
  const own = (column: keyof typeof revisionColumns): string => revisionColumns[column][language];
  return {
    title: (language === 'zh' ? '修订记录' : 'Revisions') + scopeWords(scope, language),
    columns: [
      time(own('madeAt')),
      text(own('by'), 12),
      text(name('unit'), 16),
      text(name('code'), 8),
      text(name('text'), 48),
      text(name('period'), 22),
      text(name('indicator'), 16),
      text(name('measure'), 8),
      count(name('version')),
      text(own('kind'), 10),
      ...valueColumns(language, true),
      text(name('onBehalf'), 8),
      text(own('madeBy'), 12),
      text(name('key'), 40),
    ],
    rows: rowsOf(revisions, (revision) => [
      revision.madeAt,
      revision.by,
      revision.unit.name,
      revision.arrangement,
      revision.arrangementText,
      periodWords(revision.period, language),
      revision.label,
      revision.unitOfMeasure,
      revision.version,
      kinds[revision.kind][language],
      ...valueCells(revision.values),
      yesNo[language][Number(revision.onBehalf)] ?? null,
      revision.madeBy,
      revision.key,
    ]),
  };
}
