import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';

/** A character of size 4. */
const blank = 280;

/** — 1 —, a character from the outer edge: right on odd pages, left on even ones. */
const pageNumber = (side: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: blank },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

export const pageNumbers = () => ({ default: pageNumber('right'), even: pageNumber('left') });
