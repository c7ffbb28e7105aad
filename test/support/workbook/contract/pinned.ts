import { pinnedRows } from '../../../../addin/flows/hers/pinnedRows.ts';
import type { Binding } from '../../../../addin/workbook/port.ts';
import {
  cellsOf,
  check,
  keys,
  same,
  type HerCell,
  type HerSheet,
  type OpenedPort,
  type PortCheck,
  type SheetUser,
} from './ledger.ts';

/** Her sheet in which reports have cells, and no row: arrangements side by side. */

const name = '工作进展';

const ledger: HerSheet = {
  rows: [
    ['某镇工作进展'],
    ['工作安排', '排查液氯企业', '每周调度', '合计'],
    ['完成情况', { value: '进行中', fill: '#FFF2CC' }, '已开展', null],
    ['数量', 3, { value: 5, formula: '=2+3' }, { value: 8, formula: '=SUM(B4:C4)' }],
    ['进展', '已查3家', null, null],
  ],
};

/** As a table: an arrangement a row, a heading a column. */
const binding: Binding = {
  ...{ sheet: name, header: 0, hasResult: false },
  columns: (['arrangement', 'status', 'count', 'note'] as const).map((id, at) => ({ id, at })),
  rows: ['a', 'b'].map((key, at) => ({ row: at + 1, key })),
  places: [0, 1, 2].map((column) => [1, 2, 3, 4].map((row) => ({ row, column }))),
  labels: [0, 1, 2].map(() => [1, 2, 3, 4].map((row) => [{ row, column: 0 }])),
};

const over = (opened: OpenedPort): OpenedPort => ({
  ...opened,
  port: pinnedRows(opened.port),
  reopen: async () => over(await opened.reopen()),
});

async function bound(open: () => Promise<OpenedPort>): Promise<OpenedPort> {
  const opened = over(await open());
  await opened.user.putSheet(name, ledger);
  await opened.port.bind(binding);
  await opened.port.writeState({ list: 7 });
  return opened;
}

const herCells = ({ user }: OpenedPort): Promise<HerCell[][]> =>
  Promise.all(
    [...Array(7).keys()].map((row) =>
      Promise.all([...Array(6).keys()].map((at) => user.cellAt(name, row, at))),
    ),
  );

const read = async ({ port }: OpenedPort) =>
  ((await port.scan()) ?? []).map(
    ({ isHers, position, row, cell, cells: { key, base, arrangement, status, count, note } }) => [
      ...[isHers, position, row, cell, key, base, arrangement, status, count, note],
    ],
  );

const needs: (keyof SheetUser)[] = ['typeAt', 'insertRowAt', 'insertColumnAt', 'deleteRowAt', 'markAt'];
const pinned = (words: string, run: PortCheck['run']): PortCheck => check(`S15.13: ${words}`, run, needs);

export const pinnedChecks: PortCheck[] = [
  pinned('reports that have cells are rows of ours; nothing is written into her sheet', async (open) => {
    const before = await open();
    await before.user.putSheet(name, ledger);
    const cells = await herCells(before);
    const opened = over(before);
    await opened.port.bind(binding);
    await opened.port.writeState({ list: 7 });
    same(await herCells(opened), cells);
    const rows = [
      [true, 0, 2, 'B2', 'a', null, '排查液氯企业', '进行中', 3, '已查3家'],
      [true, 1, 2, 'C2', 'b', null, '每周调度', '已开展', 5, null],
    ];
    same(await read(opened), rows);
    same(await opened.port.readState(), { list: 7 });
    const again = await opened.reopen();
    same(await read(again), rows);
    same(await again.port.readState(), { list: 7 });
    same((await again.port.readSheets())[0]?.name, name);
  }),

  pinned('values go into her cells; what it is, and formulas, are never written', async (open) => {
    const opened = await bound(open);
    await opened.port.apply(
      {
        cells: [
          { key: 'a', cells: { arrangement: '别的', status: '已完成', count: null, note: '=1+1', base: 4 } },
          { key: 'b', cells: { count: 9, note: '又查一次', result: '✓ 已同步' } },
          { key: 'z', cells: { note: '没有这一项' } },
        ],
      },
      (await opened.port.scan()) ?? [],
    );
    const ids = ['arrangement', 'status', 'count', 'note', 'base'] as const;
    same(await cellsOf(opened.port, 'a', [...ids]), ['排查液氯企业', '已完成', null, '=1+1', 4]);
    same(await cellsOf(opened.port, 'b', [...ids]), ['每周调度', '已开展', 5, '又查一次', null]);
    same((await opened.user.cellAt(name, 3, 2)).formula, '=2+3');
    same((await opened.user.cellAt(name, 4, 1)).formula, undefined);
    same((await opened.user.cellAt(name, 4, 2)).value, '又查一次');
    same(await cellsOf((await opened.reopen()).port, 'a', ['base']), [4]);
    same((await opened.port.apply({ cells: [{ key: 'z', cells: { note: '无' } }] })).missing, ['z']);
  }),

  pinned('rows and columns that she puts in move the cells, and nothing is lost of it', async (open) => {
    const opened = await bound(open);
    const { user, port } = opened;
    await user.insertColumnAt!(name, 1);
    await user.insertRowAt!(name, 1);
    await user.insertRowAt!(name, 5);
    await user.typeAt!(name, 6, 2, '又查了一家');
    await port.apply({ cells: [{ key: 'b', cells: { status: '未开展' } }] });
    same(await read(opened), [
      [true, 0, 3, 'C3', 'a', null, '排查液氯企业', '进行中', 3, '又查了一家'],
      [true, 1, 3, 'D3', 'b', null, '每周调度', '未开展', 5, null],
    ]);
    same((await user.cellAt(name, 3, 3)).value, '未开展');
    const again = await opened.reopen();
    same(
      (await read(again)).map((row) => row[3]),
      ['C3', 'D3'],
    );
    // A report that has lost a cell is no report any more.
    await again.user.deleteRowAt!(name, 6);
    same(await keys(again.port), []);
  }),

  pinned('marks come and go, and the colours that were there come back', async (open) => {
    const opened = await bound(open);
    const cells = await herCells(opened);
    const mark = (value: 'error' | 'warning' | 'none') => ({
      ...{ key: 'a', column: 'status' as const, mark: value, message: value === 'none' ? null : '请核实' },
    });
    await opened.port.apply({ marks: [mark('error'), { ...mark('warning'), key: 'b', column: 'count' }] });
    const told = await opened.user.markAt!(name, 2, 1);
    same(told, { mark: 'error', message: opened.user.messages ? '请核实' : null });
    same((await opened.user.cellAt(name, 3, 2)).formula, '=2+3');
    const again = await opened.reopen();
    await again.port.apply({ marks: [mark('warning')] });
    same((await again.user.markAt!(name, 2, 1)).mark, 'warning');
    await again.port.apply({ marks: [mark('none'), { ...mark('none'), key: 'b', column: 'count' }] });
    await again.port.scan();
    same(await herCells(again), cells);
  }),

  pinned('where a heading says something else, nothing is of its reports any more', async (open) => {
    const { user, port } = await bound(open);
    await user.typeAt!(name, 3, 0, '存在问题');
    same(await keys(port), []);
    await user.typeAt!(name, 3, 0, '数量');
    same(await keys(port), ['a', 'b']);
  }),

  pinned('where she has typed meanwhile nothing is written', async (open) => {
    const { user, port } = await bound(open);
    const seen = (await port.scan()) ?? [];
    await user.typeAt!(name, 4, 1, '刚写的');
    const refused = await port
      .apply({ cells: [{ key: 'a', cells: { note: '拉取的', count: 4 } }] }, seen)
      .then(
        () => false,
        ({ name: told }: Error) => told === 'LedgerMovedOn',
      );
    same(refused, true);
    same(await cellsOf(port, 'a', ['note', 'count']), ['刚写的', 3]);
  }),

  pinned('what she types is told, and a cell is gone to', async (open) => {
    const { user, port } = await bound(open);
    const told: (readonly number[] | null)[] = [];
    const end = port.onChanged((positions) => told.push(positions));
    await user.typeAt!(name, 2, 1, '已完成');
    same(told.includes(null), true);
    end();
    same(await port.select('b', 'status'), true);
    same(await user.selectedCell(), { sheet: name, row: 2, column: 2 });
    same(await port.select('z', 'status'), false);
  }),

  pinned('another binding, or a ledger of ours, leaves the cells as they are', async (open) => {
    const opened = await bound(open);
    await opened.port.apply({ cells: [{ key: 'a', cells: { base: 3 } }] });
    const cells = await herCells(opened);
    const mark = { column: 'status' as const, mark: 'error' as const, message: '请核实' };
    await opened.port.apply({ marks: ['a', 'b'].map((key) => ({ ...mark, key })) });
    await opened.port.bind({ ...binding, rows: binding.rows.slice(0, 1) });
    await opened.port.writeState({});
    same(await herCells(opened), cells);
    same(
      (await read(opened)).map((row) => [row[4], row[5]]),
      [['a', 3]],
    );
    const columns = (['arrangement', 'note', 'key', 'base'] as const).map((id) => ({
      ...{ id, header: `列 ${id}`, width: 90, role: id === 'key' ? ('hidden' as const) : ('value' as const) },
    }));
    await opened.port.layOut({
      columns,
      rows: [{ cells: { arrangement: '安排 z', key: 'z', base: 1 }, statusChoices: [] }],
    });
    await opened.port.writeState({});
    same(await keys(opened.port), ['z']);
    same(await herCells(opened), cells);
    same(await keys((await opened.reopen()).port), ['z']);
  }),
];
