import { expect, test } from 'vitest';
import { ledgerMemoryBodyExample } from '../../shared/wire/ledgerMemoryBody.ts';
import type { LedgerMemories } from '../../shared/wire/ledgerMemories.ts';
import { issueKey, startApi } from '../support/api/client.ts';
import { document, roster } from '../support/api/published.ts';

const shape = 'a'.repeat(32);
const { memory } = ledgerMemoryBodyExample;

test('S15.10: what a unit has confirmed of its tables is kept with a revision, and nobody else sees it', async () => {
  const api = await startApi();
  await api.admin.replace('/v1/roster', roster);
  await api.admin.put('/v1/task-lists/2024', document);
  const [own, other] = await Promise.all(
    ['xuejia', 'luoxi'].map(async (unit) => api.as((await issueKey('reporter', unit)).key)),
  );
  const shapesOf = async (client: typeof own) =>
    ((await client!.get('/v1/ledger-shapes')).body as LedgerMemories).shapes;
  expect(await shapesOf(own)).toEqual([]);
  const keep = async (revision: number, content = memory) =>
    (await own!.put(`/v1/ledger-shapes/${shape}`, { revision, memory: content })).body;
  expect(await keep(0)).toEqual({ revision: 1 });
  expect(await shapesOf(own)).toEqual([{ shape, revision: 1, memory }]);
  // Somebody else's that came in between stands.
  expect(await keep(0, { ...memory, sheets: [] })).toEqual({ revision: null });
  expect(await keep(1, { ...memory, sheets: [] })).toEqual({ revision: 2 });
  expect(await shapesOf(own)).toEqual([{ shape, revision: 2, memory: { ...memory, sheets: [] } }]);
  expect(await shapesOf(other)).toEqual([]);
  expect((await own!.put('/v1/ledger-shapes/none', { revision: 0, memory })).status).toBe(400);
  expect((await api.admin.get('/v1/ledger-shapes')).status).toBe(403);
});
