import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { protocol } from '../../shared/wire/protocol.ts';
import { act } from '../support/api/acts.ts';
import { pull, push, underWay } from '../support/api/clerk.ts';
import { issueKey, type Client } from '../support/api/client.ts';
import { changedTags, conditionalAnswers, conditionalPaths } from '../support/api/conditionalAnswers.ts';
import { counted } from '../support/api/limits.ts';
import { smallRoster, startSmall, type SmallApi } from '../support/api/smallApi.ts';

let small: SmallApi;
let officer: Client;
let clerk: Client;
beforeAll(async () => {
  small = await startSmall();
  await small.published([{ name: '培训', items: ['每月检查。', '10月底前检查企业50家。'] }]);
  officer = await small.api.officer();
  clerk = await small.api.reporter('nan');
});
beforeEach(() => small.api.clock.set(small.day('04-10T09:00:00+08:00')));

const tagOf = async (client: Client, path: string, headers = {}): Promise<string> => {
  const answer = await client.send('GET', path, undefined, headers);
  expect(answer.status).toBe(200);
  return answer.headers.get('etag')!;
};
const again = (client: Client, path: string, tag: string, headers = {}) =>
  client.raw('GET', path, undefined, { 'if-none-match': tag, ...headers });

const paths = ['/v1/submissions', '/v1/obligations?limit=3', '/v1/progress?groupBy=unit', '/v1/changes'];

describe('B19: an answer that has not changed is not sent again', () => {
  test('304 without a body, under the same headers, from one statement; HEAD tells them too', async () => {
    for (const path of paths) {
      const first = await officer.raw('GET', path);
      const tag = first.headers.get('etag')!;
      expect(tag).toMatch(new RegExp(`^W/"\\d+-${small.day('04-10')}-[0-9a-f]{16}"$`, 'u'));
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      expect(first.headers.get('vary')).toContain('Authorization');
      const { db, usage } = counted(env.DB);
      const second = await again(officer.over(db), path, tag);
      expect([second.status, await second.text()]).toEqual([304, '']);
      expect([usage.statements, usage.rowsRead < 10]).toEqual([1, true]);
      for (const name of ['etag', 'cache-control', 'vary', 'content-security-policy'])
        expect(second.headers.get(name), name).toBe(first.headers.get(name));
      const head = await officer.raw('HEAD', path);
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, '']);
      expect((await officer.raw('HEAD', path, undefined, { 'if-none-match': tag })).status).toBe(304);
    }
  });

  test('of several tags one suffices, a strong one too; `*` is whatever there is; another is none', async () => {
    const [path] = paths as [string];
    const tag = await tagOf(officer, path);
    for (const given of [`"1", ${tag}`, tag.slice(2), '*'])
      expect((await again(officer, path, given)).status, given).toBe(304);
    for (const given of ['"1"', 'nothing', ''])
      expect((await again(officer, path, given)).status, given).toBe(200);
    expect((await again(officer, '/v1/submissions?unit=nowhere', '*')).status).toBe(404);
  });

  test('problems have no tag and are not kept, nor is a 304 given for them', async () => {
    const tag = await tagOf(officer, '/v1/submissions');
    for (const path of [
      '/v1/submissions?unit=nowhere',
      '/v1/submissions?limit=0',
      '/v1/revisions?year=2050',
    ]) {
      const answer = await again(officer, path, tag);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('etag')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const stranger = await again(small.api.as('hello'), '/v1/submissions', tag);
    expect(stranger.status).toBe(401);
  });

  test('the routes are those that follow change and day', async () => {
    expect(await conditionalPaths(officer)).toEqual(
      expect.arrayContaining([
        ...['/v1/progress', '/v1/progress/due', '/v1/progress/indicator', '/v1/obligations'],
        ...['/v1/submissions', '/v1/drafts', '/v1/revisions', '/v1/changes'],
      ]),
    );
  });
});

describe('B19.1: what a tag holds', () => {
  test('address, form, role, unit and protocol each make another', async () => {
    const path = '/v1/submissions';
    const viewer = small.api.as((await issueKey('viewer')).key);
    const tags = [
      await tagOf(officer, path),
      await tagOf(officer, `${path}?limit=5`),
      (await officer.raw('GET', `${path}?format=csv`)).headers.get('etag'),
      await tagOf(clerk, path),
      await tagOf(await small.api.reporter('bei'), path),
      await tagOf(viewer, path),
      await tagOf(officer, path, { [protocol.header]: String(protocol.oldest) }),
      await tagOf(officer, path, { accept: 'application/json' }),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    // Another key of the same role has the same.
    expect(await tagOf(await small.api.officer(), path)).toBe(tags[0]);
  });

  test('a database that was put back to an earlier change, and changed otherwise since, has another', async () => {
    const path = '/v1/submissions';
    const tag = await tagOf(officer, path);
    await env.DB.prepare(`UPDATE sequences SET at = at + 1 WHERE name = 'changes'`).run();
    expect((await again(officer, path, tag)).status).toBe(200);
  });
});

describe('B19.2: whatever changes an answer has another tag', () => {
  const nanRow = async () => {
    const sheet = await pull(clerk, `?year=${small.year}`);
    return sheet.rows.find(({ arrangement }) => arrangement === '1-1-2')!;
  };
  const deeds: Record<string, () => Promise<unknown>> = {
    'a push': async () => {
      const { key, version } = await nanRow();
      return push(clerk, [{ key, base: version, values: underWay(7) }], { query: `?year=${small.year}` });
    },
    'a draft': async () => {
      const { key, version } = await nanRow();
      const values = { ...underWay(7), status: '大概完成' };
      return push(clerk, [{ key, base: version, values }], { query: `?year=${small.year}` });
    },
    'an act': async () =>
      act(officer, {
        ...{ act: 'return', on: { keys: [`${small.year}.1-1-2.1.nan.${small.year}`] } },
        reason: '名单与上月不符',
      }),
    'the roster’s names': async () => {
      const units = smallRoster.units.map((unit) =>
        unit.id === 'bei' ? { ...unit, name: '北新镇', aliases: ['北镇'] } : unit,
      );
      return small.api.admin.replace('/v1/roster', { ...smallRoster, units });
    },
    settings: () => small.settings({ blueDays: 30 }),
    'a share': () =>
      small.api.admin.replace(small.path('/allocations'), {
        allocations: [{ arrangement: '1-1-2', indicator: 'i1', unit: 'nan', share: 20 }],
      }),
    'a narrowing': () =>
      small.api.admin.put(small.path('/assignments'), {
        ...{ arrangement: '1-1-1', from: small.day('06-01'), units: ['nan'] },
      }),
    'another list': () =>
      small.published([{ name: '培训', items: ['每月检查。', '11月底前检查企业60家。'] }]),
    'the demo clock': async () => {
      await env.DB.prepare(
        `INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', '1')`,
      ).run();
    },
    // The last: the next test begins on the day before.
    'the next day': async () => {
      small.api.clock.set(small.day('05-01T09:00:00+08:00'));
    },
  };

  const answered = async () => [
    await conditionalAnswers(officer, small.year),
    await conditionalAnswers(clerk, small.year),
  ];
  /** What the last deed has left: each goes on from it. */
  let before: Awaited<ReturnType<typeof answered>> | undefined;

  test.each(Object.entries(deeds))('%s', async (name, deed) => {
    before ??= await answered();
    expect(before[0]!.size).toBeGreaterThan(10);
    await deed();
    const after = await answered();
    const changed = before.map((each, at) => changedTags(each, after[at]!));
    before = after;
    expect(changed[0], name).toBeGreaterThan(0);
  });
});
