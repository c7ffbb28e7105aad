import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { sheetColumns } from '../../../shared/sheet/columns.ts';
import { packedSheetExample, unpackSheet } from '../../../shared/wire/sheet.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { ledgerWorkbook } from '../../../worker/documents/ledgerWorkbook/ledgerWorkbook.ts';
import { Package } from '../../../worker/documents/zip.ts';

const sheet = { ...unpackSheet(packedSheetExample), columns: sheetColumns([]) };
const [row] = sheet.rows;
const written = await ledgerWorkbook({
  ...sheet,
  rows: [
    {
      ...row!,
      version: 3,
      values: {
        ...row!.values!,
        ...blank(),
        status: '已开展',
        count: 5,
        note: '=1+1',
        completedOn: '2024-04-09',
      },
    },
  ],
});
function blank() {
  return { problems: null, contact: null, evidence: null, explanation: null } as const;
}

describe('S13.13: the ledger as a file', () => {
  test('is read again by our reader: keys and bases beside the rows, values as they were typed', async () => {
    const { sheets, told } = await readLedgerFile(written, '台账.xlsx');
    expect(told).toBeUndefined();
    expect(sheets.map(({ name }) => name)).toEqual(['台账', '填报说明']);
    expect(sheets[0]!.keys).toEqual([{ row: 1, key: row!.key, base: 3 }]);
    const [head, cells] = sheets[0]!.rows.map((line) => line.map((cell) => cell?.value ?? null));
    const said = Object.fromEntries(head!.map((heading, at) => [heading, cells![at] ?? null]));
    expect(said).toEqual({
      ...{
        校验结果: null,
        工作安排: '1-7-1 每周调度装货企业。',
        指标: '完成',
        全区目标: 1,
        本单位分解: null,
      },
      ...{ 报告期: said['报告期'], 截止日期: '2024-04-14', 状态: '已开展', 数量: 5, 完成日期: '2024-04-09' },
      ...{
        工作情况: '=1+1',
        存在问题: null,
        联系人: null,
        佐证材料: null,
        核实说明: null,
        重点工作: '装货安全',
      },
    });
  });

  test('has dropdowns, prompts, hidden columns, a frozen header and a print set-up, and no protection', async () => {
    const [ledger] = (await readXlsx(written, { readStyles: true })).sheets;
    const { dataValidations, freezePane, columns, pageSetup, protection } = ledger!;
    expect(dataValidations?.find(({ type }) => type === 'list')).toMatchObject({
      range: 'H2:H2',
      inputTitle: '状态',
    });
    expect(
      dataValidations?.map(({ inputMessage }) => inputMessage).every((words) => words !== undefined),
    ).toBe(true);
    expect(dataValidations?.some(({ errorStyle }) => errorStyle === 'stop')).toBe(false);
    expect(freezePane).toMatchObject({ rows: 1 });
    expect(columns?.flatMap(({ hidden }, at) => (hidden ? [at] : []))).toEqual([16, 17]);
    expect(pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      printTitlesRow: expect.any(String),
    });
    expect(protection).toBeUndefined();
    const zip = new Package(written);
    const xml = zip.names
      .filter((name) => name.endsWith('.xml'))
      .map((name) => new TextDecoder().decode(zip.read(name)));
    expect(xml.join('')).not.toMatch(/Protection|<f>/u);
  });
});
