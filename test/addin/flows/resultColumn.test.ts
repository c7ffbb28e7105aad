import { describe, expect, test } from 'vitest';
import { resultText } from '../../../addin/flows/ledgerText.ts';
import { blankRow } from '../../../shared/row/row.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

type Row = ReturnType<typeof serverRow>;
interface State {
  rows: Row[];
  /** What the clerk and the world do to row 1. */
  act?: (desk: Desk, server: FakeServer) => Promise<void> | void;
  says: string | null;
}

const edit =
  (...edits: [column: 'count' | 'note' | 'status', value: string | number][]) =>
  ({ workbook }: Desk) => {
    for (const [column, value] of edits) workbook.edit(keyOf(1), column, value);
  };
const synced = [serverRow(1, underWay)];
const theirs = (server: FakeServer) => server.edit(keyOf(1), { count: 5 });

/** Every state that the pane shows of a row, and what the sheet itself says of it. */
const states: Record<string, State> = {
  'never filled in': { rows: [serverRow(1)], says: null },
  'overdue, never filled in': { rows: [serverRow(1, null, { state: 'overdue' })], says: '○ 逾期未报' },
  'filled in beforehand': {
    rows: [serverRow(1, null, { prefill: { ...blankRow, ...underWay } })],
    says: '○ 已预填，请补全',
  },
  'filled in beforehand, and confirmed': {
    rows: [serverRow(1, null, { prefill: { ...blankRow, ...underWay } })],
    act: ({ session }) => session.confirmPrefilled(keyOf(1)),
    says: '● 待同步',
  },
  synced: { rows: synced, says: '✓ 已同步' },
  changed: { rows: synced, act: edit(['count', 4]), says: '● 待同步' },
  'sent, and the answer lost': {
    rows: synced,
    act: async (desk, server) => {
      edit(['count', 4])(desk);
      server.fail('answer lost');
      await desk.session.sync();
    },
    says: '● 待同步',
  },
  'in error': { rows: synced, act: edit(['count', '约80']), says: '✗ 1 处错误：数量' },
  'with a warning': { rows: synced, act: edit(['count', 12]), says: '! 需核实说明：数量' },
  explained: {
    rows: synced,
    act: async (desk) => {
      edit(['count', 12])(desk);
      await desk.session.explain(keyOf(1), '年中新增两家企业，已一并检查');
    },
    says: '● 待同步',
  },
  'kept as a draft with an error': {
    rows: synced,
    act: async (desk) => {
      edit(['count', '约80'])(desk);
      await desk.session.sync();
    },
    says: '✗ 草稿已存，1 处错误：数量',
  },
  'kept as a draft with a warning': {
    rows: synced,
    act: async (desk) => {
      edit(['count', 12])(desk);
      await desk.session.sync();
    },
    says: '! 草稿已存，需核实说明：数量',
  },
  'a draft that is changed again': {
    rows: synced,
    act: async (desk) => {
      edit(['count', '约80'])(desk);
      await desk.session.sync();
      edit(['count', '约90'])(desk);
    },
    says: '✗ 1 处错误：数量',
  },
  'too long for the wire': {
    rows: synced,
    act: async (desk) => {
      edit(['note', '长'.repeat(4001)])(desk);
      await desk.session.sync();
    },
    says: '✗ 2 处错误：工作情况',
  },
  'in conflict': {
    rows: synced,
    act: async (desk, server) => {
      edit(['count', 4])(desk);
      theirs(server);
      await desk.session.sync();
    },
    says: '≠ 冲突：数量',
  },
  locked: { rows: [serverRow(1, null, { lock: '2024-07-30' })], says: '已锁定' },
  'locked, and changed': {
    rows: [serverRow(1, underWay, { lock: '2024-07-30' })],
    act: edit(['count', 4]),
    says: '已锁定，改动未上报',
  },
  'unknown to the server': {
    rows: synced,
    act: async (desk, server) => {
      edit(['count', 4])(desk);
      server.rows.delete(keyOf(1));
      await desk.session.sync();
    },
    says: '✗ 清单中没有这一行',
  },
  waived: { rows: [serverRow(1, null, { state: 'waived' })], says: '— 已免报' },
};

describe('T2: the sheet itself says how a row stands', () => {
  test.each(Object.entries(states))('%s', async (_name, { rows, act, says }) => {
    const server = new FakeServer([...rows, serverRow(2)]);
    const desk = await openDesk(server);
    await act?.(desk, server);
    await desk.settle();
    expect((await desk.cells(keyOf(1))).result).toBe(says);
  });

  test('copies of a row, a row of another unit, and one without a key', async () => {
    const desk = await openDesk(new FakeServer([serverRow(1, underWay), serverRow(2)]));
    desk.workbook.copyRow(keyOf(1));
    desk.workbook.insertRowAbove(0);
    desk.workbook.edit(0, 'note', '自己的备注');
    desk.workbook.insertRowAbove(0);
    desk.workbook.edit(0, 'key', keyOf(1, 'menghe'));
    await desk.settle();
    expect((await desk.workbook.scan())!.map(({ cells }) => cells.result)).toEqual([
      '✗ 与任务的对应关系丢失，不会上报',
      '这一行不属于台账，不会上报',
      '≠ 重复行，请在侧栏选定一份',
      '≠ 重复行，请在侧栏选定一份',
      null,
    ]);
  });

  test('a row that is no longer asked for says so on the archive sheet, its copies too', async () => {
    for (const by of ['pull', 'sync'] as const) {
      const server = new FakeServer([serverRow(1, underWay), serverRow(2, underWay)]);
      const desk = await openDesk(server);
      edit(['count', 4])(desk);
      desk.workbook.copyRow(keyOf(2));
      await desk.settle();
      for (const number of [1, 2]) server.put({ ...server.row(keyOf(number)), state: 'retired' });
      await desk.session[by]();
      expect(desk.workbook.archived().map(({ result, count }) => [result, count])).toEqual([
        ['— 已不再要求填报', 4],
        ['— 已不再要求填报', 3],
        ['— 已不再要求填报', 3],
      ]);
    }
  });

  test('no two states that ask for different things read alike', () => {
    const sentences = Object.values(resultText).map((say) => say('数量', 1));
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
