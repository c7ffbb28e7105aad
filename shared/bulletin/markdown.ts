import type { BulletinContent, BulletinTable } from './content.ts';
import { dateWords, headNumber } from './number.ts';
import { attachmentName, cellWords, shownSections } from './shown.ts';

/** Text that means itself: what Markdown would read as a mark has a backslash, wherever it stands. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~&$]/gu, String.raw`\$&`)
    .replace(/^[#+=:-]/u, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/u, String.raw`$1\$2`);

const aligned = { text: '---', date: '---', count: '---:', rate: '---:' } as const;

function tableLines(content: BulletinContent, { columns, rows }: BulletinTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ name }) => plain(name))),
    line(columns.map(({ kind }) => aligned[kind])),
    ...rows.map((row) =>
      line(columns.map(({ kind }, at) => plain(cellWords(content, row[at] ?? null, kind)))),
    ),
  ].join('\n');
}

/** The list of attachments, as it stands before the signature. */
const attachmentList = (content: BulletinContent): string[] => {
  const titles = content.attachments.map(({ title }) => plain(title));
  if (titles.length === 0) return [];
  return titles.length === 1
    ? [`附件：${titles[0]}`]
    : ['附件：', titles.map((title, at) => `${at + 1}. ${title}`).join('\n')];
};

/** A bulletin as Markdown (CommonMark with tables), block by block in the order of the printed document. */
export function bulletinMarkdown(content: BulletinContent): string {
  const blocks = [
    plain(headNumber(content)) + (content.number === null ? '（草稿）' : ''),
    `# ${plain(content.title)}`,
    plain(content.salutation),
    ...shownSections(content).flatMap(({ heading, paragraphs, table }) => [
      ...(heading === null ? [] : [`## ${plain(heading)}`]),
      ...paragraphs.map(({ text }) => plain(text)),
      ...(table === null ? [] : [`**${plain(table.title)}**`, tableLines(content, table)]),
    ]),
    ...attachmentList(content),
    plain(content.signature),
    dateWords(content.date),
    ...content.attachments.flatMap((table, at) => [
      '---',
      `## ${attachmentName(content, at)} ${plain(table.title)}`,
      tableLines(content, table),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
