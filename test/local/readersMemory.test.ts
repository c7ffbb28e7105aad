import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGrid } from '../../shared/import/table/readGrid.ts';
import { projectFolder } from '../../worker/local/tool.ts';
import { taskListText } from '../bench/data/taskListText.ts';
import { docxOf, paragraph, row, run, table, textCell } from '../support/documents/docx.ts';
import { asForm, types, type Form } from '../support/documents/forms.ts';
import { xlsxOf, xlsxParts } from '../support/documents/xlsx.ts';
import { zipOf } from '../support/documents/zip.ts';
import { thorough } from '../support/thorough.ts';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-memory-'));
const program = join(folder, 'program/readInChild.js');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'test/support/documents/readInChild.ts',
      outDir: join(folder, 'program'),
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  });
}, 120_000);

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const times = (length: number, make: (index: number) => string): string =>
  Array.from({ length }, (_, index) => make(index)).join('');
/** So that a part is not refused for being packed too well. */
const noise = (index: number): string => String(Math.abs(Math.sin(index + 1)));
const rows = (count: number, columns: number, make: (index: number) => string): string[][] =>
  Array.from({ length: count }, (_, r) => Array.from({ length: columns }, (__, c) => make(r * columns + c)));

/** A table as small as XML may write it. */
const bare = (cells: string[][]): string =>
  `<w:tbl>${cells.map((line) => `<w:tr>${line.map((each) => `<w:tc>${shortOf(each)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const shortOf = (content: string): string => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`;
const short = (index: number): string => shortOf(noise(index));
const sharing = (strings: string): Promise<Uint8Array> => {
  const parts = xlsxParts([{ grid: [['甲']] }]);
  const name = 'xl/sharedStrings.xml';
  return zipOf({ ...parts, [name]: parts[name]!.replace('</sst>', `${strings}</sst>`) });
};
const rich = (index: number): string =>
  `<si><r><t>${index}</t></r><r><rPr><b/></rPr><t>${index}</t></r></si>`;

type Case = [name: string, Form, () => Promise<Uint8Array> | Uint8Array];

/** What stays within a limit by little. It may be too long a list, which is found out at the end. */
const within: Case[] = [
  ['a document of short paragraphs', 'docx', () => docxOf(times(24_900, short))],
  [
    'a document of empty cells',
    'docx',
    () => docxOf(table(rows(650, 50, () => '').map((cells) => row(cells.map(() => '<w:tc><w:p/></w:tc>'))))),
  ],
  [
    'a document of runs',
    'docx',
    () => docxOf(`<w:p>${times(30_000, (i) => `<w:r><w:t>${noise(i)}</w:t><w:br/></w:r>`)}</w:p>`),
  ],
  [
    'a document of cells',
    'docx',
    () => docxOf(table(rows(3_000, 6, noise).map((cells) => row(cells.map((each) => textCell(each)))))),
  ],
  ['a document of small cells', 'docx', () => docxOf(bare(rows(4_990, 19, (i) => `${(i * 7919) % 9973}`)))],
  ['a document of tables', 'docx', () => docxOf(times(28_000, (i) => bare([[noise(i)]])))],
  [
    'a document of elements',
    'docx',
    () => docxOf(times(900_000, (i) => `<a${(i * 7919) % 9973}/>`) + shortOf('甲')),
  ],
  ['a workbook of texts', 'xlsx', () => xlsxOf([{ grid: rows(4_990, 14, (i) => `工作${i}`) }])],
  ['a workbook of cells', 'xlsx', () => xlsxOf([{ grid: rows(5_000, 60, (i) => `甲${i % 900}`) }])],
  ['a workbook with runs of text', 'xlsx', () => sharing(times(21_000, rich))],
  ['a page of cells', 'html', () => text(`<table>${times(3_300, () => `<tr>${'<td>甲'.repeat(58)}`)}`)],
  ['a page with attributes', 'html', () => text('<p a b c d e f g h i j k l m n o>甲'.repeat(26_000))],
  ['text of cells', 'text', () => text(times(4_990, () => `${'甲\t'.repeat(58)}乙\n`))],
];

const beyond: Case[] = [
  ['a document of short paragraphs', 'docx', () => docxOf(times(60_000, short))],
  ['a document of cells', 'docx', () => docxOf(bare(rows(4_990, 24, (i) => `${(i * 7919) % 9973}`)))],
  ['a document of tables', 'docx', () => docxOf(times(60_000, (i) => bare([[noise(i)]])))],
  ['a document of attributes', 'docx', () => docxOf(`<w:p ${times(700_000, (i) => `a${i}="" `)}/>`)],
  [
    'a document of long texts',
    'docx',
    () => docxOf(times(200, (p) => paragraph(run(times(1_000, (i) => noise(p + i)))))),
  ],
  ['a workbook of runs', 'xlsx', () => sharing(times(100_000, rich))],
  ['a workbook of texts', 'xlsx', () => sharing(times(400_000, (i) => `<si><t>${i}</t></si>`))],
  ['a page of elements', 'html', () => text('<i>甲</i>'.repeat(400_000))],
  ['a page of attributes', 'html', () => text('<p a b c d e f g h i j k l m n o>甲'.repeat(130_000))],
  ['text of lines', 'text', () => text('甲\n'.repeat(1_200_000))],
];

/** The everyday share: one of each form. */
const shareOf = (cases: Case[], from: number): Case[] => cases.filter((_, at) => thorough || at % 6 === from);

interface Answer {
  code?: string;
  rows?: number;
  arrangements?: number;
  messages?: { zh: string; en: string };
}

/** Reads a document in a process with less memory than a Worker has, which holds other things too. */
async function readIn128Mb([, form, make]: Case): Promise<Answer> {
  const file = join(folder, 'document');
  writeFileSync(file, await make());
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=100', program, file, types[form]],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Answer;
}

describe('I1.6: within 128 MB', () => {
  test.each(shareOf(within, 1))('%s near a limit is read, or has too many rows', async (...each) => {
    const { code, messages, rows: read } = await readIn128Mb(each);
    if (code === undefined) expect(read).toBeGreaterThan(0);
    else {
      expect(code).toBe('file-too-large');
      expect(messages?.zh).toMatch(/5000 行|20000 字/u);
    }
  });

  test.each(shareOf(beyond, 2))('%s beyond a limit is refused in words', async (...each) => {
    const { code, messages } = await readIn128Mb(each);
    expect(code).toBe('file-too-large');
    expect(messages?.zh).toMatch(/超过|过多/u);
    expect(messages?.en).toMatch(/more than|too many/u);
  });

  test.each<Form>(thorough ? ['docx', 'xlsx', 'html'] : ['xlsx'])(
    'a list of 2,000 arrangements as %s is read',
    async (form) => {
      const make = () => asForm(form, readGrid(taskListText(2_000)));
      expect(await readIn128Mb(['', form, make])).toMatchObject({ arrangements: 2_000 });
    },
  );

  test('a document with a row for each of 2,000 arrangements, of many runs each, is read', async () => {
    const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位'];
    const runs = (at: number) => paragraph(times(8, (i) => run(i === 0 ? `${at}月底前，` : '检查企业')));
    const make = () =>
      docxOf(
        paragraph(run('2025年危险化学品安全监管工作任务清单')) +
          table([
            row(header.map((each) => textCell(each))),
            ...Array.from({ length: 2_000 }, (_, i) =>
              row([
                textCell(i % 500 === 0 ? `第${'一二三四'.charAt(i / 500)}类` : ''),
                textCell(i % 20 === 0 ? String(((i / 20) % 25) + 1) : ''),
                textCell(i % 20 === 0 ? `第${i / 20 + 1}项工作` : ''),
                textCell(i % 20 === 0 ? '完成' : ''),
                `<w:tc>${runs((i % 12) + 1)}</w:tc>`,
                textCell(i % 20 === 0 ? '区应急管理局' : ''),
              ]),
            ),
          ]),
      );
    expect(await readIn128Mb(['', 'docx', make])).toMatchObject({ arrangements: 2_000 });
  });
});
