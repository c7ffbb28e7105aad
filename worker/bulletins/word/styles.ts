import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { character, fonts, footerLine, line, size, tightening, titleLine } from './measures.ts';

/** One font for all scripts: digits and “quotes” are then as wide as the font of the text has them. */
export const font = (name: string) => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
  hint: 'eastAsia',
});

const exactly = (twips: number) => ({ line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0 });

/** Text of size 3, 28 characters a line. */
const text = { size: size.three, characterSpacing: tightening };

/** What all paragraphs have that hold no more than their text. */
const flush = { spacing: exactly(line) };

const own = (
  id: string,
  name: string,
  paragraph: NonNullable<IStylesOptions['paragraphStyles']>[number]['paragraph'],
  run: NonNullable<IStylesOptions['paragraphStyles']>[number]['run'] = text,
) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  ...(paragraph ? { paragraph } : {}),
  run,
});

/** The styles of a bulletin, under the names that an officer finds them by. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: font(fonts.body),
        size: size.three,
        language: { value: 'zh-CN', eastAsia: 'zh-CN' },
      },
      paragraph: flush,
    },
    title: {
      run: { font: font(fonts.title), size: size.two, bold: false },
      paragraph: {
        spacing: exactly(titleLine),
        alignment: AlignmentType.CENTER,
        keepNext: true,
        keepLines: true,
      },
    },
    heading1: {
      run: { ...text, font: font(fonts.heading), bold: false, color: '000000' },
      paragraph: { ...flush, indent: { firstLine: 2 * character, firstLineChars: 200 }, keepNext: true },
    },
    heading2: {
      run: { ...text, font: font(fonts.subheading), bold: false, color: '000000' },
      paragraph: { ...flush, indent: { firstLine: 2 * character, firstLineChars: 200 }, keepNext: true },
    },
  },
  paragraphStyles: [
    own(
      'Issuer',
      '发文机关标志',
      { ...flush, alignment: AlignmentType.CENTER },
      { font: font(fonts.title), color: 'FF0000' },
    ),
    own('IssueNumber', '发文字号', { ...flush, alignment: AlignmentType.CENTER }),
    own('Addressees', '主送机关', { ...flush, alignment: AlignmentType.BOTH }),
    own('BodyParagraph', '公文正文', {
      ...flush,
      alignment: AlignmentType.BOTH,
      indent: { firstLine: 2 * character, firstLineChars: 200 },
    }),
    own(
      'TableTitle',
      '表题',
      { ...flush, alignment: AlignmentType.CENTER, keepNext: true },
      { ...text, font: font(fonts.heading) },
    ),
    own('AttachmentList', '附件说明', { ...flush, keepNext: true, keepLines: true }),
    own('Signature', '署名和成文日期', { ...flush, alignment: AlignmentType.RIGHT, keepLines: true }),
    own('AttachmentMark', '附件序号', { ...flush, keepNext: true }, { ...text, font: font(fonts.heading) }),
    own('Cell', '表格', { spacing: exactly(320) }, { size: size.small }),
    own(
      'PageNumber',
      '页码',
      { spacing: exactly(footerLine) },
      { font: font(fonts.number), size: size.four },
    ),
  ],
};
