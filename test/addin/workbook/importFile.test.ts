import type { ICellData, IWorksheetData } from '@univerjs/core';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../../addin/workbook/univer/book.ts';
import { importFile, NotOpened } from '../../../addin/workbook/univer/importFile.ts';
import { gb18030 } from '../../support/documents/gb18030.ts';

type Put = { name: string; sheet: Partial<IWorksheetData>; isShown: boolean };

/** Opens a file in a workbook that has a sheet of that name already; what is put into it. */
async function opened(name: string, content: Uint8Array | string): Promise<Put[]> {
  const put: Put[] = [];
  const workbook = {
    getSheets: () => [{ getSheetName: () => '台账' }],
    insertSheet(as: string, { sheet }: { sheet: Partial<IWorksheetData> }) {
      // As Univer does: what is put in last is shown.
      for (const each of put) each.isShown = false;
      const only = { name: as, sheet, isShown: true };
      put.push(only);
      return {
        activate() {
          for (const each of put) each.isShown = each === only;
        },
      };
    },
  };
  await importFile({ workbook } as unknown as Book, new File([content as BlobPart], name));
  return put;
}

const valuesOf = ({ sheet }: Put): unknown[][] =>
  Object.values(sheet.cellData ?? {}).map((row) =>
    Object.values(row as Record<number, ICellData>).map((cell) => cell.v ?? null),
  );

const csv = '工作安排,状态,"进展，\n及说明"\r\n每月调度,已开展,"第一行\n说""好"""\n检查,,007\n';
const cells = [
  ['工作安排', '状态', '进展，\n及说明'],
  ['每月调度', '已开展', '第一行\n说"好"'],
  ['检查', null, '007'],
];

describe('S15.7: 打开我的表格', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(csv)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${csv}`)],
    ['GB 18030', gb18030(csv)],
  ])('a text file in %s, with cells over several lines', async (_, bytes) => {
    const [only] = await opened('台账.csv', bytes);
    expect(valuesOf(only!).slice(0, 3)).toEqual(cells);
    expect(only!.name).toBe('台账 2');
  });

  test('plain numbers are numbers; what begins with zeros, and long digits, stay text', async () => {
    const [only] = await opened('a.csv', '1,-2.5,007,320411199001011234\n');
    expect(valuesOf(only!)[0]).toEqual([1, -2.5, '007', '320411199001011234']);
  });

  test('values, formulas, fills and merges of an .xlsx; nothing of what lies beneath a merge', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '推进',
          rows: [
            ['标题', '藏着'],
            ['安排', 3],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
          cells: new Map([
            [
              '1,0',
              {
                style: {
                  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } },
                  font: { strikethrough: true },
                },
              },
            ],
          ]),
        },
      ],
    });
    const [only] = await opened('a.xlsx', bytes as Uint8Array);
    expect(only!.sheet.mergeData).toEqual([{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 1 }]);
    expect(only!.sheet.cellData?.[0]?.[1]?.v ?? null).toBeNull();
    expect(only!.sheet.cellData?.[1]?.[0]).toMatchObject({
      v: '安排',
      s: { bg: { rgb: '#FFF2CC' }, st: { s: 1 } },
    });
  });

  test('a hidden sheet stays hidden, and the first that is not is shown', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '去年', rows: [['旧']], hidden: true },
        { name: '三月', rows: [['甲']] },
        { name: '四月', rows: [['乙']] },
        { name: '代码', rows: [['丙']], hidden: true },
      ],
    });
    const sheets = await opened('a.xlsx', bytes as Uint8Array);
    expect(sheets.map(({ name, sheet, isShown }) => [name, sheet.hidden, isShown])).toEqual([
      ['去年', 1, false],
      ['三月', 0, true],
      ['四月', 0, false],
      ['代码', 1, false],
    ]);
  });

  test.each([
    ['more than 10 MB', 'a.xlsx', new Uint8Array(10_000_001), 'too-large'],
    ['an old .xls', 'a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'kind'],
    ['another kind', 'a.pdf', new TextEncoder().encode('%PDF-1.7'), 'kind'],
    ['a package that is torn off', 'a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'unreadable'],
    ['nothing at all', 'a.xlsx', new Uint8Array(), 'kind'],
  ])('%s is refused, and says why', async (_, name, bytes, why) => {
    const refused = await opened(name, bytes).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(NotOpened);
    expect((refused as NotOpened).why).toBe(why);
  });
});
