import { describe, expect, test } from 'vitest';
import { LedgerRefused } from '../../../addin/workbook/port.ts';
import { ExcelHost, type HostOptions } from '../../support/office/host.ts';
import { LedgerView } from '../../support/office/ledgerView.ts';
import { ExcelUser } from '../../support/office/user.ts';
import { columns, keys, row } from '../../support/workbook/contract/ledger.ts';
import { openExcelPort } from '../../support/workbook/excelUser.ts';

const all = ['a', 'b', 'c', 'd', 'e'];

async function opened(options: Partial<HostOptions> = {}) {
  const host = new ExcelHost({ api: 18, platform: 'PC', ...options });
  const port = openExcelPort(host);
  const selected: (string | null)[] = [];
  port.onSelected((key) => selected.push(key));
  let unfiltered = 0;
  port.onUnfiltered(() => (unfiltered += 1));
  await port.layOut({ columns, rows: all.map((key, index) => row(key, { count: index })) });
  await port.scan();
  const view = new LedgerView(host);
  const user = new ExcelUser(host, () => view.sheet());
  const coAuthor = new ExcelUser(host, () => view.sheet(), true);
  const shown = () => all.filter((key) => view.rowsOf(key).some((at) => !view.sheet().isHidden(at)));
  return { host, port, view, user, coAuthor, shown, selected, heard: () => unfiltered };
}

describe('S12.17: a view is a filter of the ledger’s table by its keys', () => {
  test('what the clerk has filtered besides stays while it is looked at anew, and goes when she asks for a view', async () => {
    const { host, port, view, user, shown } = await opened();
    await port.showOnly(['b', 'c', 'd']);
    user.filter(view.at('count'), (value) => value !== 2);
    await host.delivered();
    await port.showOnly(['b', 'c', 'e'], true);
    expect(shown()).toEqual(['b', 'e']);
    await port.showOnly(['b', 'c', 'e']);
    expect(shown()).toEqual(['b', 'c', 'e']);
  });

  test('where it stands as it is to be, looking anew writes nothing that would end what can be undone', async () => {
    const { host, port, user, view, shown } = await opened({ undo: true, habits: { undo: 'cleared' } });
    await port.showOnly(['b', 'd']);
    user.type(view.row('b'), view.at('note'), '刚写的');
    await host.delivered();
    await port.showOnly(['d', 'b'], true);
    expect(host.undoable).toBe(1);
    await port.apply({ append: [row('f')] });
    await port.showOnly(['b', 'd'], true);
    expect([shown(), view.sheet().isHidden(view.row('f'))]).toEqual([['b', 'd'], true]);
  });

  test('a column that is put in at that very moment does not get the filter', async () => {
    const { host, port, user, view, shown } = await opened();
    let batches = 0;
    host.beforeBatch = () => {
      batches += 1;
      if (batches === 2) user.insertColumn(0);
    };
    await port.showOnly(['b']);
    host.beforeBatch = null;
    expect(shown()).toEqual(['b']);
    expect([...host.book.tables[0]!.filters.keys()]).toEqual([
      view.at('key') - host.book.tables[0]!.area.column,
    ]);
  });

  test('a filter that the clerk takes away is told by an event from ExcelApi 1.11 on, else by looking', async () => {
    for (const api of [11, 9]) {
      const { host, port, user, heard } = await opened({ api });
      await port.showOnly(['b']);
      await host.delivered();
      user.clearFilters();
      await host.delivered();
      await port.scan();
      expect(heard()).toBe(api === 11 ? 1 : 0);
      await port.poll();
      expect(heard()).toBe(1);
    }
  });

  test('a protected sheet, and a ledger that is no table any more, refuse; nothing is hidden', async () => {
    const { host, port, user, shown } = await opened();
    user.protect(true);
    await expect(port.showOnly(['b'])).rejects.toBeInstanceOf(LedgerRefused);
    user.protect(false);
    host.book.tables = [];
    await expect(port.showOnly(['b'])).rejects.toBeInstanceOf(LedgerRefused);
    expect(shown()).toEqual(all);
    expect(await keys(port)).toEqual(all);
  });
});

describe('S12.18: the row at hand', () => {
  test('is told where rows have moved unseen: its key is read then, and nothing else', async () => {
    const { host, user, coAuthor, view, selected } = await opened();
    coAuthor.insertRow(view.row('b'));
    await host.delivered();
    const { syncs } = host.counts;
    user.goTo(view.row('c'), view.at('note'));
    await host.delivered();
    await new Promise((done) => setTimeout(done));
    expect([selected.at(-1), host.counts.syncs - syncs]).toEqual(['c', 1]);
  });

  test('is none in the header, in another sheet, and below the ledger', async () => {
    const { host, port, user, view, selected } = await opened();
    user.goTo(view.row('c'), view.at('note'));
    await host.delivered();
    user.goTo(view.header, view.at('note'));
    await host.delivered();
    user.goTo(view.row('c'), 0);
    await host.delivered();
    user.goTo(400, 2);
    await host.delivered();
    user.goTo(view.row('c'), 0);
    await host.delivered();
    host.book.active = host.book.sheets.find(({ id }) => id !== view.sheet().id)!.id;
    await port.poll();
    expect(selected).toEqual(['c', null, 'c', null, 'c', null]);
  });

  test('is looked for when the pane opens on a ledger that is there, and whenever it is come to', async () => {
    const { host, user, view } = await opened({ habits: { selectionEvents: 'silent' } });
    user.goTo(view.row('d'), view.at('note'));
    const again = openExcelPort(host);
    const told: (string | null)[] = [];
    again.onSelected((key) => told.push(key));
    await again.scan();
    expect(told).toEqual(['d']);
    user.goTo(view.row('e'), view.at('note'));
    await again.poll();
    expect(told).toEqual(['d', 'e']);
  });

  test('gets the keyboard with a jump where Excel can give it (ExcelApiDesktop 1.1)', async () => {
    for (const desktop of [true, false]) {
      const { host, port } = await opened({ desktop });
      expect(await port.select('b', 'status')).toBe(true);
      expect([host.keyboard, port.takeKeyboard !== undefined]).toEqual([desktop ? 'sheet' : 'pane', desktop]);
      host.keyboard = 'pane';
      port.takeKeyboard?.();
      await port.scan();
      expect(host.keyboard).toBe(desktop ? 'sheet' : 'pane');
    }
  });
});
