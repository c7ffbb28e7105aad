import { env } from 'cloudflare:workers';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import type { FailureLine } from '../../worker/problems/failureLine.ts';
import type { MintedCalendarToken } from '../../shared/wire/mintedCalendarToken.ts';
import { done, pull, pushRow, rowOf } from '../support/api/clerk.ts';
import { issueKey, type Client } from '../support/api/client.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';

const tasks = [
  { name: '培训', items: ['每周调度企业。', '4月底前检查企业50家。', '4月底前开展慰问。'] },
  { name: '宣传', items: ['5月15日前组织演练。'] },
];

let small: SmallApi;
let clerk: Client;
let other: Client;
let officer: Client;
let stranger: Client;
let link: MintedCalendarToken;
beforeAll(async () => {
  small = await startSmall();
  await small.published(tasks);
  [clerk, other] = [await small.api.reporter('nan'), await small.api.reporter('bei')];
  officer = await small.api.officer();
  stranger = small.api.as(null);
  link = await made(clerk, { label: '王芳的手机' });
});

async function made(client: Client, body: object): Promise<MintedCalendarToken> {
  const answer = await client.post('/v1/calendar-tokens', body);
  expect(answer.status).toBe(201);
  return answer.body;
}

const pathOf = ({ address }: MintedCalendarToken): string => new URL(address).pathname;

/** A calendar as it comes, without any key. */
async function feed(path = pathOf(link), headers: Record<string, string> = {}) {
  const response = await stranger.raw('GET', path, undefined, headers);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

interface Event {
  day: string;
  summary: string;
  description: string;
  sequence: number;
}
function eventsIn(ics: string): Map<string, Event> {
  const calendar = new ICAL.Component(ICAL.parse(ics) as never);
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return new Map(
    events.map(({ uid, startDate, summary, description, sequence }) => [
      uid,
      { day: startDate.toString(), summary, description, sequence },
    ]),
  );
}
const events = async (): Promise<Map<string, Event>> => eventsIn((await feed()).text);
const uid = (day: string): string => `${small.day(day)}.nan@taizhang`;

describe('the calendar', () => {
  test('B7: a unit’s days, without a key, with a link to the ledger that holds none', async () => {
    const { status, headers, text } = await feed();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const seen = eventsIn(text);
    expect(seen.get(uid('04-30'))).toMatchObject({
      day: small.day('04-30'),
      summary: '台账到期 2 项：1-1-2、1-1-3',
    });
    const { description } = seen.get(uid('05-15'))!;
    expect(description).toContain(`http://localhost/workbook?unit=nan&list=${small.year}`);
    expect(text).not.toMatch(/tzc?_/u);
    expect(seen.size).toBeGreaterThan(40);
    expect(seen.size).toBeLessThan(60);
  });

  test('B7.3: the same state gives the same bytes, and 304 to who has them; another unit’s reports change nothing', async () => {
    const first = await feed();
    const tag = first.headers.get('etag')!;
    expect((await feed()).text).toBe(first.text);
    const again = await feed(undefined, { 'if-none-match': `W/"other", ${tag}` });
    expect([again.status, again.text]).toEqual([304, '']);
    const sheet = await pull(other, `?year=${small.year}`);
    const row = rowOf(sheet, '1-1-3');
    expect((await pushRow(other, row.key, row.version, done(small.day('04-09')))).outcome).toBe('applied');
    expect((await feed(undefined, { 'if-none-match': tag })).status).toBe(304);
    const query = await feed(`${pathOf(link)}?alarm=1`, { 'if-none-match': tag });
    expect([query.status, query.text.includes('TRIGGER:-PT15H')]).toEqual([200, true]);
  });

  test('B7.1: what is done goes; an extension moves it, and SEQUENCE rises', async () => {
    const before = await events();
    const sheet = await pull(clerk, `?year=${small.year}`);
    const row = rowOf(sheet, '1-1-3');
    expect((await pushRow(clerk, row.key, row.version, done(small.day('04-09')))).outcome).toBe('applied');
    const after = await events();
    expect(after.get(uid('04-30'))!.summary).toMatch(/^台账到期：1-1-2 /u);
    expect(after.get(uid('04-30'))!.sequence).toBe(before.get(uid('04-30'))!.sequence);

    const { body } = await officer.get(`/v1/obligations?year=${small.year}&unit=nan&arrangement=1-2-1`);
    const act = (actId: string, more: object) =>
      officer.post('/v1/acts', { actId, on: { keys: [body.obligations[0].key] }, ...more });
    const extended = await act('extend-1-2-1-nan', {
      act: 'extend',
      due: small.day('06-03'),
      reason: '汛期影响，工期顺延',
      document: '应急〔2024〕5号',
    });
    expect(extended.status, JSON.stringify(extended.body)).toBe(200);
    const moved = await events();
    expect(moved.has(uid('05-15'))).toBe(false);
    expect(moved.get(uid('06-03'))!.description).toContain('已延期，原定5月15日');
    expect(moved.get(uid('06-03'))!.sequence).toBe(before.get(uid('05-15'))!.sequence + 1);
  });

  test('B7.3: what is told of it is bounded, and of no other unit', async () => {
    const { text } = await feed();
    expect(text).not.toContain('bei');
    expect(text.length).toBeLessThan(60_000);
  });
});

describe('its links', () => {
  test('B7.4: a reporter makes its own unit’s; officers any; another unit’s does not exist; twenty are in use at most', async () => {
    expect((await clerk.post('/v1/calendar-tokens', { unit: 'bei' })).body.code).toBe('unit-not-found');
    expect((await officer.post('/v1/calendar-tokens', {})).body.code).toBe('unit-required');
    const bei = await made(officer, { unit: 'bei' });
    expect((await feed(pathOf(bei))).text).toContain('北镇');
    const { body } = await clerk.get('/v1/calendar-tokens');
    expect(body.calendars.map(({ unit }: MintedCalendarToken) => unit.id)).toEqual(['nan']);
    expect(body.calendars[0]).toMatchObject({ label: '王芳的手机', revokedAt: null });
    expect(JSON.stringify(body)).not.toContain('tzc_');
    expect((await clerk.send('DELETE', `/v1/calendar-tokens/${bei.id}`)).status).toBe(404);
    expect((await feed(pathOf(bei))).status).toBe(200);
    const viewer = small.api.as((await issueKey('viewer')).key);
    expect((await viewer.get('/v1/calendar-tokens')).body.code).toBe('role-not-allowed');
    for (let made = 1; made < 20; made += 1) await officer.post('/v1/calendar-tokens', { unit: 'bei' });
    expect((await officer.post('/v1/calendar-tokens', { unit: 'bei' })).body.code).toBe('calendars-too-many');
  });

  test('B7.5: revoked, unknown and mistyped are one 404; the token is stored as SHA-256, and opens nothing else', async () => {
    const gone = await made(clerk, {});
    expect((await clerk.send('DELETE', `/v1/calendar-tokens/${gone.id}`)).status).toBe(204);
    const unknown = `/v1/calendar/tzc_${'0'.repeat(32)}.ics`;
    const paths = [
      pathOf(gone),
      unknown,
      '/v1/calendar/x.ics',
      pathOf(link).replace(/\.ics$/u, ''),
      '/v1/calendar/tz_a.ics',
    ];
    const told = await Promise.all(paths.map(async (path) => (await stranger.get(path)).body));
    for (const { requestId, ...problem } of told) {
      expect(requestId).toBeTypeOf('string');
      expect(problem).toEqual({ ...told[0], requestId: undefined });
    }
    expect(told[0].code).toBe('calendar-not-found');
    const token = /tzc_[0-9a-z]+/u.exec(link.address)![0];
    const { results } = await env.DB.prepare('SELECT * FROM calendar_tokens').all();
    expect(JSON.stringify(results)).not.toContain(token);
    for (const path of ['/v1/me', '/v1/obligations', '/v1/sheet', '/v1/calendar-tokens'])
      expect((await small.api.as(token).get(path)).status).toBe(401);
  });

  test('B7.4: who revokes a key revokes the links that were made with it, or keeps them; one entry tells which', async () => {
    const issued = async () =>
      (await small.api.admin.post('/v1/keys', { role: 'reporter', unit: 'nan', holder: '李静' })).body;
    const [gone, kept] = [await issued(), await issued()];
    const links = {
      gone: [
        await made(small.api.as(gone.key), { label: '李静的手机' }),
        await made(small.api.as(gone.key), {}),
      ],
      kept: await made(small.api.as(kept.key), { label: '办公室电脑' }),
    };
    const statusOf = async (of: MintedCalendarToken) => (await feed(pathOf(of))).status;
    expect((await small.api.admin.send('DELETE', `/v1/keys/${gone.id}`)).status).toBe(204);
    expect(await Promise.all(links.gone.map(statusOf))).toEqual([404, 404]);
    // Those of other keys go on.
    expect([await statusOf(links.kept), await statusOf(link)]).toEqual([200, 200]);
    const [entry] = (await small.api.admin.get('/v1/audit?kind=revokeKey&limit=1')).body.entries;
    expect(entry).toMatchObject({ subject: gone.id, units: [{ id: 'nan' }], counts: { calendars: 2 } });
    expect(entry.changes).toEqual(
      expect.arrayContaining([
        { place: `calendars/${links.gone[0]!.id}`, before: '李静的手机', after: null },
        { place: `calendars/${links.gone[1]!.id}`, before: links.gone[1]!.id, after: null },
      ]),
    );
    await small.api.admin.send('DELETE', `/v1/keys/${kept.id}?calendars=keep`);
    expect(await statusOf(links.kept)).toBe(200);
    const told = async () =>
      (await clerk.get('/v1/calendar-tokens?inUse=true')).body.calendars.find(
        ({ id }: MintedCalendarToken) => id === links.kept.id,
      );
    expect(await told()).toMatchObject({ madeBy: '李静', keyId: kept.id, keyRevoked: true });
    // Revoked once more, now with its links: the first time of the key stays.
    const timeOf = async () =>
      (await small.api.admin.get('/v1/keys')).body.keys.find(({ id }: { id: string }) => id === kept.id)
        .revokedAt;
    const first = await timeOf();
    await small.api.admin.send('DELETE', `/v1/keys/${kept.id}`);
    expect([await statusOf(links.kept), await told(), await timeOf()]).toEqual([404, undefined, first]);
    const entries = async () => (await small.api.admin.get('/v1/audit?kind=revokeKey')).body.entries.length;
    const before = await entries();
    await small.api.admin.send('DELETE', `/v1/keys/${kept.id}`);
    expect(await entries()).toBe(before);
  });

  test('B7.5: no line of the log holds a token', async () => {
    const lines: FailureLine[] = [];
    const app = createApp({ now: () => small.api.clock.at, log: (line) => lines.push(line) });
    const broken = {
      ...env,
      DB: {
        prepare: () => {
          throw new Error(link.address);
        },
      },
    };
    for (const [path, bindings] of [
      [pathOf(link), broken],
      [`${pathOf(link)}x`, env],
      [`${pathOf(link)}?alarm=99`, env],
    ] as const)
      expect(
        (await app.request(path, {}, { ...bindings, ADDRESS_RATE_LIMITER: undefined } as never)).status,
      ).toBeGreaterThanOrEqual(400);
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain('tzc_');
    expect(lines.map(({ route }) => route)).toEqual(Array(3).fill('/v1/calendar/:file'));
  });

  test('A5: what opens nothing counts as a stranger’s; what opens a calendar counts for it', async () => {
    const counted: string[] = [];
    const limiter = (name: string) => ({
      limit: async ({ key }: { key: string }) => {
        counted.push(`${name} ${key}`);
        return { success: name !== 'address' };
      },
    });
    const bindings = { ...env, KEY_RATE_LIMITER: limiter('key'), ADDRESS_RATE_LIMITER: limiter('address') };
    const from = { headers: { 'cf-connecting-ip': '192.0.2.7' } };
    const ask = (path: string) => small.api.app.request(path, from, bindings as never);
    expect((await ask(pathOf(link))).status).toBe(200);
    expect((await ask('/v1/calendar/tzc_none.ics')).status).toBe(429);
    expect(counted).toEqual([`key calendar ${link.id}`, 'address 192.0.2.7']);
  });
});
