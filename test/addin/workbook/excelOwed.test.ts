import { describe, expect, test } from 'vitest';
import { LedgerBusy, LedgerRefused } from '../../../addin/workbook/port.ts';
import { ExcelHost } from '../../support/office/host.ts';
import { LedgerView } from '../../support/office/ledgerView.ts';
import { ExcelUser } from '../../support/office/user.ts';
import { columns, three } from '../../support/workbook/contract/ledger.ts';
import { openExcelPort } from '../../support/workbook/excelUser.ts';

async function opened(wait: (ms: number) => Promise<void> = async () => {}) {
  const host = new ExcelHost({ api: 18 });
  const port = openExcelPort(host, wait);
  await port.layOut({ columns, rows: three });
  const view = new LedgerView(host);
  const user = new ExcelUser(host, () => view.sheet());
  const seen = (await port.scan())!;
  const cells = (column: 'note' | 'count') =>
    Object.fromEntries(
      ['a', 'b', 'c'].map((key) => [key, view.sheet().value(view.row(key), view.at(column)) || null]),
    );
  const note = (key: string) => view.sheet().cell(view.row(key), view.at('note'))?.note;
  /** Each of these as the next batches arrive, before they run. */
  const meanwhile = (...acts: (() => void)[]) => {
    host.beforeBatch = () => acts.shift()?.();
  };
  return { host, port, view, user, seen, cells, note, meanwhile };
}

const change = { cells: [{ key: 'a', cells: { note: '他人的话' } }] };
const marked = (key: string, message: string) => ({
  marks: [{ key, column: 'note' as const, mark: 'error' as const, message }],
});

describe('S12.2: what came to stand where it was not meant for is taken back, however long that takes', () => {
  test('while she stays in a cell no row is read; then it is taken back from the row where it stands by now', async () => {
    const { host, port, view, user, seen, cells, meanwhile } = await opened();
    meanwhile(
      () => user.sort(view.at('count')),
      () => {
        host.editing = true;
      },
    );
    await expect(port.apply(change, seen)).rejects.toBeInstanceOf(LedgerBusy);
    expect(Object.values(cells('note'))).toContain('他人的话');
    await expect(port.scan()).rejects.toBeInstanceOf(LedgerBusy);
    host.editing = false;
    host.beforeBatch = null;
    user.sort(view.at('count'), false);
    const rows = (await port.scan())!;
    expect(rows.map(({ cells: { note } }) => note)).toEqual([null, null, null]);
    await port.apply(change, seen);
    expect(cells('note')).toEqual({ a: '他人的话', b: null, c: null });
  });

  test('what she typed and was written over is hers again, and what she has typed since stays', async () => {
    const { host, port, view, user, seen, cells, meanwhile } = await opened();
    meanwhile(
      () => {
        user.type(view.row('a'), view.at('note'), '刚写的话');
        user.type(view.row('b'), view.at('note'), '也是刚写的');
      },
      () => {
        host.editing = true;
      },
    );
    const both = ['a', 'b'].map((key) => ({ key, cells: { note: '他人的话' } }));
    await expect(port.apply({ cells: both }, seen)).rejects.toBeInstanceOf(LedgerBusy);
    host.editing = false;
    host.beforeBatch = null;
    user.type(view.row('b'), view.at('note'), '后来写的');
    await port.scan();
    expect(cells('note')).toEqual({ a: '刚写的话', b: '后来写的', c: null });
  });

  test('rows that are sorted once more before it is taken back: no other row is touched', async () => {
    const { host, port, view, user, seen, cells, meanwhile } = await opened();
    meanwhile(
      () => user.sort(view.at('count')),
      () => user.sort(view.at('count'), false),
      () => user.sort(view.at('count')),
      () => user.sort(view.at('count'), false),
    );
    await port.apply(change, seen);
    host.beforeBatch = null;
    expect(cells('note')).toEqual({ a: '他人的话', b: null, c: null });
    expect(cells('count')).toEqual({ a: 3, b: 1, c: 2 });
  });

  test('a sheet that is protected by then is told, and no row is read until it is taken back', async () => {
    const { host, port, view, user, seen, cells, meanwhile } = await opened();
    meanwhile(
      () => user.sort(view.at('count')),
      () => {
        view.sheet().isProtected = true;
      },
    );
    await expect(port.apply(change, seen)).rejects.toBeInstanceOf(LedgerRefused);
    await expect(port.scan()).rejects.toBeInstanceOf(LedgerRefused);
    view.sheet().isProtected = false;
    host.beforeBatch = null;
    await port.scan();
    expect(cells('note')).toEqual({ a: null, b: null, c: null });
  });
});

describe('S12.9: the clerk’s own notes', () => {
  test('rows sorted after notes were read and before one is written: hers stay', async () => {
    const { host, port, view, user, note } = await opened();
    await port.apply(marked('a', '甲'));
    user.writeNote(view.row('b'), view.at('note'), '她自己的乙');
    user.writeNote(view.row('c'), view.at('note'), '她自己的丙');
    await host.delivered();
    await port.scan();
    let batch = 0;
    host.beforeBatch = () => {
      batch += 1;
      if (batch === 3) user.sort(view.at('count'));
    };
    await port.apply(marked('a', '乙'));
    host.beforeBatch = null;
    expect(batch).toBeGreaterThan(3);
    expect([note('b'), note('c')]).toEqual(['她自己的乙', '她自己的丙']);
    expect(note('a')).toContain('乙');
  });

  test('archived, a row has hers with it and not ours; a row that was taken for it has them back', async () => {
    const { host, port, view, user, note } = await opened();
    await port.apply(marked('a', '请写整数'));
    user.writeNote(view.row('a'), view.at('count'), '她自己的甲');
    user.writeNote(view.row('b'), view.at('note'), '她自己的乙');
    user.writeNote(view.row('c'), view.at('note'), '她自己的丙');
    await host.delivered();
    await port.scan();
    let batch = 0;
    host.beforeBatch = () => {
      batch += 1;
      if (batch === 2) user.sort(view.at('count'));
    };
    await port.apply({ archive: ['a'] });
    host.beforeBatch = null;
    const archive = host.book.sheets.find(({ name }) => name === '存档')!;
    const notes = [...archive.rows.values()].flatMap((line) =>
      [...line.values()].flatMap((cell) => cell.note ?? []),
    );
    expect(notes).toEqual(['她自己的甲']);
    expect([note('b'), note('c')]).toEqual(['她自己的乙', '她自己的丙']);
  });
});

describe.each(['ActivityLimitReached', 'InactiveWorkbook', 'RequestAborted', 'ServiceNotAvailable'])(
  'S12.4: Excel does not answer (%s)',
  (code) => {
    const refuse = () => {
      throw Object.assign(new Error('refused'), { code });
    };

    test('it is tried again, less and less often, and goes through', async () => {
      const waits: number[] = [];
      const { port, cells, meanwhile } = await opened(async (ms) => void waits.push(ms));
      meanwhile(refuse, refuse, refuse);
      await port.apply(change);
      expect(waits).toEqual([1000, 2000, 4000]);
      expect(cells('note')).toEqual({ a: '他人的话', b: null, c: null });
    });

    test('it is not said that a cell is being edited', async () => {
      const { host, port } = await opened();
      host.beforeBatch = refuse;
      await expect(port.apply(change)).rejects.toMatchObject({ name: 'LedgerBusy', why: 'silent' });
    });
  },
);
