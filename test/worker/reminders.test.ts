import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHmac } from 'node:crypto';
import type { ReminderLog } from '../../shared/wire/reminderLog.ts';
import type { RemindersToSet } from '../../shared/wire/remindersToSet.ts';
import type { DeliveryTools } from '../../worker/reminders/deliver.ts';
import { runReminders, type ReminderRun } from '../../worker/reminders/runReminders.usecase.ts';
import { done, pull, pushRow, rowOf } from '../support/api/clerk.ts';
import { issueKey } from '../support/api/client.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';

const tasks = [{ name: '培训', items: ['每周调度企业。', '4月底前检查企业50家。', '4月10日前开展慰问。'] }];
const robot = 'https://robot.example/send?key=0123456789abcdef';
const ok = () => Response.json({ errcode: 0, errmsg: 'ok' });

let small: SmallApi;
beforeAll(async () => {
  small = await startSmall();
  await small.published(tasks);
});

interface Sent {
  address: string;
  body: any;
  at: number;
}
/** A robot that answers as it is told, in turn and the last for ever, and a clock that waits at once. */
function receiver(...answers: (() => Response | Promise<Response>)[]) {
  const sent: Sent[] = [];
  const clock = { at: 0 };
  const tools: DeliveryTools = {
    now: () => clock.at,
    wait: async (milliseconds) => {
      clock.at += milliseconds;
    },
    timeout: () => AbortSignal.timeout(20),
    fetch: async (address, init) => {
      sent.push({ address, body: JSON.parse(String(init.body)), at: clock.at });
      const answer = answers[Math.min(sent.length, answers.length) - 1]!;
      return Promise.race([
        answer(),
        new Promise<never>((_, fail) => {
          init.signal!.addEventListener('abort', () => fail(init.signal!.reason));
        }),
      ]);
    },
  };
  const run = (moment: string): Promise<ReminderRun> => {
    clock.at = Date.parse(`${small.year}-${moment}:00+08:00`);
    return runReminders(env.DB, { tools, local: false });
  };
  return { sent, tools, run, clock };
}

const channel = (more: object = {}): RemindersToSet['channels'][number] => ({
  ...{ unit: null, form: 'wecom', keyword: '', address: robot },
  ...more,
});

async function set(more: Partial<RemindersToSet> = {}): Promise<void> {
  const rules = { enabled: true, soonWorkingDays: 1, overdue: 'daily', digestAbove: 5 } as const;
  const answer = await small.api.admin.replace('/v1/reminders', { ...rules, channels: [channel()], ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

const log = async (): Promise<ReminderLog['messages']> =>
  (await small.api.admin.get('/v1/reminders/log')).body.messages;
const states = async (): Promise<string[]> =>
  (await log()).map(({ day, unit, state }) => `${day.slice(5)} ${unit?.id ?? '-'} ${state}`);

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM reminder_messages').run();
  await set();
});

describe('B7.6: what is sent, and when', () => {
  test('B7.6: one message a unit and day: what is soon due, and what is overdue; again it sends nothing', async () => {
    const { sent, run } = receiver(ok);
    // Wednesday, 10 April: that day, and Thursday.
    expect(await run('04-10T09:00')).toEqual({
      outcome: 'done',
      counts: { sent: 2, refused: 0, unknown: 0, skipped: 0 },
    });
    expect(sent.map(({ address }) => address)).toEqual([robot, robot]);
    const { msgtype, text } = sent[0]!.body;
    expect(msgtype).toBe('text');
    expect(text.content).toContain(
      '【任务清单提醒】南镇（4月10日）\n今日到期：\n1. 1-1-3 4月10日前开展慰问（',
    );
    expect(text.content).toMatch(
      /已逾期 14 项，请尽快补报：\n1\. 1-1-1 每周调度企业（第1周.+等 14 期），最长已逾期 94 天/u,
    );
    expect(text.content).toContain(`请及时填报：http://localhost/workbook?unit=nan&list=${small.year}`);
    expect(await run('04-10T09:30')).toMatchObject({ outcome: 'done', counts: { sent: 0, skipped: 2 } });
    expect(sent).toHaveLength(2);
    expect(await states()).toEqual(['04-10 bei sent', '04-10 nan sent']);
  });

  test('B7.6: soon reaches over days off: on Friday what falls due on Sunday; nothing on a day off, work on a make-up day', async () => {
    await set({ overdue: 'never' });
    const { sent, run } = receiver(ok);
    await run('04-12T09:00');
    expect(sent[0]!.body.text.content).toContain('4月14日到期：\n1. 1-1-1 每周调度企业');
    expect(await run('04-13T09:00')).toMatchObject({ outcome: 'dayOff' });
    // Labour Day of 2024: 28 April, a Sunday, is worked for it.
    expect(await run('04-28T09:00')).toMatchObject({ outcome: 'done' });
    expect(await run('05-01T09:00')).toMatchObject({ outcome: 'dayOff' });
    expect((await states()).filter((each) => each.includes('-'))).toContain('05-01 - dayOff');
  });

  test('B7.6: nothing where nothing is due, and the log says so', async () => {
    await set({ overdue: 'never', soonWorkingDays: 0 });
    const { sent, run } = receiver(ok);
    expect(await run('04-09T09:00')).toMatchObject({ outcome: 'nothing' });
    expect(sent).toEqual([]);
    expect(await states()).toEqual(['04-09 - nothing']);
  });

  test('B7.6: what is overdue each day, on the first working day of a week, or never', async () => {
    const counts = async (overdue: RemindersToSet['overdue'], moment: string): Promise<number> => {
      await env.DB.prepare('DELETE FROM reminder_messages').run();
      await set({ overdue, soonWorkingDays: 0 });
      const { sent, run } = receiver(ok);
      await run(moment);
      return sent.length;
    };
    expect(await counts('daily', '04-16T09:00')).toBe(2);
    expect(await counts('weekly', '04-16T09:00')).toBe(0);
    expect(await counts('weekly', '04-15T09:00')).toBe(2);
    expect(await counts('never', '04-15T09:00')).toBe(0);
  });

  test('B7.6: what is done is not told; what was returned is, until it is answered', async () => {
    const clerk = await small.api.reporter('nan');
    const row = rowOf(await pull(clerk, `?year=${small.year}`), '1-1-3');
    expect((await pushRow(clerk, row.key, row.version, done(small.day('04-09')))).outcome).toBe('applied');
    await set({ overdue: 'never', soonWorkingDays: 0 });
    const { sent, run } = receiver(ok);
    await run('04-10T09:00');
    expect(sent.map(({ body }) => body.text.content.slice(0, 11))).toEqual(['【任务清单提醒】北镇（']);
    const officer = await small.api.officer();
    const key = row.key.split('.').slice(0, 5).join('.');
    const { body } = await officer.get(`/v1/obligations?year=${small.year}&unit=nan&arrangement=1-1-3`);
    const returned = await officer.post('/v1/acts', {
      ...{ actId: 'return-for-reminder', act: 'return', reason: '缺少附件，请补充材料' },
      on: { keys: [body.obligations[0].key] },
    });
    expect(returned.body, key).toMatchObject({ applied: 1 });
    const { answerBy } = (await officer.get(`/v1/obligations/${body.obligations[0].key}`)).body.obligation
      .review;
    const again = receiver(ok);
    await again.run(`${answerBy.slice(5)}T09:00`);
    expect(JSON.stringify(again.sent.map((each) => each.body))).toContain('已退回，请补正后重报');
  });
});

describe('B7.7: how it is sent', () => {
  test('B7.7: several units in one message where there are more than the setting says; a unit’s own address for itself', async () => {
    await set({ digestAbove: 1 });
    const { sent, run } = receiver(ok);
    await run('04-10T09:00');
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body.text.content).toMatch(
      /^【任务清单提醒】2 个单位有任务即将到期或已逾期（4月10日）\n1\. 南镇：.*\n2\. 北镇：即将到期 1 项，逾期 14 项（1-1-3、1-1-1）\n/u,
    );
    expect((await log()).map(({ digest, unit }) => [unit!.id, digest])).toEqual([
      ['bei', true],
      ['nan', true],
    ]);
    await env.DB.prepare('DELETE FROM reminder_messages').run();
    const own = 'https://other.example/hook/abcdefgh';
    await set({ channels: [channel(), channel({ unit: 'bei', form: 'json', address: own })] });
    const both = receiver(ok);
    await both.run('04-10T09:00');
    expect(both.sent.map(({ address }) => address)).toEqual([own, robot]);
    expect(both.sent[0]!.body).toMatchObject({
      ...{ kind: 'reminder', day: small.day('04-10'), units: [{ id: 'bei', name: '北镇' }] },
    });
  });

  test('B7.7: DingTalk’s messages are signed, and hold the word that the robot asks for', async () => {
    const address = 'https://oapi.dingtalk.example/robot/send?access_token=abcdef';
    await set({ channels: [channel({ form: 'dingtalk', address, secret: 'SECabc', keyword: '台账' })] });
    const { sent, run } = receiver(ok);
    await run('04-10T09:00');
    const { searchParams } = new URL(sent[0]!.address);
    const timestamp = searchParams.get('timestamp')!;
    expect(Number(timestamp)).toBe(Date.parse(`${small.year}-04-10T09:00:00+08:00`));
    expect(searchParams.get('access_token')).toBe('abcdef');
    expect(searchParams.get('sign')).toBe(
      createHmac('sha256', 'SECabc').update(`${timestamp}\nSECabc`).digest('base64'),
    );
    expect(sent[0]!.body.text.content).toMatch(/^台账\n【任务清单提醒】/u);
  });

  test.each<[string, () => Response, ReminderRun['counts']]>([
    ['500', () => new Response('', { status: 500 }), { sent: 2, refused: 0, unknown: 0, skipped: 0 }],
    [
      '429',
      () => new Response('', { status: 429, headers: { 'retry-after': '30' } }),
      { sent: 2, refused: 0, unknown: 0, skipped: 0 },
    ],
    [
      'errcode 45009 in a 200',
      () => Response.json({ errcode: 45009, errmsg: 'api freq out of limit' }),
      { sent: 2, refused: 0, unknown: 0, skipped: 0 },
    ],
  ])('B7.7: tried again after %s, later each time', async (_, refusal, counts) => {
    const { sent, run } = receiver(refusal, ok);
    expect((await run('04-10T09:00')).counts).toEqual(counts);
    expect(sent).toHaveLength(3);
    expect(sent[1]!.at - sent[0]!.at).toBe(refusal().headers.has('retry-after') ? 30_000 : 2000);
    expect((await log()).map(({ attempts }) => attempts)).toEqual([1, 2]);
  });

  test('B7.7: four times at most, and once more by the day’s second run', async () => {
    const { sent, run } = receiver(() => new Response('', { status: 500 }));
    expect((await run('04-10T09:00')).counts).toMatchObject({ refused: 2 });
    expect(sent).toHaveLength(8);
    expect(sent.slice(0, 4).map(({ at }, index) => at - (sent[index - 1]?.at ?? at))).toEqual([
      0, 2000, 10_000, 60_000,
    ]);
    const second = receiver(ok);
    expect((await second.run('04-10T09:30')).counts).toMatchObject({ sent: 2 });
    expect(await states()).toEqual(['04-10 bei sent', '04-10 nan sent']);
  });

  test('B7.7: a robot that refuses for good is asked once; its words are kept without what opens it', async () => {
    const says = { errcode: 93000, errmsg: 'invalid webhook url 0123456789abcdef, hint: [1]' };
    const { sent, run } = receiver(() => Response.json(says));
    expect((await run('04-10T09:00')).counts).toMatchObject({ refused: 2 });
    expect(sent).toHaveLength(2);
    expect((await log())[0]!.answer).toBe('HTTP 200 errcode 93000 invalid webhook url …, hint: [1]');
    const redirected = receiver(
      () => new Response('', { status: 302, headers: { location: 'http://127.0.0.1/' } }),
    );
    await env.DB.prepare('DELETE FROM reminder_messages').run();
    expect((await redirected.run('04-10T09:00')).counts).toMatchObject({ refused: 2 });
  });

  test('B7.8: one that hangs is not sent again: it may have arrived', async () => {
    const { sent, run } = receiver(() => new Promise<Response>(() => {}), ok);
    expect((await run('04-10T09:00')).counts).toMatchObject({ sent: 1, unknown: 1 });
    expect(sent).toHaveLength(2);
    expect((await run('04-10T09:30')).counts).toMatchObject({ skipped: 2 });
    expect((await log()).find(({ state }) => state === 'unknown')!.answer).toBe('no answer (TimeoutError)');
  });

  test('B7.8: a run that breaks off between claim and sending, or between sending and noting, sends none twice', async () => {
    const broken = receiver(ok);
    const breaksOff = {
      ...broken.tools,
      fetch: () => {
        throw new Error('the process is gone');
      },
    };
    // What breaks off is the database: the process was ended before anything could be noted.
    const db = new Proxy(env.DB, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (name !== 'prepare') return typeof value === 'function' ? value.bind(target) : value;
        return (sql: string) => {
          if (sql.startsWith('UPDATE reminder_messages SET state = ?3'))
            throw new Error('the process is gone');
          return target.prepare(sql);
        };
      },
    });
    broken.clock.at = Date.parse(`${small.year}-04-10T09:00:00+08:00`);
    await expect(runReminders(db, { tools: breaksOff, local: false })).rejects.toThrow('gone');
    expect(await states()).toEqual(['04-10 nan sending']);
    const after = receiver(ok);
    expect((await after.run('04-10T09:30')).counts).toEqual({ sent: 1, refused: 0, unknown: 0, skipped: 1 });
    expect(after.sent[0]!.body.text.content).toContain('北镇');
    expect(await states()).toEqual(['04-10 bei sent', '04-10 nan unknown']);
  });

  test('B7.8: a digest whose run breaks off while it waits to try again goes out by the day’s next run', async () => {
    await set({ digestAbove: 0 });
    const first = receiver(() => new Response('', { status: 503 }));
    const gone = async () => {
      throw new Error('the process is gone');
    };
    first.clock.at = Date.parse(`${small.year}-04-10T09:00:00+08:00`);
    const tools = { ...first.tools, wait: gone };
    await expect(runReminders(env.DB, { tools, local: false })).rejects.toThrow('gone');
    expect(await states()).toEqual(['04-10 bei refused', '04-10 nan refused']);
    const second = receiver(ok);
    expect((await second.run('04-10T09:30')).counts).toMatchObject({ sent: 1, skipped: 0 });
    expect(second.sent[0]!.body.text.content).toMatch(/南镇[^]*北镇/u);
    expect((await log()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 2],
      ['sent', 2],
    ]);
  });

  test('B7.8: a message that another run has sent meanwhile is not tried again', async () => {
    const first = receiver(() => new Response('', { status: 503 }));
    const other = receiver(ok);
    first.clock.at = Date.parse(`${small.year}-04-10T09:00:00+08:00`);
    const tools = { ...first.tools, wait: async () => void (await other.run('04-10T09:00')) };
    await runReminders(env.DB, { tools, local: false });
    expect([first.sent.length, other.sent.length]).toEqual([1, 2]);
    expect(await states()).toEqual(['04-10 bei sent', '04-10 nan sent']);
  });

  test('B7.8: two runs at the same moment send each message once', async () => {
    const { sent, run } = receiver(ok);
    await Promise.all([run('04-10T09:00'), run('04-10T09:00'), run('04-10T09:00')]);
    expect(sent).toHaveLength(2);
  });

  test('B7.7: no more than eighteen go to an address in a minute, failed ones included', async () => {
    const { Pace } = await import('../../worker/reminders/sendMessage.ts');
    const { tools, clock } = receiver(ok);
    const pace = new Pace(tools);
    const times: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      await pace.take(robot);
      times.push(clock.at);
      clock.at += 100;
    }
    for (const [at, time] of times.entries())
      expect(
        times.filter((each) => each > time - 60_000 && each <= time).length,
        String(at),
      ).toBeLessThanOrEqual(18);
    expect(times.at(-1)).toBeLessThan(4 * 60_000);
  });

  test('B7.6: never on a demo clock, and never while switched off', async () => {
    const offset = `INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', '-1000')`;
    await env.DB.prepare(offset).run();
    const { sent, run } = receiver(ok);
    expect(await run('04-10T09:00')).toMatchObject({ outcome: 'demo' });
    expect((await small.api.admin.post('/v1/reminders/test', { unit: null })).body.code).toBe(
      'reminders-demo',
    );
    await env.DB.prepare(`DELETE FROM settings WHERE name = 'demoClockOffsetMs'`).run();
    await set({ enabled: false });
    expect(await run('04-10T09:00')).toMatchObject({ outcome: 'off' });
    expect([sent, await log()]).toEqual([[], []]);
  });
});

describe('B7.9: settings', () => {
  test('B7.9: address and secret are never read back, and stay where they are left out; a new address drops the secret', async () => {
    await set({ channels: [channel({ form: 'dingtalk', secret: 'SECabcdef' })] });
    const { body } = await small.api.admin.get('/v1/reminders');
    expect(body.channels).toEqual([
      { unit: null, form: 'dingtalk', keyword: '', address: 'https://robot.example/…cdef', hasSecret: true },
    ]);
    const { address: _, ...without } = channel({ form: 'dingtalk', keyword: '台账' });
    await set({ channels: [without] });
    expect((await small.api.admin.get('/v1/reminders')).body.channels[0]).toMatchObject({
      hasSecret: true,
      keyword: '台账',
    });
    await set({ channels: [channel({ form: 'dingtalk' })] });
    expect((await small.api.admin.get('/v1/reminders')).body.channels[0]).toMatchObject({ hasSecret: false });
    const entries = (await small.api.admin.get('/v1/audit?kind=reminders')).body.entries;
    expect(JSON.stringify(entries)).not.toMatch(/0123456789|SECabc/u);
    const officer = await small.api.officer();
    expect((await officer.get('/v1/reminders')).status).toBe(200);
    expect((await officer.replace('/v1/reminders', {})).body.code).toBe('role-not-allowed');
    const reporter = await small.api.reporter('nan');
    for (const path of ['', '/preview', '/log'])
      expect((await reporter.get(`/v1/reminders${path}`)).status).toBe(403);
  });

  test('B7.9: set of a version (C19)', async () => {
    const put = (headers: Record<string, string>) =>
      small.api.admin.send(
        'PUT',
        '/v1/reminders',
        { enabled: false, soonWorkingDays: 3, overdue: 'never', digestAbove: 0, channels: [] },
        headers,
      );
    expect((await put({})).body.code).toBe('version-missing');
    const stale = await put({ 'if-match': '"0"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'changed-meanwhile']);
    const { headers } = await small.api.admin.get('/v1/reminders');
    expect((await put({ 'if-match': headers.get('etag')! })).status).toBe(200);
    expect((await put({ 'if-match': '"0"' })).status).toBe(200);
  });

  test.each([
    'http://robot.example/x',
    'https://127.0.0.1/x',
    'https://0x7f000001/x',
    'https://[::1]/x',
    'https://10.0.0.8/x',
    'https://localhost/x',
    'https://robot.local/x',
    'https://robot.internal./x',
    'https://robot/x',
    'https://user:word@robot.example/x',
    'ftp://robot.example/x',
    'file:///etc/passwd',
    'not an address',
  ])('B7.9: %s is no address of a robot', async (address) => {
    const rules = { enabled: true, soonWorkingDays: 1, overdue: 'daily', digestAbove: 5 } as const;
    const answer = await small.api.admin.replace('/v1/reminders', {
      ...rules,
      channels: [channel({ address })],
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(answer.body.where[0].pointer).toBe('#/channels/0/address');
  });

  test('B7.9: a channel of no unit, twice the same, and one without an address are told', async () => {
    const rules = { enabled: true, soonWorkingDays: 1, overdue: 'daily', digestAbove: 5 } as const;
    const channels = [
      channel({ unit: 'dong' }),
      channel(),
      channel(),
      { unit: 'bei', form: 'json', keyword: '' },
    ];
    const { body } = await small.api.admin.replace('/v1/reminders', { ...rules, channels });
    expect(body.where.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      ...['#/channels/0/unit', '#/channels/2/unit', '#/channels/3/address'],
    ]);
  });

  test('B7.9: the preview is what would be sent, and sends nothing; the log goes page by page', async () => {
    const { sent, run } = receiver(ok);
    small.api.clock.set(small.day('04-10T08:00:00+08:00'));
    const { body } = await small.api.admin.get('/v1/reminders/preview');
    expect(body).toMatchObject({
      today: small.day('04-10'),
      demo: false,
      workingDay: true,
      until: small.day('04-11'),
    });
    await run('04-10T09:00');
    expect(body.messages.map(({ text }: { text: string }) => text)).toEqual(
      sent.map((each) => each.body.text.content),
    );
    expect(body.messages[0]).toMatchObject({ channel: null, hasChannel: true });
    const first = (await small.api.admin.get('/v1/reminders/log?limit=1')).body;
    const second = (await small.api.admin.get(`/v1/reminders/log?limit=1&cursor=${first.next}`)).body;
    expect([first.messages[0].unit.id, second.messages[0].unit.id, second.next]).toEqual([
      'bei',
      'nan',
      null,
    ]);
    expect(
      (await small.api.as((await issueKey('admin')).key).get('/v1/reminders/log?cursor=x')).body.code,
    ).toBe('cursor-invalid');
  });
});
