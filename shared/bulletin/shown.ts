import { bulletinDay } from './bulletinDay.ts';
import type { BulletinContent, BulletinSentence, BulletinTable } from './content.ts';
import { chineseNumber, hundredthsOf } from './words.ts';

/** What is printed of a sentence; empty where an officer has taken it out. */
export const printed = ({ made, edited }: BulletinSentence): string => edited ?? made;

/** All tables of a bulletin, those in the text and those attached; also those that are left out. */
export const tablesOf = ({ sections, attachments }: BulletinContent): BulletinTable[] => [
  ...sections.flatMap(({ table }) => table ?? []),
  ...attachments,
];

/** A section as it is printed: only what says something, its heading numbered among those that are printed. */
export interface ShownSection {
  id: string;
  heading: string | null;
  paragraphs: { id: string; text: string }[];
  table: BulletinTable | null;
}

/** The sections that are printed, without sentences that were taken out and sections that nothing is left of. */
export function shownSections({ sections }: BulletinContent): ShownSection[] {
  let last = 0;
  return sections
    .map(({ id, heading, sentences, table }) => ({
      id,
      heading,
      paragraphs: sentences
        .map((each) => ({ id: each.id, text: printed(each).trim() }))
        .filter(({ text }) => text !== ''),
      table: table?.leftOut ? null : table,
    }))
    .filter(({ paragraphs, table }) => paragraphs.length > 0 || table !== null)
    .map((section) =>
      section.heading === null
        ? section
        : {
            ...section,
            heading: `${chineseNumber((last += 1))}、${section.heading.replace(/^[一二三四五六七八九十]+、/u, '')}`,
          },
    );
}

/** A cell of a bulletin's table as it is printed: 66.7%, 4月7日; nothing is a dash. */
export function cellWords(
  of: Pick<BulletinContent, 'from' | 'to' | 'asOf'>,
  cell: string | number | null,
  kind: BulletinTable['columns'][number]['kind'],
): string {
  if (cell === null || cell === '') return '—';
  if (kind === 'rate' && typeof cell === 'number') return `${hundredthsOf(cell)}%`;
  return kind === 'date' ? bulletinDay(of, String(cell)) : String(cell);
}

/** What an attachment is called: 附件 where it is the only one, else 附件1, 附件2, … */
export const attachmentName = ({ attachments }: BulletinContent, at: number): string =>
  attachments.length === 1 ? '附件' : `附件${at + 1}`;
