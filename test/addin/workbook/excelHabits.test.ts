import { describe, expect, test } from 'vitest';
import { LedgerRefused, type Notice } from '../../../addin/workbook/port.ts';
import { ExcelHost, type HostOptions } from '../../support/office/host.ts';
import { LedgerView } from '../../support/office/ledgerView.ts';
import { ExcelUser } from '../../support/office/user.ts';
import { columns, keys, row, three } from '../../support/workbook/contract/ledger.ts';
import { openExcelPort } from '../../support/workbook/excelUser.ts';

/** Numbers alone are issues of github.com/OfficeDev/office-js. */
async function opened(options: Partial<HostOptions>, rows = three) {
  const host = new ExcelHost({ api: 18, ...options });
  const port = openExcelPort(host);
  const notices: Notice[] = [];
  port.onNotice((notice) => notices.push(notice));
  await port.layOut({ columns, rows });
  await port.scan();
  const view = new LedgerView(host);
  const user = new ExcelUser(host, () => view.sheet());
  const cell = (key: string, column: 'note' | 'count' | 'status') =>
    view.sheet().cell(view.row(key), view.at(column));
  const values = (column: 'note' | 'count') =>
    Object.fromEntries(rows.map(({ cells }) => [cells.key, cell(String(cells.key), column)?.value ?? null]));
  const archived = () => {
    const archive = host.book.sheets.find(({ name }) => name === '存档');
    const lines = [...(archive?.rows.values() ?? [])];
    return lines.flatMap((line) =>
      [...line.values()].flatMap(({ value }) => (/^[a-z]$/.test(String(value)) ? [String(value)] : [])),
    );
  };
  return { host, port, view, user, cell, values, archived, notices };
}

const marked = (key: string, message: string | null = '请写整数') => ({
  key,
  column: 'note' as const,
  mark: message === null ? ('none' as const) : ('error' as const),
  message,
});

const wrote = {
  cells: ['a', 'b', 'c'].map((key) => ({ key, cells: { note: `话 ${key}` } })),
};

describe('S12.9: what only looks never keeps back what is data', () => {
  // npm @microsoft/office-js 1.1.110 ends at ExcelApi 1.15, whatever its host can do.
  test('an Office.js older than its Excel: data and colours are written, without notes', async () => {
    const { port, cell, values } = await opened({ library: 15 });
    await port.apply({ ...wrote, marks: [marked('a')] });
    expect(values('note')).toEqual({ a: '话 a', b: '话 b', c: '话 c' });
    expect([cell('a', 'note')?.fill, cell('a', 'note')?.note]).toEqual(['#fbd5d5', undefined]);
  });

  // 6198: fails on the web and in Teams.
  test('notes that fail are told once, and not tried again; data and colours are written', async () => {
    const { host, port, cell, values, notices } = await opened({ habits: { notes: 'fail' } });
    await port.apply({ ...wrote, marks: [marked('a')] });
    expect(values('note')).toEqual({ a: '话 a', b: '话 b', c: '话 c' });
    expect(cell('a', 'note')?.fill).toBe('#fbd5d5');
    const { syncs } = host.counts;
    await port.apply({ marks: [marked('b')] });
    expect(host.counts.syncs - syncs).toBe(1);
    expect(notices).toEqual(['notes-refused']);
  });

  // A cell has a note or a thread of comments, never both.
  test('a note on a cell with a threaded comment is left out, and the others are written', async () => {
    const { port, user, view, cell, values, notices } = await opened({});
    user.comment(view.row('b'), view.at('note'), '请核实');
    await port.apply({ ...wrote, marks: [marked('a'), marked('b'), marked('c')] });
    expect(values('note')).toEqual({ a: '话 a', b: '话 b', c: '话 c' });
    expect(['a', 'b', 'c'].map((key) => cell(key, 'note')?.note?.includes('请写整数'))).toEqual([
      true,
      undefined,
      true,
    ]);
    expect(['a', 'b', 'c'].map((key) => cell(key, 'note')?.fill)).toEqual(Array(3).fill('#fbd5d5'));
    expect(cell('b', 'note')?.thread).toBe('请核实');
    expect(notices).toEqual([]);
  });

  // 2594: a rule over cells whose rules differ is refused unless they are cleared before.
  test('dropdowns are set over cells that have different ones', async () => {
    const { host, port, user, view } = await opened({ habits: { mixedValidation: 'refused' } });
    user.fillDown(view.row('a'), view.at('status'), view.row('b'));
    view.sheet().validations.get(view.row('c'))?.clear();
    await host.delivered();
    await port.scan();
    const lists = ['a', 'b', 'c'].map(
      (key) => view.sheet().validations.get(view.row(key))?.get(view.at('status'))?.source,
    );
    expect(lists).toEqual([
      '未开始,进行中,已完成,本地无此类',
      '已开展,未开展,本地无此类',
      '未开始,进行中,已完成,本地无此类',
    ]);
  });

  // 1167 and 1985: on Windows the addresses are parted as the locale parts lists.
  test('colours are written where addresses are parted by a semicolon', async () => {
    const { port, cell, notices } = await opened({ habits: { listSeparator: ';' } });
    await port.apply({ marks: [marked('a'), marked('c')] });
    expect(['a', 'b', 'c'].map((key) => cell(key, 'note')?.fill ?? null)).toEqual([
      '#fbd5d5',
      null,
      '#fbd5d5',
    ]);
    expect(notices).toEqual([]);
  });
});

describe('S12.10: over a filter', () => {
  // 224; github.com/xlwings/xlwings 679, 747, 2619.
  test('every value comes to stand in its own row, and the filter stays', async () => {
    const { host, port, user, view, values } = await opened({ habits: { filteredWrites: 'misplaced' } });
    user.filter(view.at('count'), (value) => value !== 1);
    await host.delivered();
    await port.scan();
    await port.apply(wrote);
    expect(values('note')).toEqual({ a: '话 a', b: '话 b', c: '话 c' });
    expect(['a', 'b', 'c'].map((key) => view.sheet().isHidden(view.row(key)))).toEqual([false, true, false]);
    await port.apply({ append: [row('d', { note: '话 d' }), row('e', { note: '话 e' })] });
    expect(await keys(port)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(values('note')).toEqual({ a: '话 a', b: '话 b', c: '话 c' });
  });

  test('a filter that is set in the very moment of a write misplaces nothing', async () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((key, index) => row(key, { count: index, note: `旧 ${key}` }));
    const { host, port, user, view, values } = await opened(
      { habits: { filteredWrites: 'misplaced' } },
      rows,
    );
    host.beforeBatch = () => {
      host.beforeBatch = null;
      user.filter(view.at('count'), (value) => value !== 1 && value !== 2);
    };
    await port.apply({ cells: ['a', 'b', 'd'].map((key) => ({ key, cells: { note: `新 ${key}` } })) });
    expect(values('note')).toEqual({ a: '新 a', b: '新 b', c: '旧 c', d: '新 d', e: '旧 e' });
  });

  // 468: an exception; 994: nothing happens.
  test.each(['refused', 'ignored'] as const)(
    'rows are archived where a filter keeps rows from being deleted (%s), and the filter stays',
    async (filteredDeletes) => {
      const { host, port, user, view, archived } = await opened({ habits: { filteredDeletes } });
      user.filter(view.at('count'), (value) => value !== 1);
      await host.delivered();
      await port.scan();
      await port.apply({ archive: ['a', 'b'] });
      expect(await keys(port)).toEqual(['c']);
      expect(archived()).toEqual(['a', 'b']);
      expect(host.book.tables[0]!.filters.size).toBe(1);
    },
  );
});

describe('S12.14: a choice from a dropdown that no event tells of', () => {
  // 420, 3888, 4066.
  test('is found by looking, in one round trip, and told with its row', async () => {
    const { host, port, user, view } = await opened({ habits: { dropdownEvents: 'silent' } });
    const told: unknown[] = [];
    port.onChanged((positions) => told.push(positions));
    user.choose(view.row('b'), view.at('status'), '已开展');
    await host.delivered();
    expect(told).toEqual([]);
    const { syncs } = host.counts;
    await port.poll();
    expect([told, host.counts.syncs - syncs]).toEqual([[[1]], 1]);
    await port.scan([1]);
    await port.poll();
    expect(told).toEqual([[1]]);
  });

  test('looking waits for no edit, and tells where rows have moved unseen', async () => {
    const { host, port, view } = await opened({});
    const told: unknown[] = [];
    port.onChanged((positions) => told.push(positions));
    host.editing = true;
    await port.poll();
    host.editing = false;
    expect(told).toEqual([]);
    host.book.moveRows(view.sheet(), view.row('b'), 1);
    await port.poll();
    expect(told).toEqual([null]);
  });
});

describe('S12.8: a reading', () => {
  test('writes nothing, so that what was typed can be undone: also where dropdowns are doubtful', async () => {
    const { host, port, user, view } = await opened({ undo: true, habits: { undo: 'cleared' } });
    user.paste(view.row('a'), view.at('status'), [['进行中'], ['已开展']]);
    await host.delivered();
    const { undoable } = host;
    expect(undoable).toBe(1);
    await port.scan();
    await openExcelPort(host).scan();
    expect(host.undoable).toBe(undoable);
  });
});

describe('S12.11: what is refused for good', () => {
  test('a protected sheet is told as such, and not as one that is being edited', async () => {
    const { port, user } = await opened({});
    user.protect(true);
    const refused = await port.apply(wrote).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(LedgerRefused);
    expect((refused as LedgerRefused).reason).toBe('protected');
  });
});

describe('S12.12: notes', () => {
  test('the clerk’s own note stays where her cell is marked and where the mark goes', async () => {
    const { port, user, view, cell } = await opened({});
    user.writeNote(view.row('a'), view.at('note'), '已电话核实，勿改');
    await port.apply({ marks: [marked('a'), marked('b')] });
    expect(cell('a', 'note')?.note).toBe('已电话核实，勿改');
    await port.apply({ marks: [marked('a', null), marked('b', null)] });
    expect([cell('a', 'note')?.note, cell('b', 'note')?.note]).toEqual(['已电话核实，勿改', undefined]);
  });

  test('what she has written below ours is hers from then on', async () => {
    const { port, user, view, cell } = await opened({});
    await port.apply({ marks: [marked('a')] });
    const text = `${cell('a', 'note')!.note}\n已电话核实`;
    user.writeNote(view.row('a'), view.at('note'), text);
    await port.apply({ marks: [marked('a', null)] });
    expect(cell('a', 'note')?.note).toBe(text);
  });
});

describe('S12.13: archiving that broke off', () => {
  test('is finished the next time, and nothing stands in the archive twice', async () => {
    const { host, port, archived, view } = await opened({});
    await port.apply({ archive: ['c'] });
    const { deleteRows } = view.sheet();
    // The second deletion fails: what was copied stays, and one row has gone.
    let deletions = 0;
    view.sheet().deleteRows = (at, count) => {
      deletions += 1;
      if (deletions > 0) throw Object.assign(new Error('internal'), { code: 'GeneralException' });
      deleteRows.call(view.sheet(), at, count);
    };
    await expect(port.apply({ archive: ['a', 'b'] })).rejects.toBeDefined();
    view.sheet().deleteRows = deleteRows;
    expect(await keys(port)).toEqual(['a', 'b']);
    await port.apply({ cells: [{ key: 'a', cells: { result: '✓ 已同步' } }] });
    await openExcelPort(host).apply({ archive: ['a', 'b'] });
    expect(archived()).toEqual(['c', 'a', 'b']);
    expect(await keys(port)).toEqual([]);
  });
});
