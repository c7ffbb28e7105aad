import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RosterEffect, UnitEffect } from '../../shared/wire/rosterEffect.ts';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Client } from '../support/api/client.ts';
import { smallRoster, startSmall, type SmallApi } from '../support/api/smallApi.ts';

let small: SmallApi;
let admin: Client;
beforeEach(async () => {
  small = await startSmall();
  admin = small.api.admin;
  await small.published([{ name: '培训', items: ['每月报送进度。', '年底前检查35家企业。'] }]);
});

/** The roster with other members of 各镇. */
const withMembers = (members: object[], more: object[] = []) => ({
  units: [...smallRoster.units, ...more],
  groups: [{ ...smallRoster.groups[0], members }],
});
const tagNow = async (): Promise<string> => (await admin.get('/v1/roster')).headers.get('etag')!;
const tryOut = async (roster: object) =>
  admin.send('PUT', '/v1/roster?dryRun=true', roster, { 'if-match': await tagNow() });
const effect = async (roster: object): Promise<RosterEffect['lists'][number]> => {
  const { status, body } = await tryOut(roster);
  expect(status).toBe(200);
  return body.lists.find(({ year }: { year: number }) => year === small.year);
};

/** Keys of the list's obligations, and whether each is retired. */
async function stored(): Promise<Map<string, boolean>> {
  const { results } = await env.DB.prepare(`SELECT key, retired FROM obligations WHERE list_id = ?1`)
    .bind(String(small.year))
    .all<{ key: string; retired: number }>();
  return new Map(results.map(({ key, retired }) => [key, retired === 1]));
}

const everything = async (): Promise<unknown> =>
  await env.DB.prepare(
    `SELECT (SELECT group_concat(name || value) FROM sequences), (SELECT group_concat(thing || version) FROM versions),
         (SELECT count(*) FROM obligations), (SELECT group_concat(group_name || unit_id || starts_on) FROM unit_group_members)`,
  ).first();

/** What setting a roster has really done to each unit's obligations. */
async function done(roster: object): Promise<UnitEffect[]> {
  const before = await stored();
  expect((await admin.replace('/v1/roster', roster)).status).toBe(200);
  const after = await stored();
  const counts = new Map<string, UnitEffect>();
  const count = (key: string, what: 'made' | 'restored' | 'retired' | 'gone'): void => {
    const unit = key.split('.')[3]!;
    const of = counts.get(unit) ?? { unit, made: 0, restored: 0, retired: 0, gone: 0 };
    of[what] += 1;
    counts.set(unit, of);
  };
  for (const [key, retired] of after) {
    const was = before.get(key);
    if (was === undefined) count(key, 'made');
    else if (was && !retired) count(key, 'restored');
    else if (!was && retired) count(key, 'retired');
  }
  for (const key of before.keys()) if (!after.has(key)) count(key, 'gone');
  return [...counts.values()];
}

describe('B16.1: a roster is tried out before it is set', () => {
  test('what it would make, restore, retire and delete is what setting it does; nothing is written', async () => {
    const nan = await small.api.reporter('nan');
    const march = rowOf(await pull(nan), '1-1-1', { period: `${small.year}-03` });
    expect(await pushRow(nan, march.key, null, { ...underWay(1), status: '已开展' })).toMatchObject({
      outcome: 'applied',
    });
    const leaves = withMembers([{ unit: 'nan', to: small.day('03-15') }, { unit: 'bei' }]);
    const untouched = await everything();
    const told = await effect(leaves);
    expect(await everything()).toEqual(untouched);
    expect(told.units).toEqual([{ unit: 'nan', made: 0, restored: 0, retired: 1, gone: 10 }]);
    expect(await done(leaves)).toEqual(told.units);

    const joins = withMembers(
      [{ unit: 'nan' }, { unit: 'bei' }, { unit: 'dong', from: small.day('07-01') }],
      [{ id: 'dong', name: '东镇', kind: 'town', aliases: [] }],
    );
    const next = await effect(joins);
    expect(next.units).toEqual([
      { unit: 'nan', made: 10, restored: 1, retired: 0, gone: 0 },
      { unit: 'dong', made: 7, restored: 0, retired: 0, gone: 0 },
    ]);
    expect((await done(joins)).toSorted((a, b) => b.made - a.made)).toEqual(next.units);
  });

  test('a name of the list that it would no longer know is told; kept as an alias, nothing is lost', async () => {
    const renamed = (aliases: string[]) => ({
      ...smallRoster,
      groups: [{ ...smallRoster.groups[0], name: '各乡镇', aliases }],
    });
    const told = await effect(renamed([]));
    expect(told.lostNames).toEqual(['各镇']);
    expect(told.units.map(({ unit, gone }) => [unit, gone])).toEqual([
      ['nan', 13],
      ['bei', 13],
    ]);
    expect(await effect(renamed(['各镇']))).toEqual({ year: small.year, units: [], lostNames: [] });
  });

  test('it is refused as setting it would be, and the roster that stands there does nothing', async () => {
    const { body } = await admin.get('/v1/roster');
    expect((await tryOut(body)).body).toEqual({ lists: [] });
    const changed = withMembers([{ unit: 'bei' }]);
    const send = (version?: string) =>
      admin.send('PUT', '/v1/roster?dryRun=true', changed, version ? { 'if-match': version } : {});
    expect((await send()).status).toBe(428);
    expect(await send('"9999"')).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    const officer = await small.api.officer();
    expect((await officer.send('PUT', '/v1/roster?dryRun=true', changed)).status).toBe(403);
    await small.api.reporter('nan');
    const without = { units: smallRoster.units.filter(({ id }) => id !== 'nan'), groups: [] };
    expect(await tryOut(without)).toMatchObject({ status: 409, body: { code: 'unit-has-reports' } });
    expect((await admin.put('/v1/roster?dryRun=yes', changed)).status).toBe(400);
  });
});
