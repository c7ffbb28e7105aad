import { expect, test } from 'vitest';
import { ApiProblem, localProblem } from '../../../addin/api/problem.ts';
import { freshRow } from '../../../addin/flows/ledger.ts';
import { requestFor } from '../../../addin/flows/planSend.ts';
import {
  clockTime,
  holding,
  lastSyncWords,
  otherRules,
  problemSentence,
  seconds,
  tally,
} from '../../../addin/pane/summary.ts';
import { daysLate, dueList, obligationsOf } from '../../../addin/pane/dueList.ts';
import { paneText } from '../../../addin/pane/text.ts';
import { blankRow } from '../../../shared/row/row.ts';
import { rulesVersion } from '../../../shared/rules/ruleIds.ts';
import { openDesk } from '../flows/support/desk.ts';
import { FakeServer } from '../flows/support/fakeServer.ts';
import { keyOf, serverRow, underWay } from '../flows/support/rows.ts';

test('the last sync in words: what was reported, what was kept as a draft', () => {
  const last = {
    at: '',
    counts: { applied: 12, invalid: 2, locked: 1 },
    received: 0,
    added: 0,
    archived: 0,
    again: 0,
  };
  expect(lastSyncWords(last, paneText.zh)).toBe('已上报 12 行，暂存草稿 2 行，已锁定未收 1 行');
  expect(lastSyncWords(last, paneText.en)).toBe(
    '12 rows reported, 2 rows kept as draft, 1 row refused: locked',
  );
  expect(lastSyncWords({ ...last, counts: {}, received: 40, added: 40 }, paneText.zh)).toBe('拉取 40 行');
  expect(lastSyncWords({ ...last, counts: {} }, paneText.zh)).toBe('没有新变化');
});

test('the time of the last sync is Shanghai’s; the day is told when it is another', () => {
  expect(clockTime('2024-07-31T02:05:00Z', new Date('2024-07-31T15:00:00Z'))).toBe('10:05');
  expect(clockTime('2024-07-31T15:30:00Z', new Date('2024-07-31T16:30:00Z'))).toBe('2024-07-31 23:30');
});

test('a problem is told in the server’s sentence, else in the pane’s', () => {
  const theirs = new ApiProblem(401, 'key-revoked', { zh: '密钥已作废。', en: 'The key is revoked.' });
  expect(problemSentence(theirs, 'en', paneText.en)).toBe('The key is revoked.');
  expect(problemSentence(localProblem('no-unit'), 'zh', paneText.zh)).toContain('密钥不属于任何责任单位');
  expect(problemSentence(new ApiProblem(418, 'teapot', null), 'zh', paneText.zh)).toBe(
    paneText.zh.problems['http-error'],
  );
});

test('every local problem has its sentence in both languages', () => {
  expect(Object.keys(paneText.en.problems).toSorted()).toEqual(Object.keys(paneText.zh.problems).toSorted());
});

test('C15.1: rules of the server that are not the pane’s are told with both versions, and the push names the pane’s', async () => {
  const server = new FakeServer([serverRow(1, underWay)]);
  const { session } = await openDesk(server);
  const { ledger } = session.view;
  expect(otherRules(ledger)).toBeNull();
  expect(otherRules({ ...ledger!, rulesVersion: '2099.1' })).toBe('2099.1');
  expect(paneText.zh.status.otherRules('2099.1', rulesVersion)).toContain('服务器 2099.1');
  expect(requestFor({ ...ledger!, rulesVersion: '2099.1' }, [], 'push-00000001')).toMatchObject({
    rulesVersion,
  });
});

test('rows are counted by what is to be done about them', async () => {
  const server = new FakeServer([
    ...[1, 2, 3, 4].map((number) => serverRow(number, underWay)),
    serverRow(5, underWay, { lock: '2024-07-01' }),
  ]);
  const { workbook, session, settle } = await openDesk(server);
  workbook.edit(keyOf(1), 'count', '约80');
  workbook.edit(keyOf(2), 'count', 12);
  workbook.edit(keyOf(3), 'count', 5);
  workbook.edit(keyOf(5), 'count', 5);
  await settle();
  const counts = tally(session.view);
  expect(counts.changed).toBe(3);
  expect(counts.errors.map(({ key }) => key)).toEqual([keyOf(1)]);
  expect(counts.warnings.map(({ key }) => key)).toEqual([keyOf(2)]);
  expect(counts.refused.map(({ key }) => key)).toEqual([keyOf(5)]);
});

test('T8: between a decision and the check that follows it the conflict is not asked about again', async () => {
  const server = new FakeServer([serverRow(1, underWay), serverRow(2, underWay)]);
  const { workbook, session, settle } = await openDesk(server);
  for (const number of [1, 2]) workbook.edit(keyOf(number), 'count', 4);
  await settle();
  for (const number of [1, 2]) server.edit(keyOf(number), { count: 5 });
  await session.sync();
  expect(tally(session.view).conflicts).toHaveLength(2);
  const seen: number[] = [];
  session.subscribe((view) => {
    for (const { key } of tally(view).conflicts) expect(view.ledger!.rows.get(key)!.conflict).not.toBeNull();
    seen.push(tally(view).conflicts.length);
  });
  await session.decideField(keyOf(1), 'count', { take: 'mine' });
  expect(seen).toContain(1);
});

test('T7: words find rows by code, task, indicator, sentence and what is wrong; each word has to be there', async () => {
  const { workbook, session, settle } = await openDesk(
    new FakeServer([1, 2].map((number) => serverRow(number, underWay))),
  );
  workbook.edit(keyOf(1), 'count', '约80');
  workbook.edit(keyOf(2), 'count', 12);
  await settle();
  const { errors, warnings } = tally(session.view);
  const found = (words: string) =>
    [...errors, ...warnings].filter(holding(words, session.view.ledger!, 'zh')).map(({ key }) => key);
  expect(found('')).toEqual([keyOf(1), keyOf(2)]);
  expect(found('约80')).toEqual([keyOf(1)]);
  expect(found(' 1-2-1  本单位分解 ')).toEqual([keyOf(2)]);
  expect(found('重点工作1 本单位分解')).toEqual([]);
});

test('T6: seconds taken, and about how many are left, once something is answered', () => {
  const progress = { done: 0, total: 600, since: 1_000, stopping: false };
  expect(seconds(progress, 3_900)).toEqual({ taken: 2, left: null });
  expect(seconds({ ...progress, done: 500 }, 11_000)).toEqual({ taken: 10, left: 2 });
  expect(seconds({ ...progress, done: 600 }, 11_000)).toEqual({ taken: 10, left: 0 });
  expect(seconds(progress, 0)).toEqual({ taken: 0, left: null });
});

test('T9: overdue, this week, next week, by the server’s calendar; what has said done is left out', () => {
  const row = (number: number, due: string | null, part: Parameters<typeof serverRow>[2] = {}) =>
    serverRow(number, null, { due, ...part });
  const done = { ...blankRow, status: '已完成', count: 10 };
  const rows = [
    row(1, '2024-08-04'),
    row(2, '2024-07-30', { state: 'overdue' }),
    row(3, '2024-07-31'),
    row(4, '2024-08-05'),
    row(5, '2024-08-11'),
    row(6, '2024-08-12'),
    row(7, null, { state: 'undated' }),
    row(8, '2024-08-01', { state: 'fulfilled' }),
    row(9, '2024-08-01', { values: done }),
    row(10, '2024-08-01', { state: 'waived' }),
  ];
  const ledgerOn = (today: string) => ({
    today,
    rows: new Map(rows.map((server) => [server.key, { ...freshRow(server) }])),
  });
  const names = (list: typeof rows) => list.map(({ arrangement }) => arrangement);
  const wednesday = dueList(ledgerOn('2024-07-31'));
  expect(names(wednesday.overdue)).toEqual(['1-2-1']);
  expect(names(wednesday.thisWeek)).toEqual(['1-3-1', '1-1-1']);
  expect(names(wednesday.nextWeek)).toEqual(['1-4-1', '1-5-1']);
  const sunday = dueList(ledgerOn('2024-08-04'));
  expect(names(sunday.thisWeek)).toEqual(['1-1-1']);
  expect(names(sunday.nextWeek)).toEqual(['1-4-1', '1-5-1']);
  const monday = dueList(ledgerOn('2024-08-05'));
  expect(names(monday.thisWeek)).toEqual(['1-4-1', '1-5-1']);
});

test('T9.1: a row that is filled in so that it passes is told apart from one that is overdue', () => {
  const rows = [1, 2, 3].map((number) =>
    serverRow(number, null, {
      due: number === 3 ? '2024-08-02' : '2024-07-30',
      state: number === 3 ? 'open' : 'overdue',
    }),
  );
  const ledger = {
    today: '2024-07-31',
    rows: new Map(rows.map((server) => [server.key, freshRow(server)])),
  };
  const standing = (kind: 'changed' | 'error', status: string) => ({ kind, values: { ...blankRow, status } });
  const list = dueList(
    ledger,
    new Map([
      [keyOf(1), standing('changed', '已完成')],
      [keyOf(2), standing('error', '已完成')],
      [keyOf(3), standing('changed', '进行中')],
    ]),
  );
  expect(list.filled.map(({ key }) => key)).toEqual([keyOf(1)]);
  expect(list.overdue.map(({ key }) => key)).toEqual([keyOf(2)]);
  expect(list.thisWeek.map(({ key }) => key)).toEqual([keyOf(3)]);
  expect(obligationsOf(rows)).toBe(3);
  expect(obligationsOf([rows[0]!, { ...rows[0]!, key: keyOf(1).replace('.i1.', '.i2.') }])).toBe(1);
  expect(paneText.zh.due.late(daysLate('2024-01-07', '2024-04-10'), '2024-01-07')).toBe(
    '已逾期 94 天（应于 1 月 7 日前报）',
  );
});
