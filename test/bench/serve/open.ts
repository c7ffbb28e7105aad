import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler';
import { projectFolder } from '../../../worker/local/tool.ts';
import { workerdProcesses } from './cpu.ts';

export type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

export interface Served {
  url: string;
  db: Database;
  /** The workerd process; NaN where it could not be told. */
  process: number;
  /** From the call to a server that listens. */
  readyMs: number;
  close(): Promise<void>;
}

/**
 * Serves one bundle on loopback by Miniflare's own API, with bindings and dates as wrangler.toml has them, but for
 * the rate limiter: like `npm start`, which leaves it out. Miniflare emulates it by a call to another Worker.
 * `heap`: megabytes that each isolate's objects may take; beyond that workerd ends.
 */
export async function open(
  script: string,
  dataFolder: string,
  assets: boolean,
  { bindings, heap }: { bindings?: Record<string, string>; heap?: number } = {},
): Promise<Served> {
  const { workerOptions } = workerOptionsOf(join(projectFolder, 'wrangler.toml'));
  const { modulesRules: _, ratelimits: __, ...options } = workerOptions;
  if (!assets) delete (options as { assets?: unknown }).assets;
  const before = new Set(workerdProcesses());
  const flags = heap === undefined ? undefined : { MINIFLARE_WORKERD_V8_FLAGS: `--max-heap-size=${heap}` };
  Object.assign(process.env, flags);
  const begun = performance.now();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...options,
      bindings: { ...(options as { bindings?: object }).bindings, ...bindings },
      name: 'bench',
      modulesRoot: dirname(script),
      modules: [{ type: 'ESModule', path: script }],
      host: '127.0.0.1',
      port: 0,
      resourcePersistencePath: dataFolder,
      cf: false,
      logRequests: false,
      log: new Log(LogLevel.WARN),
    }),
  );
  const url = (await miniflare.ready).origin;
  if (flags) delete process.env['MINIFLARE_WORKERD_V8_FLAGS'];
  const readyMs = performance.now() - begun;
  return {
    url,
    db: await miniflare.getD1Database('DB'),
    process: workerdProcesses().find((id) => !before.has(id)) ?? NaN,
    readyMs,
    close: () => miniflare.dispose(),
  };
}

/** Makes the real schema, from the migrations themselves. */
export async function migrate(db: Database): Promise<void> {
  const folder = join(projectFolder, 'migrations');
  for (const file of globSync('*.sql', { cwd: folder }).sort()) {
    const statements = readFileSync(join(folder, file), 'utf8').split('--> statement-breakpoint');
    await db.batch(statements.map((sql) => db.prepare(sql)));
  }
}
