import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RequestContext } from '../../support/office/api/context.ts';
import { ExcelHost } from '../../support/office/host.ts';
import { notImitated } from '../../support/office/notImitated.ts';
import { ExcelUser } from '../../support/office/user.ts';

const run = <T>(host: ExcelHost, act: (context: RequestContext) => Promise<T>) => host.Excel.run(act);
const first = (context: RequestContext) => context.workbook.worksheets.getFirst();

/** A sheet whose cells are a table, and who sits before it. */
function withTable(lines: (string | number)[][]) {
  const host = new ExcelHost();
  const sheet = host.book.sheets[0]!;
  lines.forEach((line, row) => line.forEach((value, column) => sheet.put(row, column, value)));
  host.book.addTable(sheet, { row: 0, column: 0, rows: lines.length, columns: lines[0]!.length });
  return { sheet, user: new ExcelUser(host, () => sheet) };
}

describe('the stand-in for Office.js', () => {
  test('queues operations until sync, and runs them in their order', async () => {
    const host = new ExcelHost();
    await run(host, async (context) => {
      const range = first(context).getRange('A1:B1');
      const before = first(context).getRange('A1:B1');
      range.values = [['甲', 1]];
      before.load('values');
      range.values = [[null, 2]];
      expect(host.book.sheets[0]!.value(0, 0)).toBe(null);
      await context.sync();
      expect(before.values).toEqual([['甲', 1]]);
    });
    expect(host.book.sheets[0]!.value(0, 1)).toBe(2);
    expect(host.counts.syncs).toBe(1);
  });

  test('refuses to read what was not loaded, or not yet synced', async () => {
    const host = new ExcelHost();
    await run(host, async (context) => {
      const range = first(context).getRange('A1');
      expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
      range.load('values');
      expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
      await context.sync();
      expect(range.values).toEqual([['']]);
      expect(() => range.address).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('a batch ends at what fails, and keeps what came before it', async () => {
    const host = new ExcelHost();
    const failing = run(host, async (context) => {
      first(context).getRange('A1').values = [['甲']];
      context.workbook.worksheets.getItem('没有').activate();
      first(context).getRange('A2').values = [['乙']];
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({ code: 'ItemNotFound' });
    expect([0, 1].map((at) => host.book.sheets[0]!.value(at, 0))).toEqual(['甲', null]);
  });

  test('says so of what is not there, and does nothing to it', async () => {
    const host = new ExcelHost();
    await run(host, async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
      const range = sheet.getRange('A1');
      range.values = [['甲']];
      sheet.delete();
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });

  test('takes no request and gives no answer over 5 MB in Excel on the web, and any on Windows', async () => {
    const much = [['甲'.repeat(30_000)], ['乙'.repeat(30_000)]];
    const write = async (context: RequestContext, times: number) => {
      for (let at = 0; at < times; at += 1) first(context).getRangeByIndexes(at * 2, 0, 2, 1).values = much;
      await context.sync();
    };
    const read = async (context: RequestContext) => {
      const range = first(context).getRange('A1:A60').load('values');
      await context.sync();
      return range.values.length;
    };
    const web = new ExcelHost({ platform: 'OfficeOnline' });
    await expect(run(web, (context) => write(context, 30))).rejects.toMatchObject({
      code: 'RequestPayloadSizeLimitExceeded',
    });
    expect(web.book.sheets[0]!.used(true)).toBe(null);
    for (let part = 0; part < 2; part += 1) await run(web, (context) => write(context, 28));
    const windows = new ExcelHost({ platform: 'PC' });
    await run(windows, (context) => write(context, 30));
    expect(await run(windows, read)).toBe(60);
    await expect(run(new ExcelHost({ platform: 'OfficeOnline' }, windows.book), read)).rejects.toMatchObject({
      code: 'ResponsePayloadSizeLimitExceeded',
    });
  });

  test('reads at most five million cells of one range', async () => {
    const reading = run(new ExcelHost(), async (context) => {
      first(context).getRange('A1:F1000000').load('values');
      await context.sync();
    });
    await expect(reading).rejects.toMatchObject({ code: 'RangeExceedsLimit' });
  });

  test('knows nothing of later requirement sets than it is told to have', async () => {
    const grow = (context: RequestContext) => {
      const sheet = first(context);
      sheet.getRange('A1').values = [['列']];
      sheet.tables.add(sheet.getRange('A1:A2'), true).resize(sheet.getRange('A1:A3'));
      return context.sync();
    };
    await expect(run(new ExcelHost({ api: 12 }), grow)).rejects.toMatchObject({ code: 'ApiNotFound' });
    const host = new ExcelHost({ api: 13 });
    await run(host, grow);
    expect(host.book.tables[0]!.area.rows).toBe(3);
    expect(host.Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(true);
    expect(host.Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(false);
  });

  test('reads text as numbers, dates and formulas unless it is kept from it, and loses digits after the fifteenth', async () => {
    const host = new ExcelHost();
    await run(host, async (context) => {
      const sheet = first(context);
      sheet.getRange('A2').numberFormat = '@';
      const read = sheet.getRange('A1:A5');
      read.values = [['2024-03-15'], ['2024-03-15'], ["'=1+1"], ['=1+1'], ['320411199001011234']];
      read.load('values,formulas,numberFormat');
      await context.sync();
      expect(read.values).toEqual([
        [45_366],
        ['2024-03-15'],
        ['=1+1'],
        ['#NAME?'],
        [320_411_199_001_011_000],
      ]);
      expect(read.formulas[3]).toEqual(['=1+1']);
      expect(read.numberFormat[0]).toEqual(['yyyy/m/d']);
    });
  });

  test('a sort leaves hidden rows where they are', () => {
    const { user, sheet } = withTable([['数量'], [3], [1], [2]]);
    user.hideRows(2, 1);
    user.sort(0);
    expect([1, 2, 3].map((row) => sheet.value(row, 0))).toEqual([2, 1, 3]);
    expect([...sheet.hiddenRows]).toEqual([2]);
  });

  test('cells that are cut take their dropdown along, also over another one', () => {
    const { user, sheet } = withTable([['状态'], ['进行中'], ['已开展']]);
    const list = (source: string) => new Map([[0, { source, showAlert: true }]]);
    sheet.validations = new Map([
      [1, list('未开始,进行中')],
      [2, list('已开展,未开展')],
    ]);
    user.cutCells({ row: 1, column: 0, rows: 1, columns: 1 }, 2, 0);
    expect([1, 2].map((row) => sheet.value(row, 0))).toEqual([null, '进行中']);
    expect([1, 2].map((row) => sheet.validations.get(row)?.get(0)?.source)).toEqual([
      undefined,
      '未开始,进行中',
    ]);
  });

  test('each act of the clerk names the page of Microsoft’s that tells of it', () => {
    const source = readFileSync('test/support/office/user.ts', 'utf8');
    const acts = Object.getOwnPropertyNames(ExcelUser.prototype).filter((name) => name !== 'constructor');
    expect(acts.length).toBeGreaterThan(10);
    for (const act of acts) {
      const before = source.slice(0, source.indexOf(`\n  ${act}(`));
      const comment = before.slice(before.lastIndexOf('/**'));
      expect(comment, act).toMatch(/https:\/\/(learn|support)\.microsoft\.com\/\S+[^*]*\*\/$/);
    }
  });

  test('its README prints what it does not imitate, word for word', () => {
    const readme = readFileSync('test/support/office/README.md', 'utf8').replaceAll(/\s+/g, ' ');
    for (const line of notImitated) expect(readme).toContain(line);
  });
});
