import { AlignmentType, Document, DocumentGridType, type FileChild, HeadingLevel, Packer } from 'docx';
import type { BulletinContent, BulletinTable } from '../../shared/bulletin/content.ts';
import { attachmentName, shownSections, type ShownSection } from '../../shared/bulletin/shown.ts';
import { attachmentList, signatureAndDate } from './word/closing.ts';
import { head } from './word/head.ts';
import { footer, line, page } from './word/measures.ts';
import { LongTables } from './word/longTables.ts';
import { pageNumbers } from './word/pageNumbers.ts';
import { bodyParagraph, emptyLine, paragraph } from './word/paragraphs.ts';
import { settled } from './word/settled.ts';
import { styles } from './word/styles.ts';
import { wordTable } from './word/table.ts';
import { titleLines } from '../../shared/bulletin/titleLines.ts';

/**
 * A bulletin as .docx, laid out after GB/T 9704-2012: the same content gives the same bytes, whatever the clock says. A text may
 * hold anything: what a document cannot hold is left out or marked.
 */
export async function bulletinDocx(content: BulletinContent): Promise<Uint8Array<ArrayBuffer>> {
  const later = new LongTables();
  const document = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              right: page.right,
              bottom: page.bottom,
              left: page.left,
              header: 850,
              footer,
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: line },
        },
        footers: pageNumbers(),
        children: [
          ...head(content),
          paragraph(content.salutation, { style: 'Addressees' }),
          ...shownSections(content).flatMap((section) => sectionBlocks(content, section, later)),
          ...attachmentList(content.attachments.map(({ title }) => title)),
          ...signatureAndDate(content.signature, content.date),
          ...content.attachments.flatMap((table, index) =>
            attachment(content, table, attachmentName(content, index), later),
          ),
        ],
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)), content, later);
}

/** A section: its heading, its sentences, its table. */
function sectionBlocks(
  content: BulletinContent,
  { heading, paragraphs, table }: ShownSection,
  later: LongTables,
): FileChild[] {
  const isSecond = /^[（(]/u.test(heading ?? '');
  return [
    ...(heading === null
      ? []
      : [paragraph(heading, { heading: isSecond ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1 })]),
    ...paragraphs.map(({ text }) => bodyParagraph(text)),
    ...(table === null
      ? []
      : [paragraph(table.title, { style: 'TableTitle' }), wordTable(content, table, later), emptyLine()]),
  ];
}

/** An attachment on a page of its own: its mark at the first line's edge, its title on the third. */
function attachment(
  content: BulletinContent,
  table: BulletinTable,
  mark: string,
  later: LongTables,
): FileChild[] {
  return [
    paragraph(mark, { style: 'AttachmentMark', pageBreakBefore: true }),
    emptyLine(true),
    ...titleLines(table.title).map((text) =>
      paragraph(text, { style: 'Title', alignment: AlignmentType.CENTER }),
    ),
    emptyLine(true),
    wordTable(content, table, later),
  ];
}
