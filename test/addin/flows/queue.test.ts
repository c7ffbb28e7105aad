import { expect, test } from 'vitest';
import { ApiProblem, localProblem } from '../../../addin/api/problem.ts';
import { createQueue } from '../../../addin/flows/queue.ts';
import { createView } from '../../../addin/flows/view.ts';
import { LedgerBusy } from '../../../addin/workbook/port.ts';

const failing = (problem: unknown) => () => Promise.reject(problem);

test('flows run one after another, in the order in which they were asked for', async () => {
  const view = createView();
  const queue = createQueue(view);
  const said: string[] = [];
  const flow = (name: string) => async () => {
    said.push(`${name} begins, ${view.now.busy}`);
    await new Promise(setImmediate);
    said.push(`${name} ends`);
  };
  void queue.run('pulling', flow('pull'));
  await queue.run('syncing', flow('sync'));
  expect(said).toEqual(['pull begins, pulling', 'pull ends', 'sync begins, syncing', 'sync ends']);
  expect(view.now).toMatchObject({ busy: null, problem: null });
});

test('what a flow throws is the problem that is shown, and the next flow runs', async () => {
  const view = createView();
  const queue = createQueue(view);
  let ended = 0;
  queue.onEnded(() => (ended += 1));
  view.set({ progress: { done: 1, total: 2, since: 0, stopping: false } });
  await queue.run('pulling', failing(new LedgerBusy('cell-edit mode')));
  expect(view.now).toMatchObject({ busy: null, progress: null, problem: { code: 'workbook-busy' } });
  await queue.run('pulling', failing(new Error('no such sheet')));
  expect(view.now.problem).toMatchObject({ code: 'internal', message: 'no such sheet' });
  await queue.run('checking', () => Promise.resolve(view.set({ problem: null })));
  expect(view.now.problem).toBeNull();
  expect(ended).toBe(3);
});

test('only the server’s silence makes it offline, and only an answer ends that', async () => {
  const view = createView();
  const queue = createQueue(view);
  const after = async (problem: ApiProblem) => {
    await queue.run(null, failing(problem));
    return view.now.offline;
  };
  expect(await after(localProblem('workbook-busy'))).toBe(false);
  expect(await after(localProblem('offline'))).toBe(true);
  expect(await after(localProblem('workbook-busy'))).toBe(true);
  expect(await after(new ApiProblem(503, 'unavailable', null))).toBe(false);
});
