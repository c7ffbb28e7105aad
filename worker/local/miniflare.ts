import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler';
import { LocalProblem } from './localProblem.ts';
import { projectFolder } from './tool.ts';

export type D1Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

/**
 * The built Worker in workerd, with bindings, assets and dates as wrangler.toml has them, and D1 in the
 * very file that `wrangler --local --persist-to <dataFolder>` uses.
 */
export async function openMiniflare(dataFolder: string, port: number): Promise<Miniflare> {
  const script = join(projectFolder, 'dist/worker/index.js');
  const site = join(projectFolder, 'dist/site/index.html');
  if (!existsSync(script) || !existsSync(site)) {
    throw new LocalProblem(
      '尚未构建。请先执行 npm run build。',
      'Nothing is built yet. Run npm run build first.',
    );
  }
  const { workerOptions } = workerOptionsOf(join(projectFolder, 'wrangler.toml'));
  const { modulesRules: _, ratelimits: __, ...options } = workerOptions;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...options,
      name: 'taizhang',
      modulesRoot: join(projectFolder, 'dist/worker'),
      modules: [{ type: 'ESModule', path: script }],
      host: '127.0.0.1',
      port,
      resourcePersistencePath: join(dataFolder, 'v3'),
      cf: false,
      logRequests: false,
      // Ctrl+C reaches workerd as well; that it ends then is no warning worth reading.
      log: new Log(LogLevel.ERROR),
    }),
  );
  await miniflare.ready;
  return miniflare;
}
