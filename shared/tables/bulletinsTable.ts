import { numberWords } from '../bulletin/number.ts';
import { presetNames } from '../bulletin/presetNames.ts';
import type { BulletinEntry } from '../wire/parts/bulletinEntry.ts';
import { date, type Items, rowsOf, type Table, text, time } from './table.ts';

const columns = {
  number: { zh: '编号', en: 'Number' },
  title: { zh: '标题', en: 'Title' },
  preset: { zh: '种类', en: 'Kind' },
  from: { zh: '时段起', en: 'From' },
  to: { zh: '时段止', en: 'To' },
  createdBy: { zh: '起草人', en: 'Drafted by' },
  created: { zh: '起草时间', en: 'Drafted' },
  issuedBy: { zh: '印发人', en: 'Issued by' },
  issued: { zh: '印发时间', en: 'Issued' },
  corrects: { zh: '更正哪一期', en: 'Corrects' },
  correctedBy: { zh: '被哪一期更正', en: 'Corrected by' },
  id: { zh: '通报编号（供程序）', en: 'Id' },
} as const;

/** A list's bulletins (B20), the newest first. */
export function bulletinsTable(
  { year, bulletins }: { year: number; bulletins: Items<BulletinEntry> },
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof columns): string => columns[column][language];
  return {
    title: language === 'zh' ? `${year}年通报目录` : `Bulletins of ${year}`,
    columns: [
      text(name('number'), 20),
      text(name('title'), 60),
      text(name('preset'), 12),
      date(name('from')),
      date(name('to')),
      text(name('createdBy'), 12),
      time(name('created')),
      text(name('issuedBy'), 12),
      time(name('issued')),
      text(name('corrects'), 20),
      text(name('correctedBy'), 20),
      text(name('id'), 14),
    ],
    rows: rowsOf(bulletins, (each) => [
      each.number && numberWords(each.code, each.number),
      each.title,
      presetNames[each.preset][language],
      each.from,
      each.to,
      each.createdBy,
      each.createdAt,
      each.issuedBy,
      each.issuedAt,
      each.corrects && numberWords('', each.corrects),
      each.correctedBy && numberWords('', each.correctedBy),
      each.id,
    ]),
  };
}
