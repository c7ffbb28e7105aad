import { expect, test } from 'vitest';
import { ApiProblem, localProblem } from '../../../addin/api/problem.ts';
import { pushRequest } from '../../../addin/flows/planPush.ts';
import { clockTime, lastSyncWords, otherRules, problemSentence, tally } from '../../../addin/pane/summary.ts';
import { texts } from '../../../addin/text/text.ts';
import { rulesVersion } from '../../../shared/rules/ruleIds.ts';
import { openDesk } from '../flows/support/desk.ts';
import { FakeServer } from '../flows/support/fakeServer.ts';
import { keyOf, serverRow, underWay } from '../flows/support/rows.ts';

test('the last sync in words: what was reported, what was kept as a draft', () => {
  const last = { at: '', counts: { applied: 12, invalid: 2, locked: 1 }, received: 0, added: 0, archived: 0 };
  expect(lastSyncWords(last, texts.zh)).toBe('已上报 12 行，暂存草稿 2 行，已锁定未收 1 行');
  expect(lastSyncWords(last, texts.en)).toBe('12 rows reported, 2 rows kept as draft, 1 row refused: locked');
  expect(lastSyncWords({ ...last, counts: {}, received: 40, added: 40 }, texts.zh)).toBe('拉取 40 行');
  expect(lastSyncWords({ ...last, counts: {} }, texts.zh)).toBe('没有新变化');
});

test('the time of the last sync is Shanghai’s; the day is told when it is another', () => {
  expect(clockTime('2024-07-31T02:05:00Z', new Date('2024-07-31T15:00:00Z'))).toBe('10:05');
  expect(clockTime('2024-07-31T15:30:00Z', new Date('2024-07-31T16:30:00Z'))).toBe('2024-07-31 23:30');
});

test('a problem is told in the server’s sentence, else in the pane’s', () => {
  const theirs = new ApiProblem(401, 'key-revoked', { zh: '密钥已作废。', en: 'The key is revoked.' });
  expect(problemSentence(theirs, 'en', texts.en)).toBe('The key is revoked.');
  expect(problemSentence(localProblem('no-unit'), 'zh', texts.zh)).toContain('密钥不属于任何责任单位');
  expect(problemSentence(new ApiProblem(418, 'teapot', null), 'zh', texts.zh)).toBe(
    texts.zh.problems['http-error'],
  );
});

test('every local problem has its sentence in both languages', () => {
  expect(Object.keys(texts.en.problems).toSorted()).toEqual(Object.keys(texts.zh.problems).toSorted());
});

test('C15.1: rules of the server that are not the pane’s are told with both versions, and the push names the pane’s', async () => {
  const server = new FakeServer([serverRow(1, underWay)]);
  const { session } = await openDesk(server);
  const { ledger } = session.view;
  expect(otherRules(ledger)).toBeNull();
  expect(otherRules({ ...ledger!, rulesVersion: '2099.1' })).toBe('2099.1');
  expect(texts.zh.status.otherRules('2099.1', rulesVersion)).toContain('服务器 2099.1');
  expect(pushRequest({ ...ledger!, rulesVersion: '2099.1' }, [], 'push-00000001')).toMatchObject({
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
  const counts = tally(session.view.standings);
  expect(counts.changed).toBe(3);
  expect(counts.errors.map(({ key }) => key)).toEqual([keyOf(1)]);
  expect(counts.warnings.map(({ key }) => key)).toEqual([keyOf(2)]);
  expect(counts.refused.map(({ key }) => key)).toEqual([keyOf(5)]);
});
