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

  test('T13.1, T13.4: says what was returned and why, and both due dates, in cells and in comments', async () => {
    const reason = '数量与分解表不符，请核对后重报。';
    const bytes = await ledgerWorkbook({
      ...sheet,
      rows: [
        {
          ...row!,
          review: {
            ...{ state: 'returned', resubmitted: false, reason, returnedOn: '2024-04-09' },
            ...{ returnedBy: '李敏', answerBy: '2024-04-12' },
          },
          ...{ due: '2024-04-30', dueOriginal: '2024-04-14' },
          extension: { reason: '停产检修', document: '应急〔2024〕3号' },
        },
        row!,
      ],
    });
    const [{ sheets }, read] = [await readLedgerFile(bytes, '台账.xlsx'), await readXlsx(bytes)];
    const at = (heading: string) => sheets[0]!.rows[0]!.findIndex((cell) => cell?.value === heading);
    const cell = (line: number, heading: string) => sheets[0]!.rows[line]![at(heading)]?.value ?? null;
    const comment = (line: number, heading: string) =>
      read.sheets[0]!.cells?.get(`${line},${at(heading)}`)?.comment?.text;
    expect([1, 2].map((line) => cell(line, '校验结果'))).toEqual([
      `↩ 已退回，请于4月12日前重新提交：${reason}`,
      null,
    ]);
    expect([1, 2].map((line) => cell(line, '截止日期'))).toEqual(['2024-04-30（原04-14）', '2024-04-14']);
    expect(comment(1, '报告期')).toContain('有疑问请联系李敏（某区应急管理局 0519-12345678）。');
    expect(comment(1, '截止日期')).toContain('4月30日（原4月14日，延期文号应急〔2024〕3号）');
    expect(comment(2, '截止日期')).toBeUndefined();
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
