import { BorderStyle, type Paragraph } from 'docx';
import type { BulletinContent } from '../../../shared/bulletin/content.ts';
import { headNumber } from '../../../shared/bulletin/number.ts';
import { issuerTop, line, textWidth } from './measures.ts';
import { emptyLine, paragraph } from './paragraphs.ts';
import { plainText, widthOf } from '../../../shared/bulletin/plainText.ts';
import { titleLines } from '../../../shared/bulletin/titleLines.ts';

/** The head: who issues it, its number, a red line, and the title two lines below. */
export function head(content: BulletinContent): Paragraph[] {
  const { office, title } = content;
  return [
    ...(office.trim() === '' ? [] : [issuer(office)]),
    emptyLine(),
    emptyLine(),
    paragraph(headNumber(content), {
      style: 'IssueNumber',
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: 'FF0000' } },
    }),
    emptyLine(),
    emptyLine(),
    ...titleLines(title).map((text) => paragraph(text, { style: 'Title' })),
    emptyLine(),
  ];
}

/** The office's name in red, as large as one line holds it, 36 points at most. */
function issuer(office: string): Paragraph {
  const points = Math.max(22, Math.min(36, Math.floor(textWidth / 20 / widthOf(plainText(office)))));
  return paragraph(office, {
    style: 'Issuer',
    run: { size: 2 * points },
    spacing: { before: issuerTop, line: Math.max(line, points * 26) },
  });
}
