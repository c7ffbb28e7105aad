import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import { sheetColumns } from '../../../shared/sheet/columns.ts';
import { packedSheetExample, unpackSheet } from '../../../shared/wire/sheet.ts';
import { ledgerWorkbook } from '../../../worker/documents/ledgerWorkbook/ledgerWorkbook.ts';
import { annotateFile, type FileNotes } from '../../../worker/documents/patch/annotate.ts';
import { xlsxOf as savedByPane } from '../../../addin/pane/exportXlsx.ts';
import { xlsxFile as tableOf } from '../../../worker/tables/xlsxFile.ts';
import { xlsxTemplate } from '../../../worker/template/xlsxTemplate.ts';
import { herNote, richWorkbooks } from '../../support/documents/richXlsx.ts';
import { zipOf } from '../../support/documents/zip.ts';

/** Every file that is given out is read back by a library that has no part in making it (SheetJS). */
const opened = (bytes: Uint8Array): WorkBook =>
  read(bytes, { cellStyles: true, cellFormula: true, cellNF: true });
const plain = (sheet: WorkSheet): [string, unknown, unknown, unknown][] =>
  Object.entries(sheet)
    .filter(([at, cell]) => /^[A-D]\d+$/u.test(at) && cell.v !== undefined)
    .map(([at, cell]) => [at, cell.v, cell.f, cell.z]);
const comments = (sheet: WorkSheet, at: string): string =>
  ((sheet[at]?.c ?? []) as { t: string }[]).map(({ t }) => t).join('\n');

const key = formatRowKey({
  ...{ list: '2024', arrangement: '1-3-1', schedule: 1, indicator: 'i1', unit: 'xuejia', period: '2024' },
});
const notes: FileNotes = {
  sheets: [
    {
      name: '台账',
      comments: [{ row: 4, column: 3, text: '请填整数', kind: 'error' }],
      keys: [{ row: 2, key }],
    },
  ],
  results: [
    ...[
      {
        sheet: '台账',
        row: 4,
        column: 3,
        arrangement: '专家评议',
        outcome: '草稿',
        message: '请填整数',
        isBad: true,
      },
      { sheet: '台账', row: 2, column: null, arrangement: '隐患举报', outcome: '已收', message: '已收。' },
      { sheet: '台账', row: null, column: null, arrangement: '职工评议', outcome: '已收', message: '已收。' },
    ],
  ],
};

describe('S13.17: a second library reads what is given out', () => {
  // It finds no sheet under unusual paths, and no comments in strict files, before we write anything.
  const readable = richWorkbooks.filter(([name]) => name !== 'parts under unusual paths');
  test.each(readable)('her file with %s', async (name, make) => {
    const bytes = await zipOf(make());
    const before = opened(bytes);
    const { bytes: answer } = await annotateFile(bytes, notes);
    const after = opened(answer);
    expect(after.SheetNames).toEqual([...before.SheetNames, '校验结果']);
    const [hers, was] = [after.Sheets['台账']!, before.Sheets['台账']!];
    expect(plain(hers)).toEqual(plain(was));
    expect(hers['!merges']).toEqual(was['!merges']);
    if (name !== 'strict namespaces') expect(comments(hers, 'D5')).toContain('请填整数');
    if (name === 'comments of her own') expect(comments(hers, 'D3')).toContain(herNote);
    const keyAt = Object.keys(hers).find((at) => hers[at].v === key)!;
    expect(keyAt).toMatch(/^[E-Z]+3$/u);
  });

  test('the sheet of results has a look: header, widths, links that are seen, a page to print on', async () => {
    const answer = await annotateFile(await zipOf(richWorkbooks[0]![1]()), notes);
    const again = await annotateFile(answer.bytes, notes);
    expect(again.bytes.length).toBe(answer.bytes.length);
    const book = opened(again.bytes);
    const results = book.Sheets['校验结果']!;
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((at) => results[at].v)).toEqual([
      ...['工作表', '单元格', '工作安排', '结果', '说明'],
    ]);
    expect(results['A2'].s.fgColor.rgb).toBe('E3EAF2');
    expect(results['!cols']!.map((column) => Math.round(column.width!))).toEqual([16, 11, 46, 12, 72]);
    expect(results['B3'].l.Target ?? results['B3'].l.location).toContain("'台账'!D5");
    expect([results['B4'].v, results['B5'].v]).toEqual(['第 3 行', '汇总各行']);
    expect(results['!margins']!.left).toBe(0.4);
    expect(book.Workbook!.Names).toContainEqual(
      expect.objectContaining({ Name: '_xlnm.Print_Titles', Sheet: 1, Ref: "'校验结果'!$2:$2" }),
    );
  });

  test('results of a file that cannot be written into, and the records of a text file', async () => {
    const text = new TextEncoder().encode('序号,工作安排,电话\n1,建立制度,007\n');
    const copy = await annotateFile(text, { ...notes, sheets: [] });
    const { Sheets, SheetNames } = opened(copy.bytes);
    expect(SheetNames).toEqual(['(csv)', '校验结果']);
    expect(Sheets['(csv)']!['C2']).toMatchObject({ t: 's', v: '007' });
    expect(Sheets['校验结果']!['A2'].s.fgColor.rgb).toBe('E3EAF2');
  });

  test('the ledger: keys and bases hidden, and what is filled in', async () => {
    const sheet = { ...unpackSheet(packedSheetExample), columns: sheetColumns([]) };
    const { SheetNames, Sheets } = opened(await ledgerWorkbook(sheet));
    expect(SheetNames).toEqual(['台账', '填报说明']);
    const ledger = Sheets['台账']!;
    const values = Object.values(ledger).map((cell) => cell?.v);
    expect(values).toContain(sheet.rows[0]!.key);
    expect(ledger['!cols']!.filter(({ hidden }) => hidden).length).toBeGreaterThanOrEqual(2);
    expect(ledger['!autofilter']).toBeDefined();
  });

  test('tables, the template of a list, and what the pane saves', async () => {
    const table = await tableOf({
      title: '应报项（某镇，类别一）',
      columns: [
        { name: '单位', kind: 'text', width: 12 },
        { name: '截止', kind: 'date', width: 12 },
      ],
      rows: [['=某镇', '2024-03-31']],
    });
    const book = opened(table);
    // Excel repairs a file whose names of sheets stand without quotes around such characters.
    expect(book.Workbook?.Names?.map(({ Ref }) => Ref)).toContain("'应报项（某镇，类别一）'!$1:$1");
    const [first] = Object.values(book.Sheets);
    expect([first!['A2'].v, first!['B2'].t, first!['B2'].w ?? first!['B2'].v]).toMatchObject([
      expect.stringContaining('=某镇'),
      'n',
      expect.anything(),
    ]);
    const template = opened(await xlsxTemplate(2024));
    expect(template.SheetNames.length).toBeGreaterThan(0);
    const saved = opened(
      await savedByPane([
        {
          view: 'all',
          name: '归档',
          headers: ['行标识', '状态'],
          widths: [80, 80],
          rows: [['甲', '已完成']],
        },
      ]),
    );
    expect(saved.Sheets['归档']!['B2'].v).toBe('已完成');
  });
});
