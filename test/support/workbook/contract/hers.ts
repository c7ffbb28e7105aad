import type { Binding, IdentityColumn, WorkbookPort } from '../../../../addin/workbook/port.ts';
import { rowFields, type RowField } from '../../../../shared/row/row.ts';
import {
  cellsOf,
  check,
  herCell,
  keys,
  same,
  type HerCell,
  type HerSheet,
  type OpenedPort,
  type PortCheck,
} from './ledger.ts';

/** The port over a sheet of the clerk's own: what it keeps of ours, and what is hers. */

const name = '薛家镇落实情况';
/** A title, a row of who and when, and then the header. */
const header = 2;

/**
 * The same workbook, in which every ledger that is laid out is a sheet of the clerk's own: a title above, columns of hers on
 * both sides, and ours bound where the ledger would have them.
 */
export function overHerSheet(open: () => Promise<OpenedPort>): () => Promise<OpenedPort> {
  return async () => withHers(await open());
}

function withHers(opened: OpenedPort): OpenedPort {
  const { port, user } = opened;
  const layOut: WorkbookPort['layOut'] = async ({ columns, rows }) => {
    const hers = columns.filter(({ id }) => !['result', 'key', 'base'].includes(id));
    await user.putSheet(name, {
      rows: [
        ['一季度落实情况'],
        ['填报人', '李敏'],
        ['序号', ...hers.map(({ header: words }) => words), '备注'],
        ...rows.map(({ cells }, at) => [at + 1, ...hers.map(({ id }) => cells[id] ?? null), null]),
      ],
    });
    await port.bind({
      ...{ sheet: name, header, hasResult: columns.some(({ id }) => id === 'result') },
      columns: hers.map(({ id }, at) => ({ id: id as RowField | IdentityColumn, at: at + 1 })),
      rows: rows.map(({ cells }, at) => ({ row: header + 1 + at, key: String(cells.key) })),
    });
    await port.apply({
      cells: rows.map(({ cells: { key, base = null, result = null } }) => ({
        key: String(key),
        cells: { base, result },
      })),
    });
  };
  const proxy = new Proxy(port, {
    get(target, property) {
      if (property === 'layOut') return layOut;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { port: proxy, user, reopen: async () => withHers(await opened.reopen()) };
}

/** What she keeps: formulas, colours, a struck-out row, a merged task, a sum below. */
const ledger: HerSheet = {
  rows: [
    ['某镇 2024 年落实情况'],
    ['填报人：李敏', null, null, null, null, null, '3月31日'],
    ['序号', '重点工作', '工作安排', '进展', '数量', '落实情况', '备注'],
    [1, '装货安全', '每周调度装货企业', { value: '进行中', fill: '#FFF2CC' }, 3, '已调度3家', '张三'],
    [
      2,
      null,
      '排查液氯企业',
      '已完成',
      { value: 5, formula: '=2+3' },
      { value: '完成', fill: '#E2EFDA' },
      null,
    ],
    [3, null, { value: '旧的安排', isStruck: true }, null, null, null, null],
    ['合计', null, null, null, { value: 8, formula: '=SUM(E4:E6)' }, null, null],
  ],
  merges: [{ row: 3, column: 1, rows: 3, columns: 1 }],
};

const binding: Binding = {
  sheet: name,
  header,
  columns: [
    { id: 'task', at: 1 },
    { id: 'arrangement', at: 2 },
    { id: 'status', at: 3 },
    { id: 'count', at: 4 },
    { id: 'note', at: 5 },
  ],
  hasResult: true,
  rows: [
    { row: 3, key: 'a' },
    { row: 4, key: 'b' },
  ],
};

/** All her cells as they stand. */
const herCells = ({ user }: OpenedPort, below = 0): Promise<HerCell[][]> =>
  Promise.all(
    ledger.rows.map((line, row) => Promise.all(line.map((_, at) => user.cellAt(name, row + below, at)))),
  );

async function bound(open: () => Promise<OpenedPort>, said: Partial<Binding> = {}): Promise<OpenedPort> {
  const opened = await open();
  await opened.user.putSheet(name, ledger);
  await opened.port.bind({ ...binding, ...said });
  return opened;
}

const refuses = (act: Promise<unknown>): Promise<boolean> =>
  act.then(
    () => false,
    () => true,
  );

export const herChecks: PortCheck[] = [
  check(
    'S15: her sheets are read as they stand, with merges and what is struck out, hidden or a formula',
    async (open) => {
      const { port, user } = await open();
      await user.putSheet(name, ledger);
      await user.putSheet('去年', { rows: [['甲', 1]], isHidden: true });
      const sheets = await port.readSheets();
      const [read, hidden] = [name, '去年'].map((each) => sheets.find((sheet) => sheet.name === each));
      same(
        read?.rows.map((line) => line.map((cell) => cell?.value ?? null)).slice(0, 7),
        ledger.rows.map((line, row) => {
          const values = line.map((cell) => herCell(cell).value);
          return row === 0 ? [...values, ...Array.from({ length: 6 }, () => null)] : values;
        }),
      );
      same(read?.merges, user.merges ? ledger.merges : []);
      same([read?.rows[4]?.[4]?.formula, read?.rows[4]?.[5]?.formula], ['stored', undefined]);
      same([read?.rows[5]?.[2]?.isStruck, read?.rows[4]?.[2]?.isStruck], [true, undefined]);
      same([hidden?.isHidden, read?.isHidden], [true, undefined]);
      same(await port.scan(), null);
    },
  ),

  check('S15: binding her sheet writes the key, and leaves every cell of hers as it was', async (open) => {
    const before = await open();
    await before.user.putSheet(name, ledger);
    const cells = await herCells(before);
    await before.port.bind(binding);
    same(await herCells(before), cells);
    const scanned = (await before.port.scan()) ?? [];
    same(
      scanned.map(({ position, row, isHers, cells: { key, arrangement, status, count, note, base } }) => [
        ...[position, row, isHers, key, arrangement, status, count, note, base],
      ]),
      [
        [0, 4, true, 'a', '每周调度装货企业', '进行中', 3, '已调度3家', null],
        [1, 5, true, 'b', '排查液氯企业', '已完成', 5, '完成', null],
        [2, 6, true, null, '旧的安排', null, null, null, null],
        [3, 7, true, null, null, null, 8, null, null],
      ],
    );
    const again = await before.reopen();
    same(await again.port.scan(), scanned);
    same(await herCells(again), cells);
  }),

  check('S15.1: what says what a row is, and formulas, are never written; values are', async (open) => {
    const opened = await bound(open);
    const { port } = opened;
    await port.apply({
      cells: [
        { key: 'a', cells: { arrangement: '别的安排', task: '别的工作', count: 4, note: '=1+1', base: 2 } },
        { key: 'b', cells: { count: 9, status: '进行中', result: '✓ 已同步' } },
      ],
      atPositions: [{ position: 3, cells: { count: 99 } }],
    });
    same(await cellsOf(port, 'a', ['arrangement', 'task', 'count', 'note', 'base']), [
      ...['每周调度装货企业', '装货安全', 4, '=1+1', 2],
    ]);
    same(await cellsOf(port, 'b', ['count', 'status', 'result']), [5, '进行中', '✓ 已同步']);
    same((await opened.user.cellAt(name, 4, 4)).formula, '=2+3');
    same((await opened.user.cellAt(name, 3, 5)).formula, undefined);
    same((await opened.user.cellAt(name, 6, 4)).formula, '=SUM(E4:E6)');
  }),

  check(
    'S15.2: marks come and go, and the colours that were there come back, also after reopening',
    async (open) => {
      const opened = await bound(open);
      const cells = await herCells(opened);
      const mark = (column: RowField, value: 'error' | 'warning' | 'none') => ({
        ...{ key: 'a', column, mark: value, message: value === 'none' ? null : '请核实' },
      });
      await opened.port.apply({ marks: [mark('status', 'error'), mark('count', 'warning')] });
      same((await opened.user.markOf('a', 'status')).mark, 'error');
      const again = await opened.reopen();
      await again.port.scan();
      await again.port.apply({ marks: [mark('status', 'warning')] });
      same((await again.user.markOf('a', 'status')).mark, 'warning');
      // A formula stays where a mark comes and goes.
      await again.port.apply({ marks: [{ ...mark('count', 'warning'), key: 'b' }] });
      same((await again.user.cellAt(name, 4, 4)).formula, '=2+3');
      // What was never marked keeps its colour too.
      const clear = ['a', 'b'].flatMap((key) =>
        rowFields.map((column) => ({ ...mark(column, 'none'), key })),
      );
      await again.port.apply({ marks: clear });
      await again.port.scan();
      same(await herCells(again), cells);
    },
  ),

  check('S15.2: a note on 校验结果 comes and goes, and no cell of hers is painted', async (open) => {
    const opened = await bound(open);
    const cells = await herCells(opened);
    const { port, user } = opened;
    const message = '4月10日由李敏退回：数量与分解表不符。';
    await port.apply({ marks: [{ key: 'a', column: 'result', mark: 'note', message }] });
    if (user.messages) same((await user.markOf('a', 'result')).message, message);
    same(await herCells(opened), cells);
    await port.apply({ marks: [{ key: 'a', column: 'result', mark: 'none', message: null }] });
    same((await user.markOf('a', 'result')).message, null);
    same(await herCells(opened), cells);
  }),

  check('S15.1: no row of hers is appended or archived', async (open) => {
    const { port } = await bound(open);
    same(await refuses(port.apply({ archive: ['a'] })), true);
    same(await refuses(port.apply({ append: [{ cells: { key: 'c' }, statusChoices: [] }] })), true);
    same(await keys(port), ['a', 'b', null, null]);
  }),

  check(
    'S15.3: bound again, columns are others, and a row that keeps its key keeps its base',
    async (open) => {
      const { port } = await bound(open);
      await port.apply({ cells: ['a', 'b'].map((key) => ({ key, cells: { base: 7 } })) });
      const columns = [
        ...binding.columns.filter(({ id }) => id !== 'note'),
        { id: 'note' as const, at: 6 },
        { id: 'problems' as const, at: 5 },
      ];
      const rows = [
        { row: 3, key: 'a' },
        { row: 5, key: 'c' },
      ];
      await port.bind({ ...binding, columns, rows, hasResult: false });
      same(
        ((await port.scan()) ?? []).map(({ cells: { key, base, note, problems } }) => [
          key,
          base,
          note,
          problems,
        ]),
        [
          ['a', 7, '张三', '已调度3家'],
          [null, null, null, '完成'],
          ['c', null, null, null],
          [null, null, null, null],
        ],
      );
      same('result' in ((await port.scan()) ?? [])[0]!.cells, false);
      const read = (await port.readSheets()).find((sheet) => sheet.name === name);
      same(Math.max(...(read?.rows ?? []).map((line) => line.findLastIndex((cell) => cell !== null))), 6);
    },
  ),

  check('S15.3: a ledger of ours laid out later leaves her sheet as it is', async (open) => {
    const opened = await bound(open);
    const cells = await herCells(opened);
    const columns = (['arrangement', 'note', 'key', 'base'] as const).map((id) => ({
      ...{ id, header: `列 ${id}`, width: 90, role: id === 'key' ? ('hidden' as const) : ('value' as const) },
    }));
    await opened.port.layOut({
      columns,
      rows: [{ cells: { arrangement: '安排 z', key: 'z', base: 1 }, statusChoices: [] }],
    });
    same(
      ((await opened.port.scan()) ?? []).map(({ cells: { key }, isHers }) => [key, isHers ?? false]),
      [['z', false]],
    );
    same(await herCells(opened), cells);
  }),

  check('S15: a cell of any sheet is gone to; of one that is gone it says no', async (open) => {
    const { port, user } = await open();
    await user.putSheet(name, ledger);
    await user.putSheet('另一张', { rows: [['甲']] });
    same(await port.selectCell(name, 4, 2), true);
    same(await user.selectedCell(), { sheet: name, row: 4, column: 2 });
    same(await port.selectCell('没有这张', 0, 0), false);
    same(await refuses(port.bind({ ...binding, sheet: '没有这张' })), true);
  }),

  check('S15: rows put in above her header move the ledger, and nothing is lost of it', async (open) => {
    const { port, user } = await bound(open);
    await user.insertRowAbove('a');
    await user.insertRowAbove('a');
    await user.edit('b', 'note', '又查了一家');
    await port.apply({ cells: [{ key: 'a', cells: { note: '照旧' } }] });
    same(await cellsOf(port, 'a', ['note', 'count']), ['照旧', 3]);
    same(await cellsOf(port, 'b', ['note', 'count']), ['又查了一家', 5]);
    same((await user.cellAt(name, 5, 5)).value, '照旧');
  }),
];
