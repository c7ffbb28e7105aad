import type { Publishings } from '../wire/publishings.ts';
import { count, type Table, text, time } from './table.ts';

const columns = {
  version: { zh: '版本', en: 'Version' },
  at: { zh: '发布时间', en: 'Published' },
  by: { zh: '姓名', en: 'Who' },
  key: { zh: '密钥编号', en: 'Key' },
  undoes: { zh: '撤销第几版', en: 'Takes back' },
  added: { zh: '新增', en: 'Added' },
  returned: { zh: '恢复', en: 'Returned' },
  changed: { zh: '变更', en: 'Changed' },
  moved: { zh: '移动', en: 'Moved' },
  gone: { zh: '删除', en: 'Gone' },
  unchanged: { zh: '未变', en: 'Unchanged' },
  codes: { zh: '涉及编码', en: 'Codes' },
} as const;

/** Who has published a list when, and what it changed; the newest first. */
export function publishingsTable({ year, publishings }: Publishings, language: 'zh' | 'en'): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  const counts = ['added', 'returned', 'changed', 'moved', 'gone', 'unchanged'] as const;
  const comma = language === 'zh' ? '、' : ', ';
  return {
    title: language === 'zh' ? `${year}年清单历次发布` : `Publishings of ${year}`,
    columns: [
      count(name('version')),
      time(name('at')),
      text(name('by'), 12),
      text(name('key'), 14),
      count(name('undoes')),
      ...counts.map((each) => count(name(each))),
      text(name('codes'), 40),
    ],
    rows: publishings.map(({ version, publishedAt, by, publishedBy, undoes, summary }) => [
      version,
      publishedAt,
      by,
      publishedBy.id,
      undoes,
      ...counts.map((each) => summary.counts[each]),
      [...summary.added, ...summary.returned, ...summary.changed, ...summary.moved, ...summary.gone].join(
        comma,
      ),
    ]),
  };
}
