import { describe, expect, test } from 'vitest';
import { LedgerBusy, LedgerMovedOn, type ChangeListener } from '../../../addin/workbook/port.ts';
import { ExcelHost } from '../../support/office/host.ts';
import { LedgerView } from '../../support/office/ledgerView.ts';
import { ExcelUser } from '../../support/office/user.ts';
import { openExcelPort } from '../../support/workbook/excelUser.ts';
import { cadence, columns, dated, keys, row, three } from '../../support/workbook/contract/ledger.ts';

async function opened(api: number, wait?: (ms: number) => Promise<void>) {
  const host = new ExcelHost({ api });
  const port = openExcelPort(host, wait);
  await port.layOut({ columns, rows: three });
  const view = new LedgerView(host);
  const user = new ExcelUser(host, () => view.sheet());
  const cellsOf = async (column: 'note' | 'count' | 'result') =>
    Object.fromEntries(
      ((await port.scan()) ?? []).map(({ cells }) => [String(cells.key), cells[column] ?? null]),
    );
  return { host, port, view, user, cellsOf };
}

/** Runs `act` once, when the next batch has arrived and not yet run. */
function meanwhile(host: ExcelHost, act: () => void): void {
  host.beforeBatch = () => {
    host.beforeBatch = null;
    act();
  };
}

describe.each([9, 18])('rows that move while the add-in writes (ExcelApi 1.%i)', (api) => {
  test('S12.2: sorted in the very moment of a write, cells and marks are in the rows that they are meant for', async () => {
    const { host, port, view, user, cellsOf } = await opened(api);
    await port.scan();
    meanwhile(host, () => user.sort(view.at('count')));
    await port.apply({
      cells: [{ key: 'a', cells: { note: '甲的话', count: 30 } }],
      marks: [{ key: 'a', column: 'note', mark: 'error', message: null }],
    });
    expect(await cellsOf('note')).toEqual({ a: '甲的话', b: null, c: null });
    expect(await cellsOf('count')).toEqual({ a: 30, b: 1, c: 2 });
    const fills = ['a', 'b', 'c'].map(
      (key) => view.sheet().cell(view.row(key), view.at('note'))?.fill ?? null,
    );
    expect(fills).toEqual(['#fbd5d5', null, null]);
  });

  test('S12.2: a row deleted or inserted in that moment moves nothing into another row', async () => {
    const { host, port, view, user, cellsOf } = await opened(api);
    await port.scan();
    meanwhile(host, () => user.deleteRow(view.row('a')));
    await port.apply({ cells: ['b', 'c'].map((key) => ({ key, cells: { note: `注 ${key}` } })) });
    expect(await cellsOf('note')).toEqual({ b: '注 b', c: '注 c' });
    meanwhile(host, () => user.insertRow(view.row('b')));
    await port.apply({ cells: [{ key: 'c', cells: { note: '丙' } }] });
    expect(await cellsOf('note')).toEqual({ b: '注 b', c: '丙' });
  });

  test('S12.2: what a clerk types just below in that moment is not written over by added rows', async () => {
    const { host, port, view, user } = await opened(api);
    await port.scan();
    meanwhile(host, () => user.type(4, view.at('note'), '刚写的一行'));
    await port.apply({ append: [row('d')] });
    const rows = (await port.scan())!;
    expect(rows.map(({ cells }) => [cells.key, cells.note])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
      [null, '刚写的一行'],
      ['d', null],
    ]);
  });

  test('S12.2: rows that are added in several batches are added once, whole, though all rows are sorted in between', async () => {
    const host = new ExcelHost({ api, platform: 'OfficeOnline' });
    const port = openExcelPort(host);
    await port.layOut({ columns, rows: three });
    const view = new LedgerView(host);
    const user = new ExcelUser(host, () => view.sheet());
    await port.scan();
    const long = '对全区重大危险源企业全覆盖开展专项检查督导，建立问题隐患清单，逐项整改销号。'.repeat(40);
    const added = Array.from({ length: 600 }, (_, at) =>
      row(`n${at}`, { arrangement: `安排 n${at}`, note: `${at} ${long}`, count: at }),
    );
    let batch = 0;
    host.beforeBatch = () => {
      batch += 1;
      if (batch === 2) user.sort(view.at('count'), false);
    };
    await port.apply({ append: added });
    host.beforeBatch = null;
    expect(batch).toBeGreaterThan(4);
    const rows = (await port.scan())!;
    expect(rows.map(({ cells }) => String(cells.key)).toSorted()).toEqual(
      [...'abc', ...added.map(({ cells }) => String(cells.key))].toSorted(),
    );
    for (const { cells } of added)
      expect(rows.find((each) => each.cells.key === cells.key)!.cells).toMatchObject(cells);
  });

  test('S12.2: rows to be archived that move in that moment are the ones that are archived', async () => {
    const { host, port, view, user } = await opened(api);
    await port.scan();
    let batches = 0;
    host.beforeBatch = () => {
      batches += 1;
      if (batches === 2) user.sort(view.at('count'));
    };
    await port.apply({ archive: ['a'] });
    expect(await keys(port)).toEqual(['b', 'c']);
    const archive = host.book.sheets.find(({ name }) => name === '存档')!;
    const texts = [...archive.rows.values()].map((line) => [...line.values()].map(({ value }) => value));
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('安排 a');
  });

  test('S12.2: a position that a move has made another row’s is refused, and nothing is written', async () => {
    const { host, port, view, user, cellsOf } = await opened(api);
    await port.scan();
    meanwhile(host, () => user.sort(view.at('count')));
    await expect(port.apply({ atPositions: [{ position: 0, cells: { note: '不应写入' } }] })).rejects.toThrow(
      '行的位置已变动',
    );
    expect(await cellsOf('note')).toEqual({ a: null, b: null, c: null });
  });

  test('S12.2: a formula of the clerk’s that was written over by mistake is put back as a formula', async () => {
    const { host, port, view, user } = await opened(api);
    user.type(view.row('b'), view.at('count'), '=1+2');
    await host.delivered();
    await port.scan();
    meanwhile(host, () => user.moveRow(view.row('b'), view.row('a')));
    await port.apply({ cells: [{ key: 'a', cells: { count: 4 } }] });
    expect(view.sheet().cell(view.row('b'), view.at('count'))!.formula).toBe('=1+2');
    expect(view.sheet().value(view.row('a'), view.at('count'))).toBe(4);
  });
});

describe.each([9, 14])('events (ExcelApi 1.%i)', (api) => {
  test('S12.3: own writes are announced once, by the port itself, and never come back as an event', async () => {
    const { host, port } = await opened(api);
    await host.delivered();
    const told: Parameters<ChangeListener>[0][] = [];
    port.onChanged((positions) => told.push(positions));
    await port.apply({ cells: [{ key: 'b', cells: { note: '乙' } }], append: [row('d')] });
    await port.apply({ cells: [{ key: 'a', cells: { note: '甲' } }] });
    await port.writeState({ cursor: 'c1' });
    await host.delivered();
    expect(told).toEqual([null, [0]]);
    expect(host.eventsEnabled).toBe(true);
  });

  test('S12.3: a co-author’s act starts nothing here; the next write finds its rows anew', async () => {
    const { host, port, view, cellsOf } = await opened(api);
    await port.scan();
    let told = 0;
    port.onChanged(() => (told += 1));
    const coAuthor = new ExcelUser(host, () => view.sheet(), true);
    coAuthor.type(view.row('a'), view.at('note'), '对方写的');
    coAuthor.sort(view.at('count'));
    await host.delivered();
    expect(told).toBe(0);
    await port.apply({ cells: [{ key: 'c', cells: { note: '我写的' } }] });
    expect(await cellsOf('note')).toEqual({ a: '对方写的', b: null, c: '我写的' });
  });

  test('S12.3: a batch that breaks off leaves events switched on', async () => {
    const { host, port, view } = await opened(api);
    await port.scan();
    const { put } = view.sheet();
    view.sheet().put = () => {
      throw new Error('GeneralException');
    };
    await expect(port.apply({ cells: [{ key: 'a', cells: { note: '甲' } }] })).rejects.toThrow(
      'GeneralException',
    );
    view.sheet().put = put;
    expect(host.eventsEnabled).toBe(true);
  });
});

describe.each([9, 18])('a value that is typed while the add-in writes (ExcelApi 1.%i)', (api) => {
  const change = {
    cells: [
      { key: 'a', cells: { note: '他人的话' } },
      { key: 'b', cells: { count: 9 } },
    ],
    marks: [{ key: 'a', column: 'note' as const, mark: 'error' as const, message: null }],
  };

  test('S4: typed in the very moment of a write, it stays, and nothing of the change is written', async () => {
    const { host, port, view, user, cellsOf } = await opened(api);
    const seen = (await port.scan())!;
    meanwhile(host, () => user.type(view.row('a'), view.at('note'), '刚写的话'));
    await expect(port.apply(change, seen)).rejects.toBeInstanceOf(LedgerMovedOn);
    expect(await cellsOf('note')).toEqual({ a: '刚写的话', b: null, c: null });
    expect(await cellsOf('count')).toEqual({ a: 3, b: 1, c: 2 });
    expect(view.sheet().cell(view.row('a'), view.at('note'))?.fill ?? null).not.toBe('#fbd5d5');
    await port.apply(change, (await port.scan())!);
    expect(await cellsOf('note')).toEqual({ a: '他人的话', b: null, c: null });
    expect(await cellsOf('count')).toEqual({ a: 3, b: 9, c: 2 });
  });

  test('S4: a write that waits for the end of an edit does not overwrite what was edited', async () => {
    let commit = (): void => {};
    const { host, port, view, user, cellsOf } = await opened(api, async () => commit());
    const seen = (await port.scan())!;
    host.editing = true;
    commit = () => {
      host.editing = false;
      user.type(view.row('a'), view.at('note'), '回车后的话');
    };
    await expect(port.apply(change, seen)).rejects.toBeInstanceOf(LedgerMovedOn);
    expect(await cellsOf('note')).toEqual({ a: '回车后的话', b: null, c: null });
    expect(await cellsOf('count')).toEqual({ a: 3, b: 1, c: 2 });
  });

  test('S4: what is typed while a write that was refused waits to be taken back is not taken back with it', async () => {
    const acts: (() => void)[] = [];
    const { host, port, view, user, cellsOf } = await opened(api, async () => acts.shift()?.());
    const seen = (await port.scan())!;
    const edit = (key: string, text: string) => {
      host.editing = true;
      acts.push(() => {
        host.editing = false;
        user.type(view.row(key), view.at('count'), text);
      });
    };
    // The write itself; then the first of what takes it back; then the second.
    const batches = [
      () => user.type(view.row('a'), view.at('note'), '刚写的话'),
      () => edit('b', '77'),
      () => {},
      () => user.type(view.row('b'), view.at('count'), 78),
    ];
    host.beforeBatch = () => batches.shift()?.();
    await expect(port.apply(change, seen)).rejects.toBeInstanceOf(LedgerMovedOn);
    host.beforeBatch = null;
    expect(batches).toEqual([]);
    expect(await cellsOf('note')).toEqual({ a: '刚写的话', b: null, c: null });
    expect(await cellsOf('count')).toEqual({ a: 3, b: 78, c: 2 });
  });

  test('S4: rows that were sorted meanwhile are written to: nobody typed into them', async () => {
    const { host, port, view, user, cellsOf } = await opened(api);
    const seen = (await port.scan())!;
    meanwhile(host, () => user.sort(view.at('count')));
    await port.apply(change, seen);
    expect(await cellsOf('note')).toEqual({ a: '他人的话', b: null, c: null });
    expect(await cellsOf('count')).toEqual({ a: 3, b: 9, c: 2 });
  });
});

describe('a cell that is being edited', () => {
  test('S12.4: calls wait until the clerk is out of the cell, and are carried out once', async () => {
    let waits = 0;
    const { host, port } = await opened(9, async () => {
      waits += 1;
      if (waits % 3 === 0) host.editing = false;
    });
    for (const act of [
      () => port.apply({ append: [row('d')] }),
      () => port.scan(),
      () => port.writeState({ cursor: 'c9' }),
      () => port.select('d', 'note'),
    ]) {
      host.editing = true;
      await act();
    }
    expect(waits).toBe(12);
    expect(await keys(port)).toEqual(['a', 'b', 'c', 'd']);
    expect(await port.readState()).toEqual({ cursor: 'c9' });
  });

  test('S12.4: in the end it is told, and the next call goes through', async () => {
    const { host, port } = await opened(9, async () => {});
    host.editing = true;
    await expect(port.scan()).rejects.toBeInstanceOf(LedgerBusy);
    host.editing = false;
    expect(await keys(port)).toEqual(['a', 'b', 'c']);
  });
});

describe('what stands in cells', () => {
  test('S1.2: a status filled down brings its dropdown along; the next scan gives each row its own again', async () => {
    const { host, port, view, user } = await opened(9);
    await port.scan();
    const choices = (key: string) =>
      view.sheet().validations.get(view.row(key))?.get(view.at('status'))?.source.split(',');
    user.fillDown(view.row('a'), view.at('status'), view.row('c'));
    expect(choices('b')).toEqual(dated);
    await host.delivered();
    await port.scan([0, 1, 2]);
    expect([choices('a'), choices('b')]).toEqual([dated, cadence]);
  });

  test('S12.5: text that begins like a formula is stored as text, whatever the cell looked like before', async () => {
    const { port, view, user, host, cellsOf } = await opened(9);
    const nasty = ['=HYPERLINK("http://example.com")', '+1+1', '-2+3', '@SUM(A1)', "'单引号", '0012', '1e5'];
    const [note, count] = [view.at('note'), view.at('count')];
    for (const text of nasty) {
      user.pasteCells(view.row('a'), note, [[{ value: 1, numberFormat: 'General' }]]);
      await host.delivered();
      await port.apply({ cells: [{ key: 'a', cells: { note: text, count: text } }] });
      expect((await cellsOf('note'))['a']).toBe(text);
      expect((await cellsOf('count'))['a']).toBe(text);
      for (const column of [note, count])
        expect(view.sheet().cell(view.row('a'), column)!.formula).toBeUndefined();
    }
  });

  test('S12.6: a ledger that has lost its keys is kept under another name when a new one is laid out', async () => {
    const { host, port, view, user } = await opened(9);
    user.type(view.row('a'), view.at('note'), '还没报的话');
    user.deleteColumn(view.at('key'));
    await host.delivered();
    expect(await port.scan()).toBe(null);
    await port.layOut({ columns, rows: three });
    expect(await keys(port)).toEqual(['a', 'b', 'c']);
    const kept = host.book.sheets.find(({ name }) => name === '台账（原表）')!;
    expect([...kept.rows.get(1)!.values()].map(({ value }) => value)).toContain('还没报的话');
  });

  test('S12.6: a sheet of the clerk’s own that is called 台账 is left alone', async () => {
    const host = new ExcelHost({ api: 9 });
    host.book.sheets[0]!.name = '台账';
    host.book.sheets[0]!.put(0, 0, '我自己的表');
    const port = openExcelPort(host);
    await port.layOut({ columns, rows: three });
    expect(host.book.sheets.map(({ name }) => name)).toEqual(['台账 2', '台账']);
    expect(host.book.sheet('台账')!.value(0, 0)).toBe('我自己的表');
  });

  test('S12.6: a state that was cut off while it was written leaves the one before', async () => {
    const { host, port } = await opened(9);
    await port.writeState({ cursor: 'c1', text: '甲'.repeat(100_000) });
    const state = host.book.sheet('_taizhang')!;
    const before = state.value(0, 0);
    await port.writeState({ cursor: 'c2', text: '乙'.repeat(100_000) });
    state.put(0, 0, `'${String(before)}`);
    expect(await openExcelPort(host).readState()).toMatchObject({ cursor: 'c1' });
    state.put(1, 1, `|${'乙'.repeat(32_000)}`);
    expect(await openExcelPort(host).readState()).toBe(null);
  });
});
