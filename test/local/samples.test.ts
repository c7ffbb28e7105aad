import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import { databaseFile } from '../../worker/local/database.ts';
import { sharesOf } from '../../worker/local/samplePlan.ts';
import { type LocalServer, startLocalServer } from '../../worker/local/serve.ts';
import { LocalProblem } from '../../worker/local/localProblem.ts';
import { readDemo } from '../../worker/local/terminal.ts';
import { copyOfTemplate, demoNow } from '../support/template.ts';

let folder = '';
let server: LocalServer;

const ask = async <T>(path: string): Promise<T> => {
  const headers = { authorization: `Bearer ${server.keys.viewer}` };
  return (await (await fetch(`${server.url}${path}`, { headers })).json()) as T;
};

/** One number that SQLite counts in the folder's database. */
function counted(sql: string): number {
  const db = new DatabaseSync(databaseFile(folder)!, { readOnly: true });
  try {
    return (db.prepare(`SELECT (${sql}) AS n`).get() as { n: number }).n;
  } finally {
    db.close();
  }
}

beforeAll(async () => {
  folder = await copyOfTemplate('reported', 'taizhang-samples-');
}, 240_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the sample reports of a first start', () => {
  it('are not made again by a second one', async () => {
    const before = counted('SELECT count(*) FROM revisions');
    expect(before).toBeGreaterThan(500);
    server = await startLocalServer({ port: 0, dataDir: folder, demoNow });
    expect(counted('SELECT count(*) FROM revisions')).toBe(before);
    expect(server.now).toBe(Date.parse(demoNow));
  });

  it('show a district: towns at different states, some late, some missing, some as drafts', async () => {
    const { groups } = await ask<ProgressAnswer>('/v1/progress?groupBy=unit');
    expect(groups).toHaveLength(12);
    expect(new Set(groups.map(({ received }) => received)).size).toBeGreaterThan(6);
    const by = new Map(groups.map((group) => [group.id, group]));
    expect(by.get('binkai')).toMatchObject({ missing: 0 });
    expect(by.get('benniu')!.missing).toBeGreaterThan(40);
    expect(by.get('longhutang')!.completedLate).toBeGreaterThan(10);
    expect(groups.filter(({ onTime }) => onTime > 0)).toHaveLength(12);
    expect(groups.filter(({ reportedLate }) => reportedLate > 0).length).toBeGreaterThan(2);
    expect(counted('SELECT count(*) FROM drafts')).toBe(3);
  });

  it('fit the printed targets: no total is over its own', async () => {
    const { groups } = await ask<ProgressAnswer>('/v1/progress?groupBy=arrangement&quantities=true');
    const quantities = groups.flatMap((group) => group.quantities ?? []);
    const targets = quantities.filter(({ target, reported }) => target !== null && (reported ?? 0) > 0);
    expect(targets.length).toBeGreaterThan(10);
    for (const { reported, target, label } of targets) expect(reported, label).toBeLessThanOrEqual(target!);
  });

  it('came before the demo’s day, through the API, each by its unit’s own key', () => {
    expect(counted(`SELECT max(made_at) FROM revisions`)).toBeLessThan(Date.parse(demoNow));
    expect(counted(`SELECT count(DISTINCT made_by) FROM revisions`)).toBe(12);
    expect(counted(`SELECT count(*) FROM pushes`)).toBeGreaterThan(100);
  });

  it('leave this week to be reported', async () => {
    const { obligations } = await ask<{ obligations: { period: string; state: string }[] }>(
      '/v1/obligations?unit=xuejia&period=2024-W15',
    );
    expect(obligations.map(({ state }) => state).sort()).toEqual(['open', 'open', 'open', 'waived']);
  });
});

describe('shares of a target', () => {
  it('add up to it, by the companies in each unit’s care', () => {
    const units = ['bureau', 'binkai', 'chunjiang', 'benniu'];
    const shares = sharesOf({ id: 'i1', target: 8 }, units)!;
    expect([...shares.values()].reduce((sum, each) => sum + each)).toBe(8);
    expect(Object.fromEntries(shares)).toEqual({ binkai: 6, chunjiang: 2, benniu: 0, bureau: 0 });
    expect(sharesOf({ id: 'i1', target: 21 }, ['bureau'])!.get('bureau')).toBe(21);
    expect(sharesOf({ id: 'done', target: 1 }, units)).toBeNull();
  });
});

describe('DEMO', () => {
  it('asks for a server without them, and is refused where it says something else', () => {
    expect([readDemo(undefined), readDemo(''), readDemo('empty')]).toEqual([{}, {}, { empty: true }]);
    expect(() => readDemo('full')).toThrow(LocalProblem);
  });
});
