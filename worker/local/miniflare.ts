import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { LocalProblem } from './localProblem.ts';
import { projectFolder } from './tool.ts';
import { readWorkerOptions } from './workerOptions.ts';

export type D1Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

/** Which bundle of the Worker is served, and how. */
export interface WorkerSetting {
  /** The folder of its `index.js`; as a rule what the build has made. */
  folder: string;
  /** Where a debugger may look in; nowhere unless given. */
  inspectorPort?: number;
}

/** Variables of the Worker that may be set; see `Bindings`. */
export interface WorkerVariables {
  REMINDER_TIMEOUT?: string;
}

export const builtWorker: WorkerSetting = { folder: join(projectFolder, 'dist/worker') };

/**
 * What Miniflare needs to serve a Worker with bindings, assets and dates as wrangler.toml has them, and D1 in the
 * very file that `wrangler --local --persist-to <dataFolder>` uses.
 * @throws LocalProblem where nothing is built.
 */
export function miniflareOptions(
  dataFolder: string,
  port: number,
  worker = builtWorker,
  settings: WorkerVariables = {},
) {
  const script = join(worker.folder, 'index.js');
  const site = join(projectFolder, 'dist/site');
  if (!existsSync(script) || !existsSync(site)) {
    throw new LocalProblem(
      '尚未构建。请先执行 npm run build。',
      'Nothing is built yet. Run npm run build first.',
    );
  }
  const { modulesRules: _, ratelimits: __, ...options } = readWorkerOptions();
  return convertV4MiniflareOptions({
    ...options,
    name: 'taizhang',
    modulesRoot: worker.folder,
    modules: [{ type: 'ESModule', path: script }],
    bindings: { LOCAL_SERVER: '1', ...settings },
    host: '127.0.0.1',
    port,
    ...(worker.inspectorPort !== undefined && { inspectorPort: worker.inspectorPort }),
    resourcePersistencePath: join(dataFolder, 'v3'),
    cf: false,
    logRequests: false,
    // Ctrl+C reaches workerd as well; that it ends then is no warning worth reading.
    log: new Log(LogLevel.ERROR),
  });
}

/** Starts workerd, and waits until it answers. */
export async function openMiniflare(
  dataFolder: string,
  port: number,
  worker = builtWorker,
  settings: WorkerVariables = {},
): Promise<Miniflare> {
  const miniflare = new Miniflare(miniflareOptions(dataFolder, port, worker, settings));
  await miniflare.ready;
  return miniflare;
}
