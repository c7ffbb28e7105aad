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

/** Rows are known by their keys, wherever the clerk has moved them. */
export const rowChecks: PortCheck[] = [
  check('a sort moves whole rows, and keeps the header where it is', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.sortBy('count');
    same(await keys(port), ['b', 'c', 'a']);
    for (const { cells } of three) {
      same(await cellsOf(port, String(cells.key), ['arrangement', 'count']), [
        cells.arrangement,
        cells.count,
      ]);
    }
    await user.sortBy('count', false);
    same(await keys(port), ['a', 'c', 'b']);
  }),

  check('writes find their rows by key after a sort, an insertion and a deletion', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.sortBy('count');
    await user.insertRowAbove('b');
    await user.deleteRow('c');
    const answer = await port.apply({
      cells: three.map(({ cells }) => ({
        key: String(cells.key),
        cells: { note: `注 ${cells.key}`, base: 2 },
      })),
    });
    same(answer, { missing: ['c'] });
    same(await keys(port), ['b', 'a']);
    same(await cellsOf(port, 'a', ['note', 'count', 'base']), ['注 a', 3, 2]);
    same(await cellsOf(port, 'b', ['note', 'count', 'base']), ['注 b', 1, 2]);
  }),

  check(
    'an inserted row has no key; while blank it is left out, and still counts as a position',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.insertRowAbove('b');
      same(
        ((await port.scan()) ?? []).map(({ position, cells }) => [position, cells.key]),
        [
          [0, 'a'],
          [2, 'b'],
          [3, 'c'],
        ],
      );
      await port.apply({ atPositions: [{ position: 1, cells: { note: '补记' } }] });
      const second = (await port.scan())?.[1];
      same([second?.position, second?.cells.key, second?.cells.note], [1, null, '补记']);
    },
  ),

  ourCheck('missing keys are named once each, and the rest is written', async (open) => {
    const { port } = await open();
    await port.layOut({ columns, rows: three });
    const { missing } = await port.apply({
      cells: [
        { key: 'x', cells: { note: '无' } },
        { key: 'a', cells: { note: '有' } },
      ],
      marks: [{ key: 'x', column: 'note', mark: 'error', message: '无此行' }],
      archive: ['y'],
    });
    same(missing.toSorted(), ['x', 'y']);
    same(await cellsOf(port, 'a', ['note']), ['有']);
  }),

  check(
    'copies of a row: both are scanned, cells go to the first, a position reaches the other',
    async (open) => {
      const { port, user } = await open();
      await port.layOut({ columns, rows: three });
      await user.copyRow('a');
      same(await keys(port), ['a', 'a', 'b', 'c']);
      await port.apply({
        cells: [{ key: 'a', cells: { note: '第一行' } }],
        atPositions: [{ position: 1, cells: { note: '副本', key: null } }],
      });
      same(
        ((await port.scan()) ?? []).slice(0, 2).map(({ cells }) => [cells.key, cells.note]),
        [
          ['a', '第一行'],
          [null, '副本'],
        ],
      );
    },
  ),

  check('a position outside the ledger is an error, and nothing at all is written', async (open) => {
    const { port } = await open();
    await port.layOut({ columns, rows: three });
    const before = await port.scan();
    let refused = false;
    await port
      .apply({
        cells: [{ key: 'a', cells: { note: '不应写入' } }],
        atPositions: [{ position: 900, cells: { note: '不应写入' } }],
      })
      .catch(() => (refused = true));
    same(refused, true);
    same(await port.scan(), before);
  }),

  ourCheck('appended rows come last, with their choices, also after a clerk has made room', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.insertRowAbove('a');
    await port.apply({ append: [row('d', { count: 9 }, cadence), row('e')] });
    same(await keys(port), ['a', 'b', 'c', 'd', 'e']);
    same(await cellsOf(port, 'd', ['count', 'note']), [9, null]);
    same(await user.choicesOf('d'), cadence);
    same(await user.choicesOf('e'), dated);
  }),

  check('an empty change changes nothing', async (open) => {
    const { port } = await open();
    await port.layOut({ columns, rows: three });
    const before = await port.scan();
    same(await port.apply({}), { missing: [] });
    same(await port.scan(), before);
  }),
];
