import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { unstable_getMiniflareWorkerOptions as readOptions } from 'wrangler';
import { projectFolder } from './tool.ts';

type WorkerOptions = Omit<ReturnType<typeof readOptions>['workerOptions'], 'assets'> & {
  assets: { directory: string };
};

const file = join(projectFolder, 'dist/worker.options.json');

/** Keeps what wrangler.toml means to Miniflare: only wrangler knows, and loading wrangler takes a second. */
export async function writeWorkerOptions(): Promise<void> {
  const { unstable_getMiniflareWorkerOptions: read } = await import('wrangler');
  const options = read(join(projectFolder, 'wrangler.toml')).workerOptions as WorkerOptions;
  options.assets.directory = relative(projectFolder, options.assets.directory);
  writeFileSync(file, `${JSON.stringify(options, null, 2)}\n`);
}

/** What the last build kept. */
export function readWorkerOptions(): WorkerOptions {
  const options = JSON.parse(readFileSync(file, 'utf8')) as WorkerOptions;
  options.assets.directory = join(projectFolder, options.assets.directory);
  return options;
}
