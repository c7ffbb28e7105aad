import type { Binding } from '../../../../addin/workbook/port.ts';
import { sideBySide } from '../../../../addin/flows/hers/sideBySide.ts';
import { cellsOf, check, keys, same, type HerSheet, type OpenedPort, type PortCheck } from './ledger.ts';

/** Her sheet with a block of columns for each month, each of which is a row of ours. */

const name = '月度进展';
const header = 2;
const months = ['2024-01', '2024-02', '2024-03'];

const ledger: HerSheet = {
  rows: [
    ['某镇月度进展'],
    ['工作安排', '1月', null, '2月', null, '3月', null],
    [null, '状态', '进展', '状态', '进展', '状态', '进展'],
    ['每月调度', '已开展', '调度一次', '未开展', { value: '节假日', fill: '#FFF2CC' }, null, null],
    ['每月检查', '已开展', { value: '3家', formula: '="3家"' }, null, null, null, null],
    ['合计', null, null, null, '小计', null, null],
  ],
  merges: [{ row: 1, column: 1, rows: 1, columns: 2 }],
};

const binding: Binding = {
  ...{ sheet: name, header, hasResult: true, blocks: months },
  columns: [
    { id: 'arrangement', at: 0 },
    ...months.flatMap((_, at) => [
      { id: `status@${at + 1}` as const, at: 1 + 2 * at },
      { id: `note@${at + 1}` as const, at: 2 + 2 * at },
    ]),
  ],
  rows: [
    ...['a1', 'a2', 'a3'].map((key, at) => ({ row: 3, key, block: at + 1 })),
    ...['b1', 'b3'].map((key, at) => ({ row: 4, key, block: 1 + 2 * at })),
  ],
};

/** Her sheet with a column of counts for each indicator. */
const ofIndicators: HerSheet = {
  rows: [
    [],
    [],
    ['工作安排', '状态', '自查数', '整改数', '进展'],
    ['自查整改', '进行中', 3, 5, '查3家改5处'],
    ['工作会议', '已完成', null, null, '开会一次'],
  ],
};

const boundIndicators: Binding = {
  ...{ sheet: name, header, hasResult: true, blocks: ['·自查数', '·整改数', ''] },
  columns: (['arrangement', 'status', 'count@1', 'count@2', 'note'] as const).map((id, at) => ({ id, at })),
  rows: [...['a1', 'a2'].map((key, at) => ({ row: 3, key, block: at + 1 })), { row: 4, key: 'b', block: 3 }],
};

const over = (opened: OpenedPort): OpenedPort => ({ ...opened, port: sideBySide(opened.port) });

async function bound(open: () => Promise<OpenedPort>): Promise<OpenedPort> {
  const opened = over(await open());
  await opened.user.putSheet(name, ledger);
  await opened.port.bind(binding);
  await opened.port.writeState({});
  return opened;
}

export const sideBySideChecks: PortCheck[] = [
  check('S15.8: blocks of columns side by side are rows of ours, each with its own key', async (open) => {
    const opened = await bound(open);
    const read = async ({ port }: OpenedPort) =>
      ((await port.scan()) ?? []).map(
        ({ position, row, block, cells: { key, arrangement, status, note } }) => [
          ...[position, row, block?.of[block.at], key, arrangement, status, note],
        ],
      );
    const rows = [
      [0, 4, '2024-01', 'a1', '每月调度', '已开展', '调度一次'],
      [1, 4, '2024-02', 'a2', '每月调度', '未开展', '节假日'],
      [2, 4, '2024-03', 'a3', '每月调度', null, null],
      [3, 5, '2024-01', 'b1', '每月检查', '已开展', '3家'],
      [5, 5, '2024-03', 'b3', '每月检查', null, null],
      [7, 6, '2024-02', null, '合计', null, '小计'],
    ];
    same(await read(opened), rows);
    same(await opened.user.cellAt(name, 3, 4), { value: '节假日', fill: '#FFF2CC' });
    const again = over(await opened.reopen());
    same(await again.port.readState(), null);
    same(await read(again), rows);
  }),

  check(
    'S15.8: values, bases, results and marks go to their block, and stand there after reopening',
    async (open) => {
      const opened = await bound(open);
      const { port } = opened;
      const seen = (await port.scan()) ?? [];
      const missing = await port.apply(
        {
          cells: [
            { key: 'a1', cells: { note: '调度两次', base: 3, result: '✓ 已同步' } },
            { key: 'a3', cells: { status: '已开展', base: 7, result: '✓ 已同步' } },
            { key: 'b1', cells: { note: '5家', result: '待同步' } },
            { key: 'c1', cells: { note: '没有这行' } },
          ],
          marks: [{ key: 'a2', column: 'status', mark: 'error', message: '请核实' }],
        },
        seen,
      );
      same(missing, { missing: ['c1'] });
      const raw = await opened.reopen();
      const again = over(raw);
      await again.port.readState();
      const ids = ['status', 'note', 'base', 'result'] as const;
      same(await cellsOf(again.port, 'a1', [...ids]), ['已开展', '调度两次', 3, '✓ 已同步']);
      same(await cellsOf(again.port, 'a2', [...ids]), ['未开展', '节假日', null, null]);
      same(await cellsOf(again.port, 'a3', [...ids]), ['已开展', null, 7, '✓ 已同步']);
      // A formula of hers stays.
      same(await cellsOf(again.port, 'b1', [...ids]), ['已开展', '3家', null, '待同步']);
      same((await again.user.cellAt(name, 4, 2)).formula, '="3家"');
      same(await cellsOf(raw.port, 'a1 a2 a3', ['result']), ['1月、3月：✓ 已同步']);
      same((await again.user.markOf('a1 a2 a3', 'status@2')).mark, 'error');
      await again.port.apply({ marks: [{ key: 'a2', column: 'status', mark: 'none', message: null }] });
      same((await again.user.cellAt(name, 3, 4)).fill, '#FFF2CC');
    },
  ),

  check('S15.8: an edit is told of its row, and a row is gone to in its block', async (open) => {
    const { port, user } = await bound(open);
    await port.scan();
    const told: (readonly number[] | null)[] = [];
    port.onChanged((positions) => told.push(positions));
    await user.edit('a1 a2 a3', 'note@2', '已补开');
    same(await cellsOf(port, 'a2', ['note']), ['已补开']);
    same(
      told.every((positions) => positions === null || positions.includes(1)),
      true,
    );
    const [second] = (await port.scan([1])) ?? [];
    same([second?.cells.key, second?.cells.note], ['a2', '已补开']);
    same(await port.select('b3', 'status'), true);
    same(await user.selected(), { key: 'b1 - b3', column: 'status@3' });
    same(await port.select('c1', 'status'), false);
  }),

  check('S15.8: sorted, copied and turned, keys stay with what they are of', async (open) => {
    const { port, user } = await bound(open);
    await user.sortBy('arrangement', false);
    same((await keys(port)).filter((key) => key !== null).toSorted(), ['a1', 'a2', 'a3', 'b1', 'b3']);
    same(await cellsOf(port, 'b1', ['arrangement', 'note']), ['每月检查', '3家']);
    await user.copyRow('a1 a2 a3');
    const copies = ((await port.scan()) ?? []).filter(({ cells }) => cells.key === 'a2');
    same(copies.length, 2);
    await port.apply({
      atPositions: [0, 1, 2].map((at) => ({
        position: copies[1]!.position - 1 + at,
        cells: { key: null, base: null },
      })),
    });
    same((await keys(port)).filter((key) => key === 'a2').length, 1);
    const [row] = ((await port.scan()) ?? []).filter(({ cells }) => cells.key === 'b3');
    await port.apply({
      atPositions: [
        { position: row!.position, cells: { key: null, base: null } },
        { position: row!.position - 1, cells: { key: 'b2' } },
      ],
      marks: [{ key: 'b1', column: 'note', mark: 'warning', message: '请核实' }],
    });
    same(await cellsOf(port, 'b2', ['arrangement']), ['每月检查']);
    same((await user.markOf('b1 b2 -', 'note@1')).mark, 'warning');
  }),

  check(
    'S15.11: counts of indicators have their own cells, and what is beside them is of all',
    async (open) => {
      const opened = over(await open());
      await opened.user.putSheet(name, ofIndicators);
      await opened.port.bind(boundIndicators);
      await opened.port.writeState({});
      const ids = ['status', 'count', 'note', 'base'] as const;
      const missing = await opened.port.apply(
        {
          cells: [
            { key: 'a1', cells: { status: '已完成', base: 3 } },
            { key: 'a2', cells: { count: 6, status: '已完成', base: 4 } },
          ],
          marks: [
            { key: 'a1', column: 'status', mark: 'error', message: '请核实' },
            { key: 'a2', column: 'status', mark: 'none', message: null },
          ],
        },
        (await opened.port.scan()) ?? [],
      );
      same(missing, { missing: [] });
      const again = over(await opened.reopen());
      await again.port.readState();
      same(await cellsOf(again.port, 'a1', [...ids]), ['已完成', 3, '查3家改5处', 3]);
      same(await cellsOf(again.port, 'a2', [...ids]), ['已完成', 6, '查3家改5处', 4]);
      same(await cellsOf(again.port, 'b', [...ids]), ['已完成', null, '开会一次', null]);
      same((await again.user.markOf('a1 a2 -', 'status')).mark, 'error');
      same(await again.port.select('a2', 'count'), true);
      same(await again.user.selected(), { key: 'a1 a2 -', column: 'count@2' });
    },
  ),
];
