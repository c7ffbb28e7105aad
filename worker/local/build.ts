import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeFolder, readOfficeJs } from '../../shared/site/officeJs.ts';
import { LocalProblem, runCommand } from './localProblem.ts';
import { projectFolder, runTool } from './tool.ts';
import { writeWorkerOptions } from './workerOptions.ts';

interface Part {
  name: string;
  /** What the part is made of; it is built again when the content of any of these files changes. */
  sources: string[];
  /** A setting that it is built with. */
  setting?: () => string;
  product: string;
  build: () => ReturnType<typeof runTool>;
}

const parts: Part[] = [
  {
    name: 'site',
    sources: ['addin/**/*', 'shared/**/*', 'vite.config.ts', 'package-lock.json'],
    setting: officeJs,
    product: 'dist/site/index.html',
    // The same site, whoever builds it: tests run with another NODE_ENV.
    build: () => runTool('vite', ['build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } }),
  },
  {
    name: 'worker',
    sources: ['worker/*', 'worker/!(local)/**/*', 'shared/**/*', 'wrangler.toml', 'package-lock.json'],
    product: 'dist/worker/index.js',
    // The same bundle as `wrangler deploy` uploads.
    build: async () => {
      const [bundle] = await Promise.all([
        runTool('wrangler', ['deploy', '--dry-run', '--outdir', 'dist/worker']),
        writeWorkerOptions(),
      ]);
      return bundle;
    },
  },
];

/**
 * Builds site and Worker into dist/, side by side; each only when its sources have changed, which a hash of their
 * names and contents tells (dist/*.stamp).
 */
export async function build(): Promise<void> {
  // wrangler wants to see the folder of the site, whatever is in it.
  mkdirSync(join(projectFolder, 'dist/site'), { recursive: true });
  await Promise.all(parts.map(buildPart));
}

async function buildPart(part: Part): Promise<void> {
  const stamp = join(projectFolder, `dist/${part.name}.stamp`);
  const fingerprint = fingerprintOf(part.sources, part.setting?.() ?? '');
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

/** Where the site is to take Office.js from; a path of its own must lead somewhere. */
function officeJs(): string {
  const setting = process.env['OFFICE_JS'];
  const address = readOfficeJs(setting);
  if (address === null) {
    throw new LocalProblem(
      `OFFICE_JS“${setting}”不对：应为 https:// 开头的 .js 地址，或本站的路径，如 /${officeFolder}/office.js。`,
      `OFFICE_JS “${setting}” is wrong: give an address https://….js, or a path of this site such as /${officeFolder}/office.js.`,
    );
  }
  if (address.startsWith('/') && !existsSync(join(projectFolder, 'addin/public', address))) {
    throw new LocalProblem(
      `OFFICE_JS 指向 ${address}，但站点里没有这个文件。请先执行 npm run office-js。`,
      `OFFICE_JS points to ${address}, which is not among the site’s files. Run npm run office-js first.`,
    );
  }
  return address;
}

/** Names and contents of the files, and the setting, as one hash. */
function fingerprintOf(sources: string[], setting: string): string {
  const hash = createHash('sha256').update(`${setting}\n`);
  for (const file of globSync(sources, { cwd: projectFolder }).sort()) {
    // What tsc remembers beside the sources is none.
    if (file.endsWith('.tsbuildinfo')) continue;
    const path = join(projectFolder, file);
    if (statSync(path).isFile()) hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

if (import.meta.main) await runCommand(build);
