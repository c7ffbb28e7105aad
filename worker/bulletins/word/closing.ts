import type { Paragraph } from 'docx';
import { dateWords } from '../../../shared/bulletin/number.ts';
import { character, textWidth } from './measures.ts';
import { emptyLine, paragraph } from './paragraphs.ts';
import { plainText, widthOf } from '../../../shared/bulletin/plainText.ts';

/** 附件：1.…: below the text by a line, each name under the one before it. */
export function attachmentList(titles: readonly string[]): Paragraph[] {
  if (titles.length === 0) return [];
  const mark = '附件：';
  const lines = titles.map((title, index) => {
    const number = titles.length === 1 ? '' : `${index + 1}.`;
    const lead = index === 0 ? mark + number : number;
    const left = (2 + widthOf(mark) + widthOf(number)) * character;
    return paragraph(lead + title, {
      style: 'AttachmentList',
      indent: { left, hanging: widthOf(lead) * character },
    });
  });
  return [emptyLine(true), ...lines];
}

/** Who signs, centred over the date, whose last character stands four characters from the right edge. */
export function signatureAndDate(signature: string, day: string): Paragraph[] {
  const date = dateWords(day);
  const surplus = (widthOf(plainText(signature)) - widthOf(date)) / 2;
  const right = Math.max(0, Math.round((4 - surplus) * character));
  return [
    emptyLine(true),
    ...(signature.trim() === ''
      ? []
      : [
          paragraph(signature, {
            style: 'Signature',
            keepNext: true,
            indent: { right: Math.min(right, textWidth / 2) },
          }),
        ]),
    paragraph(date, { style: 'Signature', indent: { right: 4 * character } }),
  ];
}
