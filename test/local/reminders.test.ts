import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { isWorkingDay } from '../../shared/calendar/workingDays.ts';
import { build } from '../../worker/local/build.ts';
import { dueRun, remindDaily } from '../../worker/local/remindDaily.ts';
import { type LocalServer, startLocalServer } from '../../worker/local/serve.ts';
import { smallDocument } from '../support/import/smallList.ts';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-reminders-'));
const year = Number(shanghaiDate(Date.now()).slice(0, 4));
let server: LocalServer;
let robot: ReturnType<typeof createServer>;
let robotAt: string;
const received: { text: string }[] = [];
/** What the robot does next; then it answers ok. `silent`: nothing at all; `half`: it begins to answer, and goes no further. */
type Answer = { status: number; errcode: number; headers?: Record<string, string> } | 'silent' | 'half';
let answers: Answer[] = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

const said = (answer: ServerResponse, status: number, body: object, headers = {}): void => {
  answer.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const isText = typeof body === 'string';
  const answer = await fetch(`${server.url}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${server.keys.admin}`,
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return { body: text === '' ? null : JSON.parse(text), tag: answer.headers.get('etag') ?? '"0"' };
}

async function replace(path: string, body: unknown): Promise<void> {
  const { tag } = await ask('GET', path);
  await ask('PUT', path, body, { 'if-match': tag });
}

beforeAll(async () => {
  await build();
  robot = createServer((request, answer) => {
    void bodyOf(request).then((body) => {
      received.push({ text: JSON.parse(body).text.content });
      const next = answers.shift() ?? { status: 200, errcode: 0 };
      if (next === 'silent') return;
      if (next === 'half') {
        answer.writeHead(200, { 'content-type': 'application/json' }).write('{"errcode":');
        return;
      }
      said(answer, next.status, { errcode: next.errcode, errmsg: 'ok' }, next.headers);
    });
  });
  await new Promise<void>((done) => robot.listen(0, '127.0.0.1', done));
  robotAt = `http://127.0.0.1:${(robot.address() as AddressInfo).port}/cgi-bin/webhook/send?key=0123456789`;
  server = await startLocalServer({ port: 0, dataDir: folder, realTime: true, reminderTimeout: '1' });
  await replace('/roster', {
    units: [
      { id: 'nan', name: '南镇', kind: 'town', aliases: [] },
      { id: 'bei', name: '北镇', kind: 'town', aliases: [] },
    ],
    groups: [
      {
        name: '各镇',
        aliases: [],
        members: [
          { unit: 'nan', from: null, to: null },
          { unit: 'bei', from: null, to: null },
        ],
      },
    ],
  });
  const document = smallDocument([{ name: '培训', units: '各镇', items: ['每周调度企业。'] }], year);
  await ask('PUT', `/task-lists/${year}`, document);
  await replace('/reminders', {
    ...{ enabled: true, soonWorkingDays: 5, overdue: 'daily', digestAbove: 5 },
    channels: [{ unit: null, form: 'wecom', keyword: '', address: robotAt }],
  });
}, 240_000);

afterAll(async () => {
  await server?.close();
  robot?.closeAllConnections();
  robot?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the local server by real time', { timeout: 240_000 }, () => {
  it('B7.6, B7.7: its scheduled handler sends to a real receiver, again where it refuses for now, and once a unit and day', async () => {
    const { body } = await ask('POST', '/reminders/test', { unit: null });
    expect(body).toEqual({ outcome: 'sent', answer: 'HTTP 200 errcode 0 ok' });
    expect(received.splice(0)[0]!.text).toContain('这是一条测试消息');
    answers = [
      { status: 429, errcode: 45009, headers: { 'retry-after': '1' } },
      { status: 200, errcode: 0 },
      'silent',
    ];
    expect(await server.remind()).toBe('ok');
    const log = (await ask('GET', '/reminders/log')).body.messages;
    if (isWorkingDay(shanghaiDate(Date.now()))) {
      const units = received.map(({ text }) => /】(.+?)（/u.exec(text)?.[1]);
      expect(units).toEqual(['南镇', '南镇', '北镇']);
      expect(
        log.map(({ state, attempts }: { state: string; attempts: number }) => [state, attempts]),
      ).toEqual([
        ['unknown', 1],
        ['sent', 2],
      ]);
    } else {
      expect(received).toEqual([]);
      expect(log.map(({ state }: { state: string }) => state)).toEqual(['dayOff']);
    }
    const before = received.length;
    expect(await server.remind()).toBe('ok');
    expect(received).toHaveLength(before);
  });

  it.each<[Answer, { outcome: string; answer: string }]>([
    [
      { status: 429, errcode: 45009, headers: { 'retry-after': '1' } },
      { outcome: 'refused', answer: 'HTTP 429 errcode 45009 ok' },
    ],
    [
      { status: 200, errcode: 93000 },
      { outcome: 'refused', answer: 'HTTP 200 errcode 93000 ok' },
    ],
    ['silent', { outcome: 'unknown', answer: 'no answer (TimeoutError)' }],
    ['half', { outcome: 'unknown', answer: 'no answer (TimeoutError)' }],
  ])('B7.7, B7.8: a receiver that answers %j, over a real connection', async (answer, told) => {
    answers = [answer];
    const before = received.length;
    expect((await ask('POST', '/reminders/test', { unit: null })).body).toEqual(told);
    expect(received).toHaveLength(before + 1);
  });

  it('B7: two parsers read the calendar that it serves, by an address without a key', async () => {
    const { body } = await ask('POST', '/calendar-tokens', { unit: 'nan', label: '手机' });
    const answer = await fetch(body.address);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const ics = await answer.text();
    const events = new ICAL.Component(ICAL.parse(ics) as never).getAllSubcomponents('vevent');
    const others = Object.values(nodeIcal.parseICS(ics)).filter((each) => each?.type === 'VEVENT');
    expect(events.length).toBeGreaterThan(0);
    expect(others.map((each) => (each as { uid: string }).uid)).toEqual(
      events.map((event) => event.getFirstPropertyValue('uid')),
    );
  });
});

describe('B7.6: the local timer', () => {
  it.each([
    ['04-10T08:59', [], null],
    ['04-10T09:00', [], '2024-04-10'],
    ['04-10T17:59', ['04-09T09:00', '04-09T09:30'], '2024-04-10'],
    ['04-10T09:29', ['04-10T09:00'], null],
    ['04-10T09:30', ['04-10T09:00'], '2024-04-10'],
    ['04-10T11:00', ['04-10T09:00', '04-10T09:30'], null],
    ['04-10T18:00', [], null],
    ['04-13T09:00', [], null],
    ['04-28T09:00', [], '2024-04-28'],
  ])('at %s after %j: %s', (moment, runs, day) => {
    const at = (when: string) => Date.parse(`2024-${when}:00+08:00`);
    expect(dueRun(at(moment), runs.map(at))).toBe(day);
  });

  it('runs at nine, and says so', async () => {
    const lines: string[] = [];
    let runs = 0;
    const told = new Promise<void>((done) => {
      const end = remindDaily(
        async () => {
          runs += 1;
          return 'ok';
        },
        (line) => {
          lines.push(line);
          end();
          done();
        },
        () => Date.parse('2024-04-10T09:00:00+08:00'),
      );
    });
    await told;
    expect([runs, lines]).toEqual([1, ['自动提醒 2024-04-10：ok · Reminders of 2024-04-10']]);
  });
});
