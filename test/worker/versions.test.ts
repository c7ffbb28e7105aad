import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Client } from '../support/api/client.ts';
import { smallRoster, startSmall, type SmallApi } from '../support/api/smallApi.ts';

let small: SmallApi;
let admin: Client;
beforeEach(async () => {
  small = await startSmall();
  admin = small.api.admin;
  await small.published([{ name: '培训', items: ['旺季每月检查。', '年底前检查35家企业。'] }]);
});

const tag = ({ headers }: Answer): string => headers.get('etag') ?? '';
const set = (client: Client, path: string, body: unknown, version?: string): Promise<Answer> =>
  client.send('PUT', path, body, version === undefined ? {} : { 'if-match': version });

/** What is set of a version, read, and changed a little in two ways. */
const things = [
  {
    name: 'the settings of a list',
    path: () => small.path('/settings'),
    read: ({ body }: Answer) => body.settings,
    change: (settings: any, n: number) => ({ ...settings, contact: `区局 ${n}` }),
    zh: /年清单的设置已不是您看到的/u,
  },
  {
    name: 'the roster',
    path: () => '/v1/roster',
    read: ({ body }: Answer) => body,
    change: (roster: any, n: number) => ({
      ...roster,
      groups: roster.groups.map((group: any) => ({ ...group, aliases: [`各镇 ${small.year} ${n}`] })),
    }),
    zh: /名册已不是您看到的/u,
  },
  {
    name: 'the shares of a list',
    path: () => small.path('/allocations'),
    read: ({ body: { allocations } }: Answer) => ({ allocations }),
    change: (_: any, n: number) => ({
      allocations: [{ arrangement: '1-1-2', indicator: 'i1', unit: 'nan', share: n }],
    }),
    zh: /年的分解指标已不是您看到的/u,
  },
] as const;

describe.each(things)('C19: who sets $name names its version', ({ path, read, change, zh }) => {
  test('without one it is refused (428), and nothing is stored', async () => {
    const before = await admin.get(path());
    for (const version of [undefined, '', '*', '3', '"three"', '"1', 'W/3', `"${'9'.repeat(16)}"`]) {
      const answer = await set(admin, path(), change(read(before), 1), version);
      expect([version, answer]).toMatchObject([version, { status: 428, body: { code: 'version-missing' } }]);
    }
    expect(await admin.get(path())).toMatchObject({ body: before.body });
  });

  test('with an old one it is refused (412), and told who saved when; nothing is stored', async () => {
    const first = await admin.get(path());
    const saver = small.api.as(
      (await admin.post('/v1/keys', { role: 'admin', holder: '王科长', label: '值班电脑' })).body
        .key as string,
    );
    small.api.clock.set(`${small.year}-04-11T10:30:00+08:00`);
    const saved = await set(saver, path(), change(read(first), 1), tag(first));
    expect(saved.status).toBe(200);
    expect(tag(saved)).not.toBe(tag(first));
    const refused = await set(admin, path(), change(read(first), 2), tag(first));
    expect(refused).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    const { messages } = refused.body;
    expect(messages.zh).toMatch(zh);
    expect(messages.zh).toMatch(/王科长（管理员）于 \d{4}-04-11 10:30 保存了/u);
    expect(messages.zh).toContain('请重新读取');
    expect(messages.en).toMatch(/王科长 \(an administrator\) saved version \d+ on \d{4}-04-11 10:30/u);
    const after = await admin.get(path());
    expect(read(after)).toEqual(change(read(first), 1));
    expect(tag(after)).toBe(tag(saved));
    expect((await set(admin, path(), change(read(after), 2), tag(after))).status).toBe(200);
  });

  test('of two who save the same version at one moment, one is refused', async () => {
    const before = await admin.get(path());
    const answers = await Promise.all(
      [1, 2].map((n) => set(admin, path(), change(read(before), n), tag(before))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const kept = answers.findIndex(({ status }) => status === 200) + 1;
    expect(read(await admin.get(path()))).toEqual(change(read(before), kept));
  });

  test('what stands there already may be sent again, whatever its version: an answer may have been lost', async () => {
    const before = await admin.get(path());
    const saved = await set(admin, path(), change(read(before), 1), tag(before));
    const again = await set(admin, path(), change(read(before), 1), tag(before));
    expect(again.status).toBe(200);
    expect(tag(again)).toBe(tag(saved));
    expect(read(await admin.get(path()))).toEqual(change(read(before), 1));
  });

  test('a tag that was made weak on the way counts, and one of several', async () => {
    const before = await admin.get(path());
    const weak = await set(admin, path(), change(read(before), 1), `W/${tag(before)}`);
    expect(weak.status).toBe(200);
    const standing = await admin.get(path());
    const several = await set(admin, path(), change(read(standing), 2), `"77", ${tag(weak)}`);
    expect(several.status).toBe(200);
  });
});

test('C19: decisions that a publishing brings along are a change of the settings too', async () => {
  const before = await admin.get(small.path('/settings'));
  await small.published([{ name: '培训', items: ['旺季每月检查。', '每季度通报一次。'] }], {
    decisions: { seasons: { 旺季: [7, 8] } },
  });
  const refused = await set(
    admin,
    small.path('/settings'),
    { ...before.body.settings, contact: '区局' },
    tag(before),
  );
  expect(refused).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
  const { body } = await admin.get(small.path('/settings'));
  expect(body.settings).toMatchObject({ seasons: { 旺季: [7, 8] }, contact: '' });
  // A list alone leaves them as they are.
  await small.published([{ name: '培训', items: ['旺季每月检查。'] }]);
  expect((await admin.get(small.path('/settings'))).body.version).toBe(body.version);
});

test('C19: what was set before versions were kept is version 0, and so is what was never set', async () => {
  await env.DB.prepare(`DELETE FROM versions`).run();
  const roster = await admin.get('/v1/roster');
  expect(tag(roster)).toBe('"0"');
  const changed = { ...smallRoster, groups: [{ ...smallRoster.groups[0], aliases: ['全部乡镇'] }] };
  expect(tag(await set(admin, '/v1/roster', changed, '"0"'))).toBe('"1"');
  expect((await set(admin, '/v1/roster', smallRoster, '"0"')).status).toBe(412);
});
