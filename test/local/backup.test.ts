import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupData } from '../../worker/local/backup.ts';
import { databaseFile } from '../../worker/local/database.ts';
import { restoreData } from '../../worker/local/restore.ts';
import { type LocalServer, startLocalServer } from '../../worker/local/serve.ts';
import { templateFolder } from '../support/template.ts';

const root = mkdtempSync(join(tmpdir(), 'taizhang-backup-'));
const folder = join(root, 'data');
const backup = join(root, 'kept/backup.sqlite');
let server: LocalServer | null = null;

const start = async (dataDir: string): Promise<LocalServer> =>
  (server = await startLocalServer({ port: 0, dataDir, empty: true }));
const stop = async (): Promise<void> => {
  await server?.close();
  server = null;
};

/** Every row of every table, as text. */
function contentOf(file: string): Record<string, string[]> {
  const db = new DatabaseSync(file, { readOnly: true });
  const tables = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '_cf_%' ORDER BY name`)
    .all() as { name: string }[];
  const content = Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
  db.close();
  return content;
}

const ask = async (path: string, key: string): Promise<unknown> =>
  (await fetch(`${server!.url}${path}`, { headers: { authorization: `Bearer ${key}` } })).json();

/** What the API says of the data. */
const told = async (key: string): Promise<unknown> => [
  await ask('/v1/progress?groupBy=unit&quantities=true', key),
  await ask('/v1/sheet?unit=xuejia', key),
  await ask('/v1/roster', key),
];

beforeAll(async () => {
  cpSync(await templateFolder('reported'), folder, { recursive: true });
  await start(folder);
}, 240_000);

afterAll(async () => {
  await stop();
  rmSync(root, { recursive: true, force: true });
});

describe('S5.2: backup and restore', { timeout: 240_000 }, () => {
  let before: unknown;
  let officer = '';

  test('a backup is taken while the server runs and is being written to', async () => {
    officer = server!.keys.officer;
    const rows: string[] = [];
    const writing = new AbortController();
    const { xuejia } = server!.keys.reporters;
    const writer = (async () => {
      const sheet = (await ask('/v1/sheet', xuejia!)) as { rows: { key: string; version?: number }[] };
      const free = sheet.rows.filter((row) => row.version === undefined);
      for (let at = 0; !writing.signal.aborted && at < free.length; at += 1) {
        const values = { status: '进行中', count: '约80', note: '备份期间写入' };
        await fetch(`${server!.url}/v1/sync`, {
          method: 'POST',
          headers: { authorization: `Bearer ${xuejia}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            pushId: `during-backup-${at}`,
            rulesVersion: 'test',
            rows: [{ key: free[at]!.key, base: null, values }],
          }),
        });
        rows.push(free[at]!.key);
      }
    })();
    await expect.poll(() => rows.length, { timeout: 20_000 }).toBeGreaterThan(3);
    const whileRunning = join(root, 'running.sqlite');
    expect(backupData(folder, whileRunning).revisions).toBeGreaterThan(rows.length);
    writing.abort();
    await writer;
    const kept = contentOf(whileRunning);
    // All of a push or nothing of it: receipts and revisions belong together.
    const pushes = kept.pushes!.filter((row) => row.includes('during-backup')).length;
    expect(kept.revisions!.filter((row) => row.includes('during-backup'))).toHaveLength(pushes);
    expect(kept.drafts!.filter((row) => row.includes('备份期间写入'))).toHaveLength(pushes);
    expect(pushes).toBeGreaterThan(3);
  });

  test('restored into an empty folder, every row of every table is the same, and the API says the same', async () => {
    before = await told(officer);
    expect(backupData(folder, backup).revisions).toBeGreaterThan(100);
    await stop();
    const content = contentOf(databaseFile(folder)!);
    expect(content.revisions!.length).toBeGreaterThan(100);
    expect(contentOf(backup)).toEqual(content);

    const fresh = join(root, 'fresh');
    await restoreData(fresh, backup);
    expect(contentOf(databaseFile(fresh)!)).toEqual(content);
    // Keys that were given out go on working: the database knows their hashes.
    await start(fresh);
    expect(await told(officer)).toEqual(before);
    await stop();
  });

  test('a backup is no part of itself: it holds no access key, and never overwrites a file', () => {
    const keys = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as { admin: string };
    expect(readFileSync(backup, 'latin1')).not.toContain(keys.admin);
    expect(() => backupData(folder, backup)).toThrow(/not overwritten/u);
    expect(() => backupData(join(root, 'nothing'), join(root, 'x.sqlite'))).toThrow(/no data/u);
    expect(readdirSync(join(root, 'kept'))).toEqual(['backup.sqlite']);
  });

  test('is refused over data unless forced, and then brings back what has been lost since', async () => {
    await expect(restoreData(folder, backup)).rejects.toThrow(/--force/u);
    await start(folder);
    const standing = await fetch(`${server!.url}/v1/task-lists/2024/settings`, {
      headers: { authorization: `Bearer ${server!.keys.admin}` },
    });
    const changed = await fetch(`${server!.url}/v1/task-lists/2024/settings`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${server!.keys.admin}`,
        'content-type': 'application/json',
        'if-match': standing.headers.get('etag')!,
      },
      body: JSON.stringify({
        seasons: {},
        contact: '改动之后',
        lockDaysAfterDue: 3,
        switchedOff: [],
        schedules: [],
        unitNames: {},
      }),
    });
    expect(changed.status).toBe(200);
    expect(await told(officer)).not.toEqual(before);
    await stop();
    await restoreData(folder, backup, { force: true });
    await start(folder);
    expect(await told(officer)).toEqual(before);
  });

  test('is refused over a running server', async () => {
    await stop();
    writeFileSync(join(folder, 'server.pid'), String(process.ppid));
    await expect(restoreData(folder, backup, { force: true })).rejects.toThrow(/still running/u);
    rmSync(join(folder, 'server.pid'));
  });

  test('is refused of what is no whole backup, and nothing is touched', async () => {
    const bad = (name: string): string => join(root, name);
    copyFileSync(backup, bad('cut.sqlite'));
    truncateSync(bad('cut.sqlite'), 60_000);
    writeFileSync(bad('text.sqlite'), '备份');
    new DatabaseSync(bad('empty.sqlite')).exec('CREATE TABLE a (b)');
    copyFileSync(backup, bad('newer.sqlite'));
    const newer = new DatabaseSync(bad('newer.sqlite'));
    newer.exec(`INSERT INTO d1_migrations (name) VALUES ('9999_to_come.sql')`);
    newer.close();
    const target = join(root, 'untouched');
    for (const name of ['cut.sqlite', 'text.sqlite', 'empty.sqlite', 'newer.sqlite', 'missing.sqlite']) {
      await expect(restoreData(target, bad(name)), name).rejects.toThrow(/no whole backup/u);
    }
    expect(existsSync(target)).toBe(false);
  });
});
