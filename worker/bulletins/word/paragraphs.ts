import { type IParagraphOptions, Paragraph, TextRun } from 'docx';
import type { BulletinSentence } from '../../../shared/bulletin/content.ts';
import { fonts } from './measures.ts';
import { plainText } from './plainText.ts';
import { font } from './styles.ts';

/** One paragraph in a style of `styles.ts`. */
export const paragraph = (text: string, options: Omit<IParagraphOptions, 'text' | 'children'>): Paragraph =>
  new Paragraph({
    widowControl: false,
    ...options,
    children: [new TextRun({ ...options.run, text: plainText(text) })],
  });

/** An empty line. */
export const emptyLine = (keepNext = false): Paragraph =>
  new Paragraph({ style: 'Addressees', widowControl: false, keepNext });

/** A sentence that begins with a heading of the second order: （一）限期补报。 */
const led = /^（[一二三四五六七八九十]{1,3}）[^。]{1,24}。/u;

/** A sentence as it is printed, a paragraph of its own; one that was emptied prints nothing. */
export function bodyParagraph({ made, edited }: BulletinSentence): Paragraph[] {
  const text = plainText(edited ?? made).trim();
  if (text === '') return [];
  const lead = led.exec(text)?.[0] ?? '';
  return [
    new Paragraph({
      style: 'BodyParagraph',
      widowControl: false,
      children: [
        ...(lead === '' ? [] : [new TextRun({ text: lead, font: font(fonts.subheading) })]),
        new TextRun(text.slice(lead.length)),
      ],
    }),
  ];
}
