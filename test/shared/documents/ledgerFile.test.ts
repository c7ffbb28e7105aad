import { describe, expect, test } from 'vitest';
import type { LedgerFile } from '../../../shared/ledgers/ledgerFile.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { annotate } from '../../../worker/documents/patch/annotate.ts';
import { bodyOf, Problem } from '../../../worker/problems/problem.ts';
import { hostileLedgers } from '../../support/documents/hostileLedgers.ts';
import { plainXlsx, sheet } from '../../support/documents/refused.ts';
import { herNote, richWorkbooks } from '../../support/documents/richXlsx.ts';
import { seeded } from '../../support/seeded.ts';
import { xlsxOf, xlsxParts } from '../../support/documents/xlsx.ts';
import { zipOf } from '../../support/documents/zip.ts';

type Parts = Record<string, string | Uint8Array>;
const rich = (name: string): Parts => richWorkbooks.find(([each]) => each === name)![1]();
const read = async (parts: Parts): Promise<LedgerFile> => readLedgerFile(await zipOf(parts), '表/台账.xlsx');
const inRows = (
  content: string,
  change: (parts: Record<string, string>) => Record<string, string> = (parts) => parts,
) => {
  const parts = change(plainXlsx);
  return read({
    ...parts,
    [sheet]: parts[sheet]!.replace(/<sheetData>.*<\/sheetData>/su, `<sheetData>${content}</sheetData>`),
  });
};
const line = ({ sheets }: LedgerFile, row = 0) => sheets[0]!.rows[row] ?? [];
const csv = (text: string, bytes: Uint8Array = new TextEncoder().encode(text)) =>
  readLedgerFile(bytes, 'a.csv');
const values = ({ sheets }: LedgerFile) =>
  sheets[0]!.rows.map((row) => row.map((cell) => cell?.value ?? null));

describe('S13.11: workbooks that others open', () => {
  const grid = [
    [null, '薛家镇台账'].slice(1),
    ['序号', '工作安排', '完成情况', '完成数量'],
    [1, '建立隐患举报制度', '推进中', 7],
  ];
  test.each([
    'a prefix before every element',
    'strict namespaces',
    'a chart on a tab of its own, and defined names',
    'a dialog and a sheet of macros on tabs of their own',
    'parts under unusual paths',
  ])('with %s', async (name) => {
    const file = await read(rich(name));
    expect(file.name).toBe('台账.xlsx');
    expect(file.sheets.map((each) => each.name)).toEqual(['台账']);
    expect(values(file).slice(0, 3)).toEqual(grid);
  });

  test('sixty columns and five thousand rows are no bound', async () => {
    const wide = await xlsxOf([{ grid: [['甲']] }]);
    expect((await readLedgerFile(wide, 'a.xlsx')).told).toBeUndefined();
    const { sheets, told } = await inRows(
      `<row r="1"><c r="BI1"><v>61</v></c></row><row r="9000"><c r="A9000"><v>1</v></c></row>`,
    );
    expect(told).toBeUndefined();
    expect(sheets[0]!.rows[0]![60]!.value).toBe(61);
    expect(sheets[0]!.rows[8999]![0]!.value).toBe(1);
  });

  test('only the sheet concerned is left out', async () => {
    const parts = xlsxParts([
      { name: '一', grid: [['甲']] },
      { name: '二', grid: [['乙']] },
    ]);
    const { sheets, told } = await read({
      ...parts,
      [sheet]: parts[sheet]!.replace(
        '<sheetData>',
        '<sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    });
    expect(sheets.map(({ name }) => name)).toEqual(['二']);
    expect(told).toMatchObject([{ code: 'sheet-left-out', sheet: '一' }]);
    expect(told![0]!.zh).toMatch(/“一”没有读取：.*1048576 行/u);
  });
});

describe('S13.11: what cells say', () => {
  test('days, as the format shows them', async () => {
    const formats = [
      'yyyy-mm-dd',
      'yyyy"年"m"月"',
      'm"月"',
      'h:mm',
      '[$-804]aaaa',
      '0.00',
      '[Red]0',
      'm/d;@',
      'General',
      '0"天"',
    ];
    const written = await inRows(
      `<row r="1">${formats.map((_, at) => `<c r="${'ABCDEFGHIJ'[at]}1" s="${at + 6}"><v>45379.5</v></c>`).join('')}<c r="K1" t="d"><v>2024-03-28T00:00:00</v></c></row>`,
      (parts) => ({
        ...parts,
        'xl/styles.xml': parts['xl/styles.xml']!.replace(
          '</numFmts>',
          `${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>`,
        ).replace(
          '</cellXfs>',
          `${formats.map((_, at) => `<xf numFmtId="${200 + at}" fontId="0" fillId="0" borderId="0"/>`).join('')}</cellXfs>`,
        ),
      }),
    );
    expect(line(written).map((cell) => cell!.day ?? cell!.value)).toEqual([
      ...[
        '2024-03-28',
        '2024年3月',
        '3月',
        '12:00',
        45379.5,
        45379.5,
        45379.5,
        '2024-03-28',
        45379.5,
        45379.5,
      ],
      '2024-03-28',
    ]);
  });

  test('days that formats of East Asia name by number, and by the calendar of 1904', async () => {
    const cells = (parts: Record<string, string>) => ({
      ...parts,
      'xl/styles.xml': parts['xl/styles.xml']!.replace(
        '</cellXfs>',
        `${[57, 58, 14].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`).join('')}</cellXfs>`,
      ),
    });
    const content =
      '<row r="1"><c r="A1" s="6"><v>45379</v></c><c r="B1" s="7"><v>45379</v></c><c r="C1" s="8"><v>45379</v></c></row>';
    expect(line(await inRows(content, cells)).map((cell) => cell!.text)).toEqual([
      '2024年3月',
      '2024-03-28',
      '2024-03-28',
    ]);
    const mac = await inRows(content, (parts) =>
      cells({
        ...parts,
        'xl/workbook.xml': parts['xl/workbook.xml']!.replace('<workbookPr/>', '<workbookPr date1904="1"/>'),
      }),
    );
    expect(line(mac)[1]!.day).toBe('2028-03-29');
  });

  test('results of formulas that are stored, and such as are missing', async () => {
    const cells = line(
      await inRows(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="b"><v>1</v></c></row>',
      ),
    );
    expect(cells).toEqual([
      { text: '2', value: 2, formula: 'stored' },
      { text: '', value: '', formula: 'missing' },
      null,
      { text: '', value: '', formula: 'missing' },
      null,
      { text: 'TRUE', value: true },
    ]);
  });

  test('a picture that WPS keeps in a cell is no text of hers', async () => {
    const cell = (formula: string, value: string) => `t="str"><f>${formula}</f><v>${value}</v></c>`;
    const id = 'DISPIMG(&quot;ID_5F2A&quot;,1)';
    const cells = line(
      await inRows(
        `<row r="1"><c r="A1" ${cell(`_xlfn.${id}`, `=${id}`)}<c r="B1" ${cell('A2', '见截图')}</row>`,
      ),
    );
    expect(cells).toEqual([null, { text: '见截图', value: '见截图', formula: 'stored' }]);
  });

  test('text in runs, what is struck out in part and whole, and how it is pronounced', async () => {
    const strike = (text: string) => `<r><rPr><strike/></rPr><t>${text}</t></r>`;
    const cells = line(
      await inRows(
        `<row r="1"><c r="A1" t="inlineStr"><is><t>已</t><r><t>完成</t></r><rPh sb="0" eb="1"><t>ピン</t></rPh></is></c><c r="B1" t="inlineStr"><is>${strike('5')}<r><t>7家</t></r></is></c><c r="C1" t="inlineStr"><is>${strike('作')}${strike('废')}</is></c><c r="D1" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>留</t></r></is></c></row>`,
      ),
    );
    expect(cells).toEqual([
      { text: '已完成', value: '已完成' },
      { text: '7家', value: '7家' },
      { text: '作废', value: '作废', isStruck: true },
      { text: '留', value: '留' },
    ]);
  });

  test('what is hidden, filled, and noted', async () => {
    const filtered = (await read(rich('a filter, its sorting and hidden rows'))).sheets[0]!;
    expect(filtered.hiddenRows).toEqual([3]);
    const [noted] = (await read(rich('comments of her own'))).sheets;
    expect(noted!.rows[2]![3]!.note).toBe(`李演示：${herNote}`);
    expect((await read(rich('a protected sheet'))).told).toMatchObject([
      { code: 'sheet-protected', sheet: '台账' },
    ]);
  });
});

describe('S13.11: text files', () => {
  const table = [
    ['序号', '工作'],
    [1, '甲,"乙"\n丙'],
    ['007', null],
  ];
  test.each([
    ['commas', '序号,工作\r\n1,"甲,""乙""\r\n丙"\r\n007,\r\n'],
    ['a byte order mark', '\uFEFF序号,工作\n1,"甲,""乙""\n丙"\n007,\n'],
    ['tabs', '序号\t工作\n1\t"甲,""乙""\n丙"\n007\t'],
    ['semicolons', '序号;工作\n1;"甲,""乙""\n丙"\n007;'],
    ['a line that says so', 'sep=|\n序号|工作\n1|"甲,""乙""\n丙"\n="007"|'],
  ])('separated by %s', async (_, text) => {
    expect(values(await csv(text)).map((row) => [...row, null].slice(0, 2))).toEqual(table);
  });

  test('in GB 18030 and UTF-16', async () => {
    // 序号,工作
    const gb = new Uint8Array([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xb9, 0xa4, 0xd7, 0xf7]);
    expect(values(await csv('', gb))).toEqual([['序号', '工作']]);
    const wide = new Uint8Array(
      [...'\uFEFF序号\t工作'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    );
    expect(values(await csv('', wide))).toEqual([['序号', '工作']]);
  });
});

/** What reading gives: nothing but words, whatever the file is. */
async function answerTo(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const { told } = await readLedgerFile(bytes, name);
    return told?.map(({ code }) => code).join() ?? 'read';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const body = bodyOf(error, 'id');
    expect(body.status).toBeLessThan(500);
    expect(body.messages.zh).not.toMatch(/[{}]|undefined/u);
    return error.code;
  }
}

describe('S13.11: hostile files', () => {
  test.each(hostileLedgers)('%s', async (_, name, make, answer) => {
    const expected = typeof answer === 'string' ? answer : answer.refused;
    expect(await answerTo(await make(), name)).toBe(expected);
  });

  test('files that were changed by chance are read or refused in words', async () => {
    const random = seeded(20);
    const answers = new Map<string, number>();
    for (let round = 0; round < 160; round += 1) {
      const [, make] = richWorkbooks[round % richWorkbooks.length]!;
      const parts = make();
      const names = Object.keys(parts).filter((name) => typeof parts[name] === 'string');
      const name = names[Math.floor(random() * names.length)]!;
      const xml = parts[name] as string;
      const at = Math.floor(random() * xml.length);
      const length = Math.floor(random() * 12);
      const by = ['', '<', '"', '>', '9999999999', '&#0;', '/>', '\u0000', '-1', 'A1'][
        Math.floor(random() * 10)
      ]!;
      const bytes = await zipOf({ ...parts, [name]: xml.slice(0, at) + by + xml.slice(at + length) });
      const answer = await answerTo(bytes, 'a.xlsx');
      // What is read is answered, too, and the answer is read again.
      if (answer === 'read') {
        const { sheets } = await readLedgerFile(bytes, 'a.xlsx');
        const comments = [{ row: 2, column: 3, text: '请核实', kind: 'error' as const }];
        const keys = [{ row: 2, key: '2024.1-3-1' }];
        const notes = { sheets: sheets.map((each) => ({ name: each.name, comments, keys })), results: [] };
        const told = await answerTo(await annotate(bytes, notes), 'a.xlsx');
        expect(told, `${name}: ${by} at ${at}, seed 20, round ${round}`).toBe('read');
      }
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    expect(answers.get('read')).toBeGreaterThan(20);
    expect(answers.get('file-damaged')).toBeGreaterThan(20);
  });
});
