import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { replaceAs, sendAs } from './api.ts';
import { databaseFile } from './database.ts';
import { claimDataFolder, releaseDataFolder, unfinished } from './dataFolder.ts';
import { moveDemoClock, setDemoClock, shanghaiTime, useRealTime } from './demoClock.ts';
import { completeDemoKeys, type DemoKeys, insertAdminKey, readDemoKeys } from './demoKeys.ts';
import { LocalProblem } from './localProblem.ts';
import { applyMigrations } from './migrate.ts';
import {
  type D1Database,
  miniflareOptions,
  openMiniflare,
  type WorkerSetting,
  type WorkerVariables,
} from './miniflare.ts';
import { emptyData } from './reset.ts';
import { remindDaily, runScheduled } from './remindDaily.ts';
import { reportSamples } from './sampleReports.ts';
import { projectFolder } from './tool.ts';

/** When the sample list was published: the second day of its year. */
const published = Date.parse('2024-01-02T09:00:00+08:00');

export interface LocalServerOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where database and keys are kept between starts. */
  dataDir: string;
  /** Where the demo clock begins, for example `2024-04-10T09:00:00+08:00`; moves a clock that already runs. */
  demoNow?: string | undefined;
  /** By real time, in a folder of its own: without demo clock, list and roster. Reminders are sent then. */
  realTime?: boolean | undefined;
  /** Without the sample reports that a first start makes otherwise. */
  empty?: boolean | undefined;
  /** Without roster and list, too: as a new district begins. */
  bare?: boolean | undefined;
  /** Another bundle of the Worker than the one that was built. */
  worker?: WorkerSetting | undefined;
  /** Seconds that a robot has to answer a reminder. */
  reminderTimeout?: string | undefined;
  log?: (line: string) => void;
  /** Takes what is said while it runs: that reminders were sent. */
  say?: ((line: string) => void) | undefined;
}

export interface LocalServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  keys: DemoKeys;
  keysFile: string;
  /** The demo's time at the start, in milliseconds since 1970. */
  now: number;
  /** Whether it runs by real time. */
  realTime: boolean;
  /** Runs the scheduled handler, as a day's nine o'clock does; gives how it ended. */
  remind(): Promise<string>;
  /** Serves the bundle anew, as it is now. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** @throws LocalProblem for a setting that the Worker would not understand. */
function workerVariables({ reminderTimeout }: LocalServerOptions): WorkerVariables {
  if (reminderTimeout === undefined) return {};
  if (!/^(?:[1-9]|[1-5]\d|60)$/u.test(reminderTimeout)) {
    throw new LocalProblem(
      `REMINDER_TIMEOUT“${reminderTimeout}”不对。请写 1 到 60 的整数秒数，例如 10。`,
      `REMINDER_TIMEOUT “${reminderTimeout}” is none. Write whole seconds from 1 to 60, such as 10.`,
    );
  }
  return { REMINDER_TIMEOUT: reminderTimeout };
}

/**
 * Serves the built Worker and site on 127.0.0.1 with D1 kept in `dataDir`: migrations, demo clock, demo
 * keys, roster and task list, and sample reports where it is the first start. A second start on the same folder finds everything as it was.
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { dataDir, demoNow, realTime = false, log = () => {} } = options;
  const { empty = realTime, bare = realTime } = options;
  const settings = workerVariables(options);
  await checkPort(options.port);
  claimDataFolder(dataDir);
  try {
    const sign = join(dataDir, unfinished);
    if (existsSync(sign)) emptyData(dataDir);
    const first = !empty && databaseFile(dataDir) === null;
    if (first) writeFileSync(sign, '');
    const miniflare = await openMiniflare(dataDir, options.port, options.worker, settings);
    try {
      const url = (await miniflare.ready).origin;
      log('workerd');
      const db = await miniflare.getD1Database('DB');
      await applyMigrations(db);
      log('migrations');
      const now = realTime ? await useRealTime(db) : await setDemoClock(db, demoNow);
      // A list is published before it is reported on.
      if (first) await moveDemoClock(db, Math.min(now, published));
      const keysFile = join(dataDir, 'keys.json');
      const kept = await readDemoKeys(keysFile, db);
      const admin = kept.admin ?? (await insertAdminKey(db, now));
      if (!bare) await seed(db, url, admin);
      log('roster and task list');
      const { results: units } = await db
        .prepare(`SELECT id, name FROM units ORDER BY position`)
        .all<{ id: string; name: string }>();
      const keys = await completeDemoKeys(url, keysFile, admin, kept, units);
      log('keys');
      if (first) {
        await reportSamples(url, keys, shanghaiTime(now).slice(0, 10), (day) =>
          moveDemoClock(db, Date.parse(`${day}T16:20:00+08:00`)),
        );
        await moveDemoClock(db, now);
        rmSync(sign);
        log('sample reports');
      }
      const remind = () => runScheduled(miniflare);
      const endReminders = realTime ? remindDaily(remind, options.say ?? (() => {})) : () => {};
      const close = async () => {
        endReminders();
        await miniflare.dispose();
        releaseDataFolder(dataDir);
      };
      const port = Number(new URL(url).port);
      const reload = () => miniflare.setOptions(miniflareOptions(dataDir, port, options.worker, settings));
      return { url, keys, keysFile, now, realTime, reload, remind, close };
    } catch (error) {
      await miniflare.dispose();
      throw error;
    }
  } catch (error) {
    releaseDataFolder(dataDir);
    throw error;
  }
}

/** Puts roster and list where there is none yet; what somebody has changed since then stays as it is. */
async function seed(db: D1Database, url: string, admin: string): Promise<void> {
  const found = await db
    .prepare(`SELECT (SELECT count(*) FROM units) AS units, (SELECT count(*) FROM task_lists) AS lists`)
    .first<{ units: number; lists: number }>();
  const textOf = (name: string) => readFileSync(join(projectFolder, 'seeds', name), 'utf8');
  if (!found?.units) await replaceAs(admin, url, '/v1/roster', textOf('roster.json'));
  if (!found?.lists) {
    const plain = 'text/plain; charset=utf-8';
    await sendAs(admin, url, 'PUT', '/v1/task-lists/2024', textOf('2024-task-list.txt'), {
      contentType: plain,
    });
  }
}

/** A taken port is told before anything is touched. */
function checkPort(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        fail(
          new LocalProblem(
            `端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`,
            `Port ${port} is taken. Stop the program that uses it, or take another port: PORT=${port + 1} npm start`,
          ),
        );
      } else if (error.code === 'EACCES') {
        fail(
          new LocalProblem(
            `没有权限使用端口 ${port}。请换用 1024 以上的端口。`,
            `No permission to use port ${port}. Take one above 1024.`,
          ),
        );
      } else fail(error);
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => done()));
  });
}
