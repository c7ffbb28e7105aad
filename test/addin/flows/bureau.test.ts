import { describe, expect, test } from 'vitest';
import { rowsIn } from '../../../addin/flows/views.ts';
import { stands } from '../../../addin/pane/stands.ts';
import { lastSyncWords, tally } from '../../../addin/pane/summary.ts';
import { paneText } from '../../../addin/pane/text.ts';
import { blankRow } from '../../../shared/row/row.ts';
import type { Review } from '../../../shared/wire/parts/review.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { openDesk, type Desk } from './support/desk.ts';
import { openExcelDesk } from './support/excelDesk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

const { zh } = paneText;

const review = (part: Partial<Review> = {}): Review => ({
  ...{ state: 'returned', resubmitted: false, reason: '数量与分解表不符，请核对后重报。' },
  ...{ returnedOn: '2024-07-30', returnedBy: '李敏', answerBy: '2024-08-02' },
  ...part,
});
const accepted = review({
  state: 'accepted',
  reason: null,
  returnedOn: null,
  returnedBy: null,
  answerBy: null,
});
const returnedNote = [
  '7月30日由李敏退回：数量与分解表不符，请核对后重报。',
  '请于8月2日前修改并重新提交。',
  '有疑问请联系李敏（区应急管理局 0519-85127110）。',
].join('\n');

/** The bureau acts on a row: it comes with the next pull. */
async function acts(desk: Desk, server: FakeServer, number: number, part: Partial<SheetRow>): Promise<void> {
  server.put({ ...server.row(keyOf(number)), ...part });
  await desk.session.pull();
}

const two = () => new FakeServer([serverRow(1, underWay, { state: 'received' }), serverRow(2, underWay)]);

describe('T13.1: a returned row', () => {
  test('says why, by whom, until when and whom to ask: in 校验结果, on the row, in the headline', async () => {
    const server = two();
    const desk = await openDesk(server);
    await acts(desk, server, 1, { review: review() });
    expect((await desk.cells(keyOf(1))).result).toBe(
      '↩ 已退回，请于8月2日前重新提交：数量与分解表不符，请核对后重报。',
    );
    expect(desk.workbook.markOf(keyOf(1), 'period')).toEqual({ mark: 'returned', message: returnedNote });
    expect(desk.workbook.markOf(keyOf(2), 'period').mark).toBe('none');
    expect(stands(desk.session.view, zh)).toMatchObject({
      duty: '退回 1 项，请在8月2日前重新提交',
      isClean: false,
      isLate: false,
    });
    expect(rowsIn('returned', desk.session.view.ledger!)).toEqual([keyOf(1)]);
  });

  test('is late once its own day has passed', async () => {
    const server = new FakeServer([serverRow(1, underWay, { review: review({ answerBy: '2024-07-30' }) })]);
    const { session } = await openDesk(server);
    expect(stands(session.view, zh)).toMatchObject({
      duty: '退回 1 项，已过重新提交期限（7月30日）',
      isLate: true,
    });
  });

  test('T13.3: pushed again it is 重新提交（待审核）, and its note is gone, be the answer short or whole', async () => {
    for (const meanwhile of [false, true]) {
      const server = new FakeServer([
        serverRow(1, underWay, { review: review() }),
        serverRow(2, underWay, { review: accepted }),
      ]);
      const { session, workbook, settle, cells } = await openDesk(server);
      workbook.edit(keyOf(1), 'count', 4);
      await settle();
      expect((await cells(keyOf(1))).result).toBe('● 待同步');
      expect(workbook.markOf(keyOf(1), 'period').mark).toBe('returned');
      if (meanwhile) server.edit(keyOf(2), { count: 5 });
      await session.sync();
      expect((await cells(keyOf(1))).result).toBe('✓ 重新提交（待审核）');
      expect(workbook.markOf(keyOf(1), 'period')).toEqual({ mark: 'none', message: null });
      expect(lastSyncWords(session.view.ledger!.lastSync!, zh)).toContain('其中 1 行重新待审核');
      expect(stands(session.view, zh).duty).not.toContain('退回');
    }
  });

  test('S8: a workbook that was closed meanwhile shows it no more once it was answered elsewhere', async () => {
    const server = two();
    const first = await openDesk(server);
    await acts(first, server, 1, { review: review() });
    server.put({ ...server.row(keyOf(1)), review: review({ state: 'toAccept', resubmitted: true }) });
    const { workbook, session, cells } = await openDesk(server, first.workbook.reopen());
    await session.pull();
    expect((await cells(keyOf(1))).result).toBe('✓ 重新提交（待审核）');
    expect(workbook.markOf(keyOf(1), 'period').mark).toBe('none');
  });
});

test('T13.3: an accepted row says so; a change of it is told to be reviewed again, and is taken', async () => {
  const server = new FakeServer([serverRow(1, underWay, { review: accepted }), serverRow(2, underWay)]);
  const { session, workbook, settle, cells } = await openDesk(server);
  expect((await cells(keyOf(1))).result).toBe('✓ 已审核通过');
  expect(tally(session.view).accepted).toEqual([]);
  workbook.edit(keyOf(1), 'count', 4);
  await settle();
  expect(tally(session.view).accepted.map(({ key }) => key)).toEqual([keyOf(1)]);
  await session.sync();
  expect(server.row(keyOf(1)).review!.state).toBe('toAccept');
  expect((await cells(keyOf(1))).result).toBe('✓ 已同步');
  expect(tally(session.view).accepted).toEqual([]);
});

describe('T13.4: both due dates', () => {
  const extended = {
    ...{ due: '2024-10-31', dueOriginal: '2024-09-30' },
    extension: { reason: '企业停产检修', document: '应急〔2024〕3号' },
  };

  test('stand in the due cell and its note, come with a pull, and go with it', async () => {
    const server = two();
    const desk = await openDesk(server);
    await acts(desk, server, 1, extended);
    expect((await desk.cells(keyOf(1))).due).toBe('2024-10-31（原09-30）');
    expect(desk.session.view.restored).toEqual([]);
    expect(desk.workbook.markOf(keyOf(1), 'due')).toEqual({
      mark: 'note',
      message: '时限：10月31日（原9月30日，延期文号应急〔2024〕3号）\n延期理由：企业停产检修',
    });
    await acts(desk, server, 1, { due: '2024-09-30', dueOriginal: null, extension: null });
    expect((await desk.cells(keyOf(1))).due).toBe('2024-09-30');
    expect(desk.workbook.markOf(keyOf(1), 'due')).toEqual({ mark: 'none', message: null });
  });

  test('a due date that a holiday moved says so', async () => {
    const moved = { due: '2024-10-08', movedFrom: '2024-10-01' };
    const { workbook, cells } = await openDesk(new FakeServer([serverRow(1, null, moved)]));
    expect((await cells(keyOf(1))).due).toBe('2024-10-08（原10-01）');
    expect(workbook.markOf(keyOf(1), 'due').message).toBe('时限：10月8日（因节假日由10月1日顺延）');
  });

  test('over Excel a note is written where there is something to say, and no note is asked for where not', async () => {
    const server = new FakeServer([
      serverRow(1, underWay, { ...extended, due: '2024-08-05', dueOriginal: '2024-07-20', light: 'blue' }),
      ...[2, 3, 4].map((number) =>
        serverRow(number, null, { light: 'red', state: 'overdue', due: '2024-07-20' }),
      ),
    ]);
    const { ledger } = await openExcelDesk(server, { api: 19 });
    const sheet = ledger.sheet();
    const at = (number: number) => sheet.cell(ledger.row(keyOf(number)), ledger.at('due'));
    expect(at(1)?.note).toContain('延期文号应急〔2024〕3号');
    expect([2, 3, 4].map((number) => [at(number)?.fill, at(number)?.note])).toEqual(
      Array.from({ length: 3 }, () => [at(2)!.fill, undefined]),
    );
    expect(at(1)!.fill).not.toBe(at(2)!.fill);
  });
});

test('T13.6: a row that the bureau has unlocked is not held back until that day', async () => {
  const locked = { lock: '2024-07-15', state: 'overdue' as const };
  const server = new FakeServer([
    serverRow(1, underWay, { ...locked, unlockedUntil: '2024-07-31' }),
    serverRow(2, underWay, { ...locked, unlockedUntil: '2024-07-30' }),
  ]);
  const { session, workbook, settle } = await openDesk(server);
  for (const number of [1, 2]) workbook.edit(keyOf(number), 'count', 4);
  await settle();
  expect([1, 2].map((number) => session.view.standings.get(keyOf(number))!.kind)).toEqual([
    'changed',
    'locked',
  ]);
  expect(workbook.markOf(keyOf(1), 'due').message).toBe('已临时解锁，7月31日前可以填报。');
  await session.sync();
  expect([1, 2].map((number) => server.row(keyOf(number)).values!.count)).toEqual([4, 3]);
});

test('T13.6: what the bureau has declared 本地无此类 says why', async () => {
  const server = two();
  const desk = await openDesk(new FakeServer([serverRow(1), serverRow(2)]));
  const other = await openDesk(server);
  await acts(other, server, 1, {
    state: 'waived',
    version: null,
    values: null,
    declared: '辖区没有此类企业',
  });
  expect((await other.cells(keyOf(1))).result).toBe('— 本地无此类（区里认定）：辖区没有此类企业');
  expect((await desk.cells(keyOf(1))).result).toBeNull();
});

test('T13.5: the due cell has the light’s colour, and what has been done has none', async () => {
  const server = new FakeServer([
    serverRow(1, null, { light: 'red', state: 'overdue', due: '2024-07-30' }),
    serverRow(2, { ...blankRow, ...underWay }, { light: 'yellow', behindFrom: '2024-07-01' }),
    serverRow(3, null, { light: 'blue', due: '2024-08-02' }),
    serverRow(4),
  ]);
  const desk = await openDesk(server);
  const lights = () => [1, 2, 3, 4].map((number) => desk.workbook.markOf(keyOf(number), 'due').mark);
  expect(lights()).toEqual(['red', 'yellow', 'blue', 'none']);
  await acts(desk, server, 1, { light: null, state: 'fulfilled', version: 1, values: { ...blankRow } });
  expect(lights()).toEqual(['none', 'yellow', 'blue', 'none']);
});

test('T13.5: lights come with the days, without the row coming again', async () => {
  const server = new FakeServer([
    serverRow(1, null, { due: '2024-08-09' }),
    serverRow(2, underWay, { behindFrom: '2024-08-02' }),
    serverRow(3, underWay, { due: '2024-08-02', state: 'received' }),
  ]);
  const { session, workbook } = await openDesk(server);
  const lights = () => [1, 2, 3].map((number) => workbook.markOf(keyOf(number), 'due').mark);
  expect(lights()).toEqual(['none', 'none', 'blue']);
  server.day = '2024-08-03';
  await session.pull();
  expect(session.view.ledger!.lastSync!.received).toBe(0);
  expect(lights()).toEqual(['blue', 'yellow', 'red']);
});
