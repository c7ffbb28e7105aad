import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../worker/local/build.ts';
import { LocalProblem } from '../../worker/local/localProblem.ts';
import { resetData } from '../../worker/local/reset.ts';
import { type LocalServer, startLocalServer } from '../../worker/local/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-serve-'));
let server: LocalServer | null = null;

/** `bare`: without roster and list, whose publishing takes most of a first start. */
const start = async (demoNow?: string, bare = false) => {
  server = await startLocalServer({ port: 0, dataDir: folder, demoNow, empty: true, bare });
  return server;
};
const stop = async () => {
  await server?.close();
  server = null;
};
const get = async (path: string, key?: string) => {
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  return fetch(`${server?.url}${path}`, { headers, redirect: 'manual' });
};

beforeAll(build, 180_000);
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the local server', { timeout: 240_000 }, () => {
  it('starts on an empty folder with list, roster, keys and the demo’s date', async () => {
    const { keys } = await start();
    const me = await (await get('/v1/me', keys.officer)).json();
    expect(me).toMatchObject({ role: 'officer', unit: null, today: '2024-04-10', demo: true, year: 2024 });
    const town = await (await get('/v1/me', keys.reporters.xuejia)).json();
    expect(town).toMatchObject({ role: 'reporter', unit: { id: 'xuejia', name: '薛家镇' } });
    expect(Object.keys(keys.reporters)).toHaveLength(12);
    const progress = await (await get('/v1/progress?year=2024&groupBy=category', keys.viewer)).json();
    expect((progress as { groups: unknown[] }).groups).toHaveLength(3);
  });

  it('serves pages, documentation and manifest from the same origin', async () => {
    for (const page of ['/', '/workbook', '/bureau', '/docs', '/taskpane', '/unit', '/dialog', '/help']) {
      const answer = await get(page);
      expect(answer.status, page).toBe(200);
      expect(answer.headers.get('content-type'), page).toContain('text/html');
    }
    expect(await (await get('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    expect(await (await get('/manifest.xml')).text()).toContain(`${server?.url}/taskpane`);
    expect((await get('/icons/icon-32.png')).headers.get('content-type')).toBe('image/png');
    expect((await get('/v1/nothing', server?.keys.officer)).headers.get('content-type')).toContain(
      'problem+json',
    );
  });

  it('keeps keys and data over a restart', async () => {
    const before = server!.keys;
    const sheetOf = async (key: string) => (await get('/v1/sheet', key)).text();
    const sheet = await sheetOf(before.reporters.xuejia!);
    await stop();
    const { keys } = await start();
    expect(keys).toEqual(before);
    expect(await sheetOf(keys.reporters.xuejia!)).toBe(sheet);
  });

  it('P8, C8: moves the demo clock forward, never back past what is stored', async () => {
    await stop();
    await start('2024-05-06');
    expect(await (await get('/v1/me', server!.keys.officer)).json()).toMatchObject({ today: '2024-05-06' });
    await stop();
    await expect(start('2024-03-01')).rejects.toThrow(/早于已保存的最新数据[\s\S]*npm run reset/);
    await expect(start('the day after')).rejects.toThrow(LocalProblem);
  });

  it('issues new keys where the file is lost', async () => {
    rmSync(join(folder, 'keys.json'));
    const { keys } = await start();
    expect((await get('/v1/me', keys.admin)).status).toBe(200);
    expect(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'))).toEqual(keys);
    await stop();
  });

  it('says in two languages that a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => {
      other.listen(0, '127.0.0.1', done);
    });
    const { port } = other.address() as { port: number };
    await expect(startLocalServer({ port, dataDir: folder })).rejects.toThrow(/已被占用[\s\S]*is taken/);
    other.close();
  });

  it('refuses a folder on which another server runs, and does not empty it', async () => {
    writeFileSync(join(folder, 'server.pid'), String(process.ppid));
    await expect(start()).rejects.toThrow(/正由另一个服务/);
    expect(() => resetData(folder)).toThrow(/still running/);
    expect(existsSync(join(folder, 'keys.json'))).toBe(true);
  });

  it('begins anew where the demo was never finished', async () => {
    await stop();
    const before = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as { admin: string };
    writeFileSync(join(folder, 'demo.unfinished'), '');
    rmSync(join(folder, 'server.pid'), { force: true });
    const { keys } = await start(undefined, true);
    expect(keys.admin).not.toBe(before.admin);
    expect((await get('/v1/me', before.admin)).status).toBe(401);
    expect(existsSync(join(folder, 'demo.unfinished'))).toBe(false);
    await stop();
  });

  it('takes a folder that a crash left behind, and empties it on demand', async () => {
    writeFileSync(join(folder, 'server.pid'), '99999999');
    await start(undefined, true);
    await stop();
    resetData(folder);
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
    expect(existsSync(join(folder, 'v3'))).toBe(false);
  });
});
