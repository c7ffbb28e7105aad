import { describe, expect, test } from 'vitest';
import { type ExcelDesk, openExcelDesk } from './support/excelDesk.ts';
import { blankServer, FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

const three = () => new FakeServer([1, 2, 3].map((number) => serverRow(number, underWay)));
const keys = [1, 2, 3].map((number) => keyOf(number));

/** How many columns the ledger has, the hidden ones too. */
const widthOf = ({ ledger }: ExcelDesk) => ledger.sheet().used(true)!.columns;

/** As long as it is open which rows these are, no sync sends or changes anything of them. */
async function nothingIsSent({ session }: ExcelDesk, server: FakeServer): Promise<void> {
  await session.sync();
  expect(server.bodies).toEqual([]);
  for (const key of keys) expect(server.row(key)).toMatchObject({ values: underWay, version: 1 });
}

/** Every row stands in the sheet once, and sheet and server say the same of it. */
async function inOrder({ session, ledger, cell }: ExcelDesk, server: FakeServer, counts: number[]) {
  await session.sync();
  const { duplicates, misplaced, missing, foreign } = session.view.index!;
  expect([duplicates.size, misplaced.size, missing, foreign]).toEqual([0, 0, [], []]);
  expect(keys.map((key) => ledger.rowsOf(key).length)).toEqual([1, 1, 1]);
  expect(keys.map((key) => server.row(key).values!.count)).toEqual(counts);
  expect(keys.map((key) => [cell(key, 'count'), cell(key, 'result')])).toEqual(
    counts.map((count) => [count, '✓ 已同步']),
  );
}

describe.each([9, 18])('a clerk in Excel, over a stand-in with ExcelApi 1.%i', (api) => {
  test('S1.2: sorted, hidden and filtered, every row is synced as itself, and what is out of sight stays so', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    desk.type(keyOf(2), 'count', 7);
    desk.type(keyOf(3), 'note', '三家企业的问题都已改正');
    desk.user.sort(desk.ledger.at('task'), false);
    desk.user.filter(desk.ledger.at('count'), (count) => count === 3);
    desk.user.hideRows(desk.ledger.row(keyOf(3)), 1);
    await desk.settle();
    await desk.session.sync();
    expect(keys.map((key) => server.row(key).values!.count)).toEqual([3, 7, 3]);
    expect(keys.map((key) => server.row(key).values!.note)).toEqual([
      underWay.note,
      underWay.note,
      '三家企业的问题都已改正',
    ]);
    expect(keys.map((key) => desk.cell(key, 'result'))).toEqual(Array(3).fill('✓ 已同步'));
    expect(desk.session.view.index).toMatchObject({ missing: [], strays: [], foreign: [] });
    const sheet = desk.ledger.sheet();
    expect(keys.map((key) => sheet.isHidden(desk.ledger.row(key)))).toEqual([false, true, true]);
  });

  test('S1.2: a row that was copied is told, and waits for the clerk’s choice', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    desk.user.copyRow(desk.ledger.row(keyOf(1)));
    desk.type(keyOf(1), 'count', 4);
    await desk.settle();
    const copies = desk.session.view.index!.duplicates.get(keyOf(1))!;
    expect(copies).toHaveLength(2);
    expect(desk.cell(keyOf(1), 'result')).toBe('≠ 重复行，请在侧栏选定一份');
    await desk.session.sync();
    expect(server.row(keyOf(1)).values!.count).toBe(3);
    await desk.session.chooseCopy(keyOf(1), copies[0]!);
    await desk.session.sync();
    expect(server.row(keyOf(1)).values!.count).toBe(4);
    expect(desk.ledger.rowsOf(keyOf(1))).toHaveLength(1);
  });

  test('S1.2: rows filled down with their hidden keys are told as copies and missing, and all come back', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    desk.type(keyOf(1), 'count', 4);
    const [first, last] = [desk.ledger.row(keyOf(1)), desk.ledger.row(keyOf(3))];
    for (let column = 0; column < widthOf(desk); column += 1) desk.user.fillDown(first, column, last);
    await desk.settle();
    const { duplicates, missing } = desk.session.view.index!;
    expect([...duplicates].map(([key, copies]) => [key, copies.length])).toEqual([[keyOf(1), 3]]);
    expect(missing).toEqual([keyOf(2), keyOf(3)]);
    await nothingIsSent(desk, server);

    await desk.session.chooseCopy(keyOf(1), duplicates.get(keyOf(1))![0]!);
    await desk.session.bringBack();
    await inOrder(desk, server, [4, 3, 3]);
    const spare = [4, '重复副本，不会上报'];
    expect(desk.session.view.index!.strays.map(({ cells }) => [cells.count, cells.result])).toEqual([
      spare,
      spare,
    ]);
  });

  test('S1.2: a whole row copied over another is told as a copy, the other as missing, and both come back', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    desk.type(keyOf(1), 'count', 4);
    desk.type(keyOf(2), 'count', 5);
    desk.user.copyRowOver(desk.ledger.row(keyOf(1)), desk.ledger.row(keyOf(2)));
    await desk.settle();
    const { duplicates, missing } = desk.session.view.index!;
    expect([...duplicates].map(([key, copies]) => [key, copies.length])).toEqual([[keyOf(1), 2]]);
    expect(missing).toEqual([keyOf(2)]);
    await nothingIsSent(desk, server);

    await desk.session.chooseCopy(keyOf(1), duplicates.get(keyOf(1))![1]!);
    await desk.session.bringBack();
    await inOrder(desk, server, [4, 3, 3]);
    expect(desk.session.view.index!.strays).toHaveLength(1);
  });

  test('S1.2: a whole row cut and pasted over another stays itself; the other is told as missing, and comes back', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    const [row, over] = [desk.ledger.row(keyOf(1)), desk.ledger.row(keyOf(2))];
    desk.user.cutCells({ row, column: 0, rows: 1, columns: widthOf(desk) }, over, 0);
    await desk.settle();
    expect(desk.ledger.row(keyOf(1))).toBe(over);
    expect(desk.session.view.index).toMatchObject({ missing: [keyOf(2)], strays: [], foreign: [] });
    expect(desk.session.view.index!.duplicates.size).toBe(0);
    await nothingIsSent(desk, server);

    desk.type(keyOf(1), 'count', 4);
    await desk.session.bringBack();
    await inOrder(desk, server, [4, 3, 3]);
    expect(desk.session.view.index!.strays).toEqual([]);
  });

  test('S1.2: deleted rows are told, withdraw nothing, and come back', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    desk.user.deleteRow(desk.ledger.row(keyOf(2)));
    await desk.settle();
    expect(desk.session.view.index!.missing).toEqual([keyOf(2)]);
    await desk.session.sync();
    expect(server.row(keyOf(2)).values).toMatchObject(underWay);
    await desk.session.bringBack();
    expect(desk.cell(keyOf(2), 'count')).toBe(3);
    expect(desk.session.view.index!.missing).toEqual([]);
  });

  test('S1.2: cells cut and pasted elsewhere are told where they stand now, and are lost nowhere', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    const [status, note] = [desk.ledger.at('status'), desk.ledger.at('note')];
    const row = desk.ledger.row(keyOf(1));
    desk.user.cutCells({ row, column: status, rows: 1, columns: note - status + 1 }, row + 5, status);
    await desk.settle();
    const { strays } = desk.session.view.index!;
    expect(strays.map(({ cells }) => [cells.key, cells.note])).toEqual([[null, underWay.note]]);
    expect(desk.session.view.standings.get(keyOf(1))!.kind).toBe('error');
    await desk.session.sync();
    expect(server.row(keyOf(1))).toMatchObject({ values: underWay, version: 1 });
  });

  test('S1.2: a row inserted in the middle and filled in is the clerk’s own and is never sent', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    const row = desk.ledger.row(keyOf(2));
    desk.user.insertRow(row);
    desk.user.type(row, desk.ledger.at('note'), '自己的备忘');
    desk.type(keyOf(3), 'count', 9);
    await desk.settle();
    await desk.session.sync();
    expect(desk.session.view.index!.strays).toHaveLength(1);
    expect(desk.ledger.sheet().value(row, desk.ledger.at('note'))).toBe('自己的备忘');
    expect(keys.map((key) => server.row(key).values!.count)).toEqual([3, 3, 9]);
  });

  test('S1.2: a fill over filtered rows changes the shown ones, and only these are sent', async () => {
    const server = new FakeServer(
      [1, 2, 3, 4].map((number) => serverRow(number, { ...underWay, count: number % 2 })),
    );
    const desk = await openExcelDesk(server, { api });
    desk.user.filter(desk.ledger.at('count'), (count) => count === 1);
    desk.type(keyOf(1), 'note', '两家企业已查完，无隐患');
    desk.user.fillDown(desk.ledger.row(keyOf(1)), desk.ledger.at('note'), desk.ledger.row(keyOf(4)));
    await desk.settle();
    await desk.session.sync();
    expect([1, 2, 3, 4].map((number) => server.row(keyOf(number)).version)).toEqual([2, 1, 2, 1]);
  });

  test('S1.2: 500 rows pasted at once are checked and pushed, each as its own', async () => {
    const server = blankServer(500);
    const desk = await openExcelDesk(server, { api });
    const block = Array.from({ length: 500 }, (_, at) => ['进行中', at % 10, '', `第${at + 1}项正在检查中`]);
    desk.user.paste(1, desk.ledger.at('status'), block);
    await desk.settle();
    await desk.session.sync();
    for (const number of [1, 250, 500])
      expect(server.row(keyOf(number)).values).toMatchObject({
        count: (number - 1) % 10,
        note: `第${number}项正在检查中`,
      });
    expect(desk.session.view.ledger!.lastSync!.counts).toEqual({ applied: 500 });
  });

  test('S1.2: a chat text of three lines that Excel splits over three rows goes with these rows, and no row is lost', async () => {
    const server = new FakeServer([1, 2, 3, 4].map((number) => serverRow(number, underWay)));
    const desk = await openExcelDesk(server, { api });
    const lines = ['一、已检查三家企业', '二、发现隐患十二条', '三、整改到位九条'];
    desk.user.paste(
      desk.ledger.row(keyOf(1)),
      desk.ledger.at('note'),
      lines.map((line) => [line]),
    );
    await desk.settle();
    expect(keys.map((key) => [desk.cell(key, 'note'), desk.cell(key, 'result')])).toEqual(
      lines.map((line) => [line, '● 待同步']),
    );
    await desk.session.sync();
    expect([...server.rows.values()].map(({ row }) => [row.values!.note, row.version])).toEqual([
      ...lines.map((line) => [line, 2]),
      [underWay.note, 1],
    ]);
    expect(desk.session.view.index).toMatchObject({ missing: [], strays: [], foreign: [] });
  });

  test('S1.2: lines of a chat text that run past the last row are told as the clerk’s own, and stay where they are', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api });
    const [last, note] = [desk.ledger.row(keyOf(3)), desk.ledger.at('note')];
    const lines = ['一、已检查三家企业', '二、发现隐患十二条', '三、整改到位九条'];
    desk.user.paste(
      last,
      note,
      lines.map((line) => [line]),
    );
    await desk.settle();
    expect(desk.session.view.index!.strays.map(({ cells }) => cells.note)).toEqual(lines.slice(1));
    server.put(serverRow(4));
    await desk.session.sync();
    expect(keys.map((key) => server.row(key).values!.note)).toEqual([underWay.note, underWay.note, lines[0]]);
    expect([1, 2].map((below) => desk.ledger.sheet().value(last + below, note))).toEqual(lines.slice(1));
    expect(desk.ledger.row(keyOf(4))).toBe(last + 3);
  });

  test('S1.2: a paste wider than the ledger reaches no key and no base', async () => {
    const server = blankServer(3);
    const desk = await openExcelDesk(server, { api });
    const wide = Array.from({ length: 3 }, (_, at) => [
      ...['进行中', at, '', '正在逐家检查整改', '', ''],
      ...Array.from({ length: 14 }, () => '我自己的列'),
    ]);
    desk.user.paste(1, desk.ledger.at('status'), wide);
    await desk.settle();
    await desk.session.sync();
    expect(keys.map((key) => server.row(key).values!.count)).toEqual([0, 1, 2]);
    expect(desk.session.view.index).toMatchObject({ missing: [], strays: [], foreign: [] });
  });

  test('S1.2: line breaks, formulas, long digits and dates reach the server as they were typed or pasted', async () => {
    const server = blankServer(3);
    const desk = await openExcelDesk(server, { api });
    desk.fill(keyOf(1), { ...underWay, note: '第一行说明\n第二行说明' });
    desk.fill(keyOf(2), { status: '完成', count: 10, completedOn: '7月15日', note: '十家企业已全部查完' });
    desk.fill(keyOf(3), { ...underWay, note: "'=1+1 这样写的说明" });
    desk.user.pasteCells(desk.ledger.row(keyOf(3)), desk.ledger.at('problems'), [
      [{ value: '91320411MA1XXXXX0A', numberFormat: '@' }],
    ]);
    await desk.settle();
    await desk.session.sync();
    expect(server.row(keyOf(1)).values!.note).toBe('第一行说明\n第二行说明');
    expect(server.row(keyOf(2)).values).toMatchObject({ status: '已完成', completedOn: '2024-07-15' });
    expect(server.row(keyOf(3)).draft?.values.note ?? server.row(keyOf(3)).values?.note).toBe(
      '=1+1 这样写的说明',
    );
    await desk.session.pull();
    expect(desk.cell(keyOf(3), 'note')).toBe('=1+1 这样写的说明');
    expect(
      desk.ledger.sheet().cell(desk.ledger.row(keyOf(3)), desk.ledger.at('note'))!.formula,
    ).toBeUndefined();
  });

  test('S1.2: a date cell pasted from another workbook is read as its day', async () => {
    const server = blankServer(1);
    const desk = await openExcelDesk(server, { api });
    desk.fill(keyOf(1), { status: '已完成', count: 10, note: '十家企业已全部查完' });
    desk.user.pasteCells(desk.ledger.row(keyOf(1)), desk.ledger.at('completedOn'), [
      [{ value: 45_488, numberFormat: 'yyyy/m/d' }],
    ]);
    await desk.settle();
    await desk.session.sync();
    expect(server.row(keyOf(1)).values!.completedOn).toBe('2024-07-15');
    expect(desk.cell(keyOf(1), 'completedOn')).toBe(45_488);
  });

  test('S1.2: undo takes back the add-in’s own last write too: it is written again, and what was typed is not touched', async () => {
    const server = three();
    const desk = await openExcelDesk(server, { api, undo: true });
    desk.type(keyOf(1), 'count', 8);
    await desk.settle();
    expect(desk.cell(keyOf(1), 'result')).toBe('● 待同步');
    desk.host.undo();
    await desk.settle();
    expect([desk.cell(keyOf(1), 'count'), desk.cell(keyOf(1), 'result')]).toEqual([8, '● 待同步']);
    desk.host.undo();
    desk.host.undo();
    await desk.settle();
    expect([desk.cell(keyOf(1), 'count'), desk.cell(keyOf(1), 'result')]).toEqual([3, '✓ 已同步']);
    await desk.session.sync();
    expect(server.row(keyOf(1))).toMatchObject({ version: 1 });
  });
});

describe('the workbook travels', () => {
  test('S8: saved, mailed, opened in another Excel: changes, conflict and pending push go on there', async () => {
    const server = three();
    const first = await openExcelDesk(server, { api: 9 });
    first.fill(keyOf(1), { count: 4 });
    first.fill(keyOf(2), { count: 5 });
    server.edit(keyOf(2), { count: 6 });
    await first.settle();
    server.fail('answer lost');
    await first.session.sync();
    server.fail(null);
    first.session.close();
    const mailed = first.host.book.save();
    expect(mailed).not.toContain('tz_test');
    const second = await openExcelDesk(server, first.host.reopen({ api: 18, platform: 'PC' }));
    await second.session.sync();
    expect(new Set(server.bodies).size).toBe(1);
    expect(server.row(keyOf(1)).values!.count).toBe(4);
    expect(second.session.view.ledger!.rows.get(keyOf(2))!.conflict).toMatchObject({ fields: ['count'] });
    const third = await openExcelDesk(server, second.host.reopen());
    await third.session.decideField(keyOf(2), 'count', { take: 'mine' });
    await third.session.sync();
    expect(server.row(keyOf(2)).values!.count).toBe(5);
    expect(third.cell(keyOf(2), 'result')).toBe('✓ 已同步');
  });

  test('S8: the state lies on a very hidden sheet, no cell of it too long, and nothing is protected', async () => {
    const server = blankServer(300);
    const desk = await openExcelDesk(server);
    const state = desk.host.book.sheets.find(({ visibility }) => visibility === 'VeryHidden')!;
    const parts = [...state.rows.values()].flatMap((line) =>
      [...line.values()].map(({ value }) => String(value)),
    );
    expect(parts.length).toBeGreaterThan(3);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(32_767);
    expect(desk.host.book.save()).not.toContain('tz_test');
    for (const id of ['key', 'base'] as const)
      expect(desk.ledger.sheet().hiddenColumns.has(desk.ledger.at(id))).toBe(true);
    expect(desk.ledger.sheet().frozenRows).toBe(1);
  });
});
