import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPull } from '../../../addin/flows/planPull.ts';
import { createSession, type Session } from '../../../addin/flows/session.ts';
import { pack } from '../../../addin/flows/state.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { LedgerBusy, LedgerRefused, type ColumnId, type Notice } from '../../../addin/workbook/port.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { fill, openDesk } from './support/desk.ts';
import { blankServer } from './support/fakeServer.ts';
import { keyOf, serverRow, sheetOf, underWay } from './support/rows.ts';

/** A clerk's workbook with its pane, not connected: only checks run. */
class Checked {
  readonly workbook = new FakeWorkbook();
  readonly session: Session;
  private readonly due = new Set<() => void>();
  constructor() {
    this.session = createSession({
      port: this.workbook,
      openApi: () => {
        throw new Error('nothing is asked of the server');
      },
      keys: { read: () => null, write: () => {}, clear: () => {} },
      newId: () => 'push-00000000',
      now: () => new Date(0),
      later: (act) => {
        this.due.add(act);
        return () => this.due.delete(act);
      },
    });
  }

  static async open(): Promise<Checked> {
    const opened = new Checked();
    const rows = [1, 2, 3, 4, 5, 6].map((number) => serverRow(number, number % 2 ? underWay : null));
    const { layout, ledger } = planPull(null, sheetOf(rows), null);
    await opened.workbook.layOut(layout!);
    await opened.workbook.writeState(pack(ledger));
    await opened.session.start();
    await opened.settle();
    return opened;
  }

  /** Runs the checks that edits have put off, and those that their own writes put off. */
  async settle(): Promise<void> {
    for (let round = 0; round < 4 && this.due.size > 0; round += 1) {
      const acts = [...this.due];
      this.due.clear();
      for (const act of acts) act();
      // Over a workbook in memory a check is all microtasks.
      await new Promise<void>((done) => setImmediate(done));
    }
  }
}

type Act = (workbook: FakeWorkbook) => void;
const column = fc.constantFrom<ColumnId>(
  'status',
  'count',
  'note',
  'completedOn',
  'target',
  'result',
  'base',
);
const value = fc.constantFrom<CellValue>(
  null,
  '',
  '进行中',
  '差不多了',
  3,
  '约80',
  '2024-07-01',
  '正在督促整改',
);
const at = fc.nat({ max: 5 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(at, column, value).map(
      ([row, id, to]): Act =>
        (w) =>
          w.edit(row, id, to),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(at, fc.constantFrom(null, 'x', keyOf(1), keyOf(2), keyOf(9))).map(
      ([row, key]): Act =>
        (w) =>
          w.edit(row, 'key', key),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (up): Act =>
        (w) =>
          w.sortBy('count', up),
    ),
  },
  {
    weight: 1,
    arbitrary: at.map(
      (row): Act =>
        (w) =>
          w.insertRowAbove(row),
    ),
  },
  {
    weight: 1,
    arbitrary: at.map(
      (row): Act =>
        (w) =>
          w.copyRow(row),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, at).map(
      ([row, to]): Act =>
        (w) =>
          w.moveRow(row, to),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, value).map(
      ([row, to]): Act =>
        (w) =>
          w.pasteBlock(row, 'note', [[to], [to]]),
    ),
  },
);

/** The rows as the last check knows them, but for their results, which a check reads before it writes them. */
const cellsIn = ({ session }: Checked) =>
  [...session.view.index!.rows]
    .map(([key, { position, cells }]) => [key, position, { ...cells, result: null }] as const)
    .sort();

test('V: checking only the rows that were written leaves the workbook as checking all of it does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(acts, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (bursts) => {
        const [written, whole] = [await Checked.open(), await Checked.open()];
        for (const burst of bursts) {
          for (const act of burst) for (const { workbook } of [written, whole]) act(workbook);
          await written.settle();
          await whole.session.check();
          await whole.settle();
          await whole.session.check();
          expect(written.workbook.serialise()).toBe(whole.workbook.serialise());
          expect([...written.session.view.standings].sort()).toEqual(
            [...whole.session.view.standings].sort(),
          );
          expect(cellsIn(written)).toEqual(cellsIn(whole));
          expect(written.session.view.restored.toSorted()).toEqual(whole.session.view.restored.toSorted());
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('V: one edit reads one row, a moved row all of them', async () => {
  const opened = await Checked.open();
  const { workbook, session } = opened;
  const asked: (readonly number[] | undefined)[] = [];
  const scan = workbook.scan.bind(workbook);
  workbook.scan = (positions) => {
    asked.push(positions);
    return scan(positions);
  };
  workbook.edit(3, 'count', '约80');
  await opened.settle();
  expect(session.view.standings.get(keyOf(4))).toMatchObject({ kind: 'error' });
  expect(new Set(asked.map(String))).toEqual(new Set(['3']));
  workbook.moveRow(3, 0);
  await opened.settle();
  expect(asked.at(-1)).toBeUndefined();
});

test('its own writes do not make it check for ever', async () => {
  const { workbook, settle } = await openDesk(blankServer(2));
  fill(workbook, 1);
  await settle();
  const { apply } = workbook.calls;
  await settle();
  expect(workbook.calls.apply).toBe(apply);
});

test('a spreadsheet that is being edited is looked at again', async () => {
  const { workbook, session, settle } = await openDesk(blankServer(1));
  const { scan } = workbook;
  workbook.scan = () => Promise.reject(new LedgerBusy('cell-edit mode'));
  workbook.edit(keyOf(1), 'count', '约80');
  await settle();
  expect(session.view.problem).toMatchObject({ code: 'workbook-busy' });
  workbook.scan = scan.bind(workbook);
  await settle();
  expect(session.view.problem).toBeNull();
  expect(session.view.standings.get(keyOf(1))!.kind).toBe('error');
});

test('S12.11: what is refused for good is told, is not tried again by itself, and leaves no result that is not so', async () => {
  const { workbook, session, settle, wait, cells } = await openDesk(blankServer(2));
  const { apply } = workbook;
  let asked = 0;
  // A sheet in which only the result column may be written.
  workbook.apply = (change) => {
    asked += 1;
    const data = (change.marks ?? []).length > 0;
    return data
      ? Promise.reject(new LedgerRefused('protected', 'AccessDenied', 'not allowed'))
      : apply.call(workbook, change);
  };
  workbook.edit(keyOf(1), 'count', '约80');
  await settle();
  expect(session.view.problem).toMatchObject({ code: 'workbook-protected' });
  expect(session.view.standings.get(keyOf(1))!.kind).toBe('error');
  expect((await cells(keyOf(1))).result).toContain('✗');
  const before = asked;
  await wait(60_000);
  expect(asked).toBe(before);
  workbook.apply = apply;
  await session.check();
  expect(session.view.problem).toBeNull();
});

test('S12.9: what the spreadsheet could not do to the look of the sheet is told', async () => {
  const workbook = new FakeWorkbook();
  let notice = (_: Notice) => {};
  Object.assign(workbook, { onNotice: (listener: typeof notice) => ((notice = listener), () => {}) });
  const { session } = await openDesk(blankServer(1), workbook);
  notice('notes-refused');
  expect(session.view.notices).toEqual(['notes-refused']);
  session.dismiss('notices');
  expect(session.view.notices).toEqual([]);
});
