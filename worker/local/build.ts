import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalProblem, runCommand } from './localProblem.ts';
import { projectFolder, runTool } from './tool.ts';

interface Part {
  name: string;
  /** What the part is made of; it is built again when any of these files changes. */
  sources: string[];
  product: string;
  build: () => ReturnType<typeof runTool>;
}

const parts: Part[] = [
  {
    name: 'site',
    sources: ['addin/**/*', 'shared/**/*', 'vite.config.ts', 'package-lock.json'],
    product: 'dist/site/index.html',
    build: () => runTool('vite', ['build', '--logLevel', 'warn']),
  },
  {
    name: 'worker',
    sources: ['worker/**/*', 'shared/**/*', 'wrangler.toml', 'package-lock.json'],
    product: 'dist/worker/index.js',
    // The same bundle as `wrangler deploy` uploads; it looks at the site too, which must stand by then.
    build: () => runTool('wrangler', ['deploy', '--dry-run', '--outdir', 'dist/worker']),
  },
];

/** Builds the site, then the Worker, into dist/; each only when its sources have changed. */
export async function build(): Promise<void> {
  for (const part of parts) await buildPart(part);
}

async function buildPart(part: Part): Promise<void> {
  const stamp = join(projectFolder, `dist/${part.name}.stamp`);
  const fingerprint = fingerprintOf(part.sources);
  const product = join(projectFolder, part.product);
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const started = performance.now();
  const { ok, output } = await part.build();
  if (!ok || !existsSync(product)) {
    throw new LocalProblem(
      `构建 ${part.name} 失败：\n${output}`,
      `Building the ${part.name} failed; the tool's own words are above.`,
    );
  }
  writeFileSync(stamp, fingerprint);
  console.log(`${part.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Names, sizes and times of the files, as one hash. */
function fingerprintOf(sources: string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: projectFolder }).sort()) {
    const { size, mtimeMs } = statSync(join(projectFolder, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

if (import.meta.main) await runCommand(build);
