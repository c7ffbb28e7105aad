import { beforeAll, expect, test } from 'vitest';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api } from '../support/api/client.ts';
import { document, startPublished } from '../support/api/published.ts';

let during: (() => Promise<unknown>) | null = null;
let api: Api;
beforeAll(async () => {
  api = await startPublished({
    barrier: async () => {
      const act = during;
      during = null;
      await act?.();
    },
  });
});

const withTarget = (target: number): string =>
  document.replace('督促 92 家相关企业', `督促 ${target} 家相关企业`);

test('S6.5: what a republished list changed of an arrangement comes with the next pull', async () => {
  const clerk = await api.reporter('menghe');
  const before = await pull(clerk);
  expect(rowOf(before, '1-5-1', { indicator: 'i1' }).target).toBe(92);
  expect(await api.admin.put('/v1/task-lists/2024', withTarget(95))).toMatchObject({
    body: { changed: true },
  });
  const changes = await pull(clerk, `?cursor=${before.cursor}`);
  expect(new Set(changes.rows.map((row) => row.arrangement))).toEqual(new Set(['1-5-1']));
  expect(rowOf(changes, '1-5-1', { indicator: 'i1' })).toMatchObject({ target: 95 });
});

test('C10: a push is judged by the list that is in force at its batch', async () => {
  const clerk = await api.reporter('xuejia');
  const { key } = rowOf(await pull(clerk), '1-5-1', { indicator: 'i1' });
  during = () => api.admin.put('/v1/task-lists/2024', withTarget(3));
  const outcome = await pushRow(clerk, key, null, underWay(50));
  expect(outcome).toMatchObject({ outcome: 'invalid', findings: [{ rule: 'V-count-over-target' }] });
});
