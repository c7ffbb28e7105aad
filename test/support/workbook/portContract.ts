import type { ColumnId, LedgerColumn, LedgerRow, Mark, WorkbookPort } from '../../../addin/workbook/port.ts';
import type { CellValue } from '../../../shared/row/row.ts';

/** What a clerk does to the sheet, and what can be seen there. Rows are named by key. */
export interface SheetUser {
  edit(key: string, column: ColumnId, value: CellValue): Promise<void>;
  sortBy(column: ColumnId, ascending?: boolean): Promise<void>;
  insertRowAbove(key: string): Promise<void>;
  deleteRow(key: string): Promise<void>;
  /** Copies the whole row, hidden cells too, into a new row just below. */
  copyRow(key: string): Promise<void>;
  pasteBlock(key: string, column: ColumnId, block: CellValue[][]): Promise<void>;
  markOf(key: string, column: ColumnId): Promise<{ mark: Mark; message: string | null }>;
  choicesOf(key: string): Promise<string[]>;
  archivedKeys(): Promise<CellValue[]>;
  selected(): Promise<{ key: string; column: ColumnId } | null>;
}

export interface OpenedPort {
  port: WorkbookPort;
  user: SheetUser;
  /** Saves the workbook, closes it, and opens the saved copy. */
  reopen(): Promise<OpenedPort>;
}

export interface PortCheck {
  name: string;
  run(open: () => Promise<OpenedPort>): Promise<void>;
}

const dated = ['未开始', '进行中', '已完成', '本地无此类'];
const cadence = ['已开展', '未开展', '本地无此类'];

const roles: [ColumnId, LedgerColumn['role']][] = [
  ['result', 'status'],
  ['task', 'identity'],
  ['arrangement', 'identity'],
  ['target', 'identity'],
  ['period', 'identity'],
  ['due', 'identity'],
  ['status', 'value'],
  ['count', 'value'],
  ['completedOn', 'value'],
  ['note', 'value'],
  ['key', 'hidden'],
  ['base', 'hidden'],
];
const columns: LedgerColumn[] = roles.map(([id, role]) => ({ id, header: `列 ${id}`, width: 120, role }));

function row(key: string, cells: LedgerRow['cells'] = {}, statusChoices = dated): LedgerRow {
  return { cells: { task: '专项检查', arrangement: `安排 ${key}`, key, base: 1, ...cells }, statusChoices };
}

const three = [row('a', { count: 3 }), row('b', { count: 1 }, cadence), row('c', { count: 2 })];

const check = (name: string, run: PortCheck['run']): PortCheck => ({ name, run });

/** The behaviour that every workbook port has, as named checks that need no test runner. */
export const portContract: PortCheck[] = [
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

  check('an empty ledger is a ledger', async (open) => {
    const { port } = await open();
    await port.layOut({ columns, rows: [] });
    same(await port.scan(), []);
    await port.apply({ append: [row('a')] });
    same(await keys(port), ['a']);
  }),

  check(
    'blank, 0, "0", text that looks like a number or a date, a tick and long text stay what they are',
    async (open) => {
      const values: CellValue[] = [
        null,
        0,
        '0',
        '约80',
        '2024-03-15',
        '3.15',
        '91320411MA1XXXXX0A',
        '320411199001011234',
        true,
        false,
        1.5,
        '=1+1',
        '第一行\n第二行',
        '甲'.repeat(2000),
      ];
      const { port, reopen } = await open();
      await port.layOut({ columns, rows: values.map((note, index) => row(`k${index}`, { note })) });
      const notes = async (from: WorkbookPort) => ((await from.scan()) ?? []).map(({ cells }) => cells.note);
      same(await notes(port), values);
      await port.apply({ cells: values.map((note, index) => ({ key: `k${index}`, cells: { note } })) });
      same(await notes(port), values);
      same(await notes((await reopen()).port), values);
    },
  ),

  check('empty text is a blank cell, and a blank clears', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: [row('a', { note: '', count: 5 })] });
    same(await cellsOf(port, 'a', ['note', 'count']), [null, 5]);
    await port.apply({ cells: [{ key: 'a', cells: { count: null } }] });
    await user.edit('a', 'note', '');
    same(await cellsOf(port, 'a', ['note', 'count']), [null, null]);
  }),

  check('edits are scanned', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.edit('b', 'status', '已开展');
    await user.edit('b', 'count', 0);
    same(await cellsOf(port, 'b', ['status', 'count', 'base']), ['已开展', 0, 1]);
    same(await cellsOf(port, 'a', ['status', 'count', 'base']), [null, 3, 1]);
  }),

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

  check('missing keys are named once each, and the rest is written', async (open) => {
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

  check('a pasted block runs over visible cells', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.pasteBlock('a', 'status', [
      ['已完成', 7],
      ['已开展', 0],
    ]);
    same(await cellsOf(port, 'a', ['status', 'count', 'completedOn']), ['已完成', 7, null]);
    same(await cellsOf(port, 'b', ['status', 'count', 'key']), ['已开展', 0, 'b']);
  }),

  check('appended rows come last, with their choices, also after a clerk has made room', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.insertRowAbove('a');
    await port.apply({ append: [row('d', { count: 9 }, cadence), row('e')] });
    same(await keys(port), ['a', 'b', 'c', 'd', 'e']);
    same(await cellsOf(port, 'd', ['count', 'note']), [9, null]);
    same(await user.choicesOf('d'), cadence);
    same(await user.choicesOf('e'), dated);
  }),

  check('the choices of a row go where the row goes', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    same(await user.choicesOf('b'), cadence);
    await user.sortBy('count');
    same(await user.choicesOf('b'), cadence);
    same(await user.choicesOf('c'), dated);
    same(await user.choicesOf('a'), dated);
    await user.deleteRow('b');
    same(await user.choicesOf('c'), dated);
  }),

  check('marks are set with their message, go where the cell goes, and are cleared', async (open) => {
    const { port, user, reopen } = await open();
    await port.layOut({ columns, rows: three });
    await port.apply({
      marks: [
        { key: 'a', column: 'count', mark: 'error', message: '超过分解指标' },
        { key: 'b', column: 'due', mark: 'changed', message: null },
      ],
      cells: [{ key: 'a', cells: { count: 30 } }],
    });
    await user.sortBy('count');
    same(await user.markOf('a', 'count'), { mark: 'error', message: '超过分解指标' });
    same(await user.markOf('b', 'due'), { mark: 'changed', message: null });
    same(await user.markOf('b', 'count'), { mark: 'none', message: null });
    same(await cellsOf(port, 'a', ['count']), [30]);
    await user.edit('a', 'count', 3);
    const again = await reopen();
    same(await again.user.markOf('a', 'count'), { mark: 'error', message: '超过分解指标' });
    await again.port.apply({
      marks: [
        { key: 'a', column: 'count', mark: 'none', message: null },
        { key: 'b', column: 'due', mark: 'none', message: null },
      ],
    });
    same(await again.user.markOf('a', 'count'), { mark: 'none', message: null });
    same(await again.user.markOf('b', 'due'), { mark: 'none', message: null });
    same(await cellsOf(again.port, 'a', ['count']), [3]);
  }),

  check('archived rows leave the ledger for the archive sheet, which outlives a new ledger', async (open) => {
    const { port, user } = await open();
    await port.layOut({ columns, rows: three });
    await user.sortBy('count');
    same(await port.apply({ archive: ['a', 'b'], append: [row('d')] }), { missing: [] });
    same(await keys(port), ['c', 'd']);
    same((await user.archivedKeys()).map(String).toSorted(), ['a', 'b']);
    await port.layOut({ columns, rows: [row('e'), row('f')] });
    await port.apply({ archive: ['e'] });
    same(await keys(port), ['f']);
    same((await user.archivedKeys()).map(String).toSorted(), ['a', 'b', 'e']);
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

  check('a reopened workbook goes on: edits, sorts and writes by key', async (open) => {
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

  check('a second ledger replaces the first: rows, columns, choices and marks', async (open) => {
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

  check('an empty change changes nothing', async (open) => {
    const { port } = await open();
    await port.layOut({ columns, rows: three });
    const before = await port.scan();
    same(await port.apply({}), { missing: [] });
    same(await port.scan(), before);
  }),

  check(
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

async function keys(port: WorkbookPort): Promise<CellValue[]> {
  return ((await port.scan()) ?? []).map(({ cells }) => cells.key);
}

async function cellsOf(port: WorkbookPort, key: string, ids: ColumnId[]): Promise<(CellValue | undefined)[]> {
  const found = ((await port.scan()) ?? []).find(({ cells }) => cells.key === key);
  return ids.map((id) => found?.cells[id]);
}

/** Deep equality by JSON, with the order of an object's keys left out of account. */
function same(actual: unknown, expected: unknown): void {
  const [left, right] = [spell(actual), spell(expected)];
  if (left !== right) throw new Error(`expected ${right.slice(0, 400)}, but got ${left.slice(0, 400)}`);
}

function spell(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'undefined'
  );
}
