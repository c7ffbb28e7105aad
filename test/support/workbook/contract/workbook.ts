import type { ColumnId, LedgerColumn } from '../../../../addin/workbook/port.ts';
import {
  cadence,
  cellsOf,
  check,
  ourCheck,
  columns,
  dated,
  keys,
  row,
  same,
  three,
  type PortCheck,
} from './ledger.ts';

/** The workbook as a whole: laying out, state, reopening, announcing. */
export const workbookChecks: PortCheck[] = [
  check('a new workbook holds no ledger and no state', async (open) => {
    const { port } = await open();
    same(await port.scan(), null);
    same(await port.readState(), null);
  }),

  check('what is laid out is scanned, cell by cell, in its order', async (open) => {
    const { port } = await open();
    await port.layOut({ columns, rows: three });
    const scanned = (await port.scan()) ?? [];
    same(
      scanned.map(({ position, cells }) => [position, cells.key, cells.arrangement, cells.count, cells.base]),
      [
        [0, 'a', '安排 a', 3, 1],
        [1, 'b', '安排 b', 1, 1],
        [2, 'c', '安排 c', 2, 1],
      ],
    );
    same(Object.keys(scanned[0]?.cells ?? {}).toSorted(), columns.map(({ id }) => id).toSorted());
  }),

  ourCheck('an empty ledger is a ledger', async (open) => {
    const { port } = await open();
    await port.layOut({ columns, rows: [] });
    same(await port.scan(), []);
    await port.apply({ append: [row('a')] });
    same(await keys(port), ['a']);
  }),

  check('state travels with the workbook, and is nobody else’s to change', async (open) => {
    const { port, reopen } = await open();
    const state = { cursor: 'c1', rows: { a: { base: 3, values: [null, 0, '0', '已完成'] } } };
    await port.layOut({ columns, rows: three });
    await port.writeState(state);
    state.rows.a.base = 99;
    const again = await reopen();
    const read = await again.port.readState();
    same(read, { cursor: 'c1', rows: { a: { base: 3, values: [null, 0, '0', '已完成'] } } });
    same(await keys(again.port), ['a', 'b', 'c']);
    Object.assign(read ?? {}, { cursor: 'changed' });
    same((await again.port.readState())?.['cursor'], 'c1');
    await again.port.writeState({});
    same(await again.port.readState(), {});
  }),

  ourCheck('a reopened workbook goes on: edits, sorts and writes by key', async (open) => {
    const first = await open();
    await first.port.layOut({ columns, rows: three });
    await first.user.sortBy('count');
    const { port, user } = await first.reopen();
    same(await keys(port), ['b', 'c', 'a']);
    same(await user.choicesOf('b'), cadence);
    await user.edit('c', 'note', '继续');
    await user.sortBy('arrangement');
    same(await port.apply({ cells: [{ key: 'c', cells: { base: 5 } }] }), { missing: [] });
    same(await cellsOf(port, 'c', ['note', 'base']), ['继续', 5]);
  }),

  check('select goes to the cell, wherever its row is now', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.sortBy('count');
    same(await port.select('a', 'note'), true);
    same(await user.selected(), { key: 'a', column: 'note' });
    same(await port.select('x', 'note'), false);
  }),

  check('changes are announced until the listener leaves', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    let heard = 0;
    const leave = port.onChanged(() => (heard += 1));
    const hears = async (act: () => Promise<unknown>): Promise<boolean> => {
      const before = heard;
      await act();
      return heard > before;
    };
    same(await hears(() => user.edit('a', 'note', '甲')), true);
    same(await hears(() => user.sortBy('count')), true);
    same(await hears(() => user.insertRowAbove('a')), true);
    same(await hears(() => user.deleteRow('b')), true);
    same(await hears(() => port.apply({ cells: [{ key: 'a', cells: { note: '乙' } }] })), true);
    leave();
    same(await hears(() => user.edit('a', 'note', '丙')), false);
  }),

  check(
    'what is told of an edit names its rows, and only these are read; moved rows are not told so',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      const told: (readonly number[] | null)[] = [];
      port.onChanged((positions) => told.push(positions));
      const rowsTold = () => new Set(told.splice(0).flatMap((each) => each ?? [-1]));
      await user.edit('b', 'note', '甲');
      same([...rowsTold()], [1]);
      const some = (await port.scan([1])) ?? [];
      same(
        some.map(({ position, cells }) => [position, cells.key, cells.note]),
        [[1, 'b', '甲']],
      );
      same(some, ((await port.scan()) ?? []).slice(1, 2));
      same(await port.scan([900]), []);
      await port.apply({ cells: [{ key: 'c', cells: { note: '乙' } }] });
      same([...rowsTold()], [2]);
      await user.insertRowAbove('a');
      same(rowsTold().has(-1), true);
      await user.sortBy('count');
      same(rowsTold().has(-1), true);
    },
  ),

  ourCheck('a second ledger replaces the first: rows, columns, choices and marks', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await port.apply({ marks: [{ key: 'a', column: 'count', mark: 'error', message: '错' }] });
    const fewer = columns.filter(({ id }) => id !== 'completedOn').toReversed();
    await port.layOut({ columns: fewer, rows: [row('z', { count: 8 }, cadence), row('a', { count: 4 })] });
    const scanned = (await port.scan()) ?? [];
    same(
      scanned.map(({ cells }) => [cells.key, cells.count]),
      [
        ['z', 8],
        ['a', 4],
      ],
    );
    same('completedOn' in (scanned[0]?.cells ?? {}), false);
    same(await user.choicesOf('z'), cadence);
    same(await user.markOf('a', 'count'), { mark: 'none', message: null });
    await user.edit('z', 'note', '新台账');
    same(await cellsOf(port, 'z', ['note']), ['新台账']);
  }),

  ourCheck(
    '400 rows of 20 columns are laid out, sorted, written in full and read in a few seconds',
    async (open) => {
      const ids: ColumnId[] = [
        'result',
        'task',
        'arrangement',
        'indicator',
        'target',
        'period',
        'due',
        'status',
      ];
      ids.push(
        'count',
        'completedOn',
        'note',
        'problems',
        'contact',
        'evidence',
        'explanation',
        'key',
        'base',
      );
      const wide = ids.map((id): LedgerColumn => ({
        id,
        header: id,
        width: 100,
        role: id === 'key' ? 'hidden' : 'value',
      }));
      const rows = Array.from({ length: 400 }, (_, index) =>
        row(
          `k${index}`,
          { count: (index * 7919) % 400, note: `第${index}行` },
          index % 3 === 0 ? cadence : dated,
        ),
      );
      const { port, user } = await open();
      const started = performance.now();
      await port.layOut({ columns: wide, rows });
      await user.sortBy('count');
      const change = rows.map(({ cells }) => ({
        key: String(cells.key),
        cells: Object.fromEntries(ids.map((id) => [id, id === 'key' ? cells.key : `${id} 已更新`])),
      }));
      same(await port.apply({ cells: change }), { missing: [] });
      const scanned = (await port.scan()) ?? [];
      same(scanned.length, 400);
      same(
        scanned.every(({ cells }) => cells.explanation === 'explanation 已更新'),
        true,
      );
      same(performance.now() - started < 10_000, true);
    },
  ),
];
