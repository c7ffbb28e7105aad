import { kindNames } from '../audit/kindNames.ts';
import { whatWords } from '../audit/whatWords.ts';
import type { AuditItem } from '../wire/audit.ts';
import { type Items, rowsOf, type Table, text, time } from './table.ts';

/** The columns of the account of who did what, on the page and in the files. */
export const auditColumns = {
  at: { zh: '时间', en: 'Time' },
  by: { zh: '姓名', en: 'Who' },
  kind: { zh: '操作', en: 'What' },
  units: { zh: '单位', en: 'Units' },
  arrangements: { zh: '工作安排', en: 'Arrangements' },
  what: { zh: '内容', en: 'Details' },
  reason: { zh: '理由', en: 'Reason' },
  document: { zh: '文号', en: 'Document' },
  key: { zh: '密钥编号', en: 'Key' },
  request: { zh: '请求编号', en: 'Request' },
} as const;

/** Who did what, the newest first (A13). */
export function auditTable(entries: Items<AuditItem>, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof auditColumns): string => auditColumns[column][language];
  const comma = language === 'zh' ? '、' : ', ';
  return {
    title: language === 'zh' ? '操作记录' : 'Who did what',
    columns: [
      time(name('at')),
      text(name('by'), 12),
      text(name('kind'), 16),
      text(name('units'), 20),
      text(name('arrangements'), 20),
      text(name('what'), 60),
      text(name('reason'), 30),
      text(name('document'), 20),
      text(name('key'), 12),
      text(name('request'), 38),
    ],
    rows: rowsOf(entries, (entry) => [
      entry.at,
      entry.by,
      kindNames[entry.kind][language],
      entry.units.map((unit) => unit.name).join(comma),
      entry.arrangements.join(comma),
      whatWords(entry, language),
      entry.reason,
      entry.document,
      entry.key,
      entry.requestId,
    ]),
  };
}
