import { type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { fonts } from './measures.ts';
import { plainText } from '../../../shared/bulletin/plainText.ts';
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

/** A sentence, which is a paragraph of its own. */
export function bodyParagraph(sentence: string): Paragraph {
  const text = plainText(sentence);
  const lead = led.exec(text)?.[0] ?? '';
  return new Paragraph({
    style: 'BodyParagraph',
    widowControl: false,
    children: [
      ...(lead === '' ? [] : [new TextRun({ text: lead, font: font(fonts.subheading) })]),
      new TextRun(text.slice(lead.length)),
    ],
  });
}

/** The same of a mark, which is to be replaced by texts. */
export const marked = (mark: string, options: Omit<IParagraphOptions, 'text' | 'children'>): Paragraph =>
  new Paragraph({ widowControl: false, ...options, children: [new TextRun(mark)] });
