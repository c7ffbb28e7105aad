import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { PackedAnswer } from '../../shared/wire/pushAnswer.ts';
import { pushLimits } from '../../shared/wire/push.ts';
import type { PackedSheet } from '../../shared/wire/sheet.ts';
import { counted } from '../support/api/limits.ts';
import { largeList } from '../support/api/largeList.ts';
import { startApi } from '../support/api/client.ts';
import { roster } from '../support/api/published.ts';

const MB = 1_000_000;

test('S11: 5,000 rows in one push stay within every production limit of D1', async () => {
  const api = await startApi();
  await api.admin.replace('/v1/roster', roster);
  const published = await api.admin.put('/v1/task-lists/2024', largeList(2024, '薛家镇'));
  expect(published.body).toMatchObject({ changed: true });
  api.clock.set('2024-12-30T09:00:00+08:00');
  const xuejia = await api.reporter('xuejia');
  const sheet = await xuejia.get<PackedSheet>('/v1/sheet');
  expect(sheet.body.rows).toHaveLength(5200);

  const note = '已完成本周调度，未发现重大隐患，一般问题已督促企业当场整改并复核。'.repeat(3);
  const rows = sheet.body.rows.slice(0, pushLimits.rows).map((row, index) => ({
    key: row.key,
    base: null,
    values: {
      status: '已开展',
      // One in ten is refused: a count that is none.
      count: index % 10 === 9 ? '约 80' : 1,
      note,
    },
  }));
  const { db, usage } = counted(env.DB);
  const push = await xuejia.over(db).post<PackedAnswer>('/v1/sync', {
    pushId: 'large-push-1',
    cursor: sheet.body.cursor,
    rulesVersion: sheet.body.rulesVersion,
    rows,
  });
  expect(push.status).toBe(200);
  expect(push.body.outcomes.filter(({ outcome }) => outcome === 'applied')).toHaveLength(4500);
  expect(push.body.outcomes.filter(({ outcome }) => outcome === 'invalid')).toHaveLength(500);
  // Every row stands as it was sent: the answer tells no more of it than what else has changed.
  expect(push.body.outcomes.filter(({ row }) => row !== undefined)).toHaveLength(5000);
  expect(JSON.stringify(push.body).length).toBeLessThan(JSON.stringify(rows).length);

  // Limits: 100 bound parameters and 100 KB of SQL a statement, 2 MB a value, 50 queries an invocation (free plan).
  expect(usage.mostParameters).toBeLessThanOrEqual(100);
  expect(usage.longestSql).toBeLessThanOrEqual(100_000);
  expect(usage.largestValue).toBeLessThanOrEqual(2 * MB);
  expect(usage.largestValue).toBeGreaterThan(MB / 2);
  expect(usage.statements).toBeLessThanOrEqual(50);
  expect(usage.roundTrips).toBeLessThanOrEqual(8);

  const { results } = await env.DB.prepare(
    `SELECT length(CAST(outcomes AS BLOB)) AS bytes FROM pushes UNION ALL
     SELECT length(CAST(outcomes AS BLOB)) FROM push_outcomes ORDER BY 1 DESC`,
  ).all<{ bytes: number }>();
  expect(results.length).toBeGreaterThan(0);
  expect(results[0]?.bytes).toBeLessThanOrEqual(2 * MB);

  const again = await xuejia.post<PackedAnswer>('/v1/sync', {
    pushId: 'large-push-1',
    cursor: sheet.body.cursor,
    rulesVersion: sheet.body.rulesVersion,
    rows,
  });
  expect(again.body.outcomes).toEqual(push.body.outcomes.map(({ row: _, ...outcome }) => outcome));
  expect(again.body.changes.rows.length).toBeGreaterThanOrEqual(5000);
});

test('S11: one row or one byte too many is a problem of its own, and nothing is stored', async () => {
  const api = await startApi();
  const key = await api.reporter('binkai');
  const row = { key: 'x', base: null, values: {} };
  const many = await key.post('/v1/sync', {
    pushId: 'too-many-rows',
    rulesVersion: '1',
    rows: Array.from({ length: pushLimits.rows + 1 }, () => row),
  });
  expect(many).toMatchObject({
    status: 400,
    body: { code: 'invalid-request', where: [{ pointer: '#/rows' }] },
  });
  const large = await key.post('/v1/sync', {
    pushId: 'too-many-bytes',
    rulesVersion: '1',
    rows: [{ ...row, values: { note: 'x'.repeat(pushLimits.bytes) } }],
  });
  expect(large).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  const { results } = await env.DB.prepare(`SELECT push_id FROM pushes WHERE push_id LIKE 'too-many%'`).all();
  expect(results).toEqual([]);
});
