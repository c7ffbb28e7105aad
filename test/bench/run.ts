import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../worker/local/tool.ts';
import { print, type Section } from './measure/table.ts';
import { seeded } from '../support/seeded.ts';
import { measureActs } from './parts/acts.ts';
import { measureBulletin } from './parts/bulletin.ts';
import { measureChecks } from './parts/checks.ts';
import { measureCpu } from './parts/cpu.ts';
import { measureCrowd } from './parts/crowd.ts';
import { measureExports } from './parts/exports.ts';
import { measureExcel } from './parts/excel.ts';
import { measureHistory, measureUnits } from './parts/progress.ts';
import { measureLedger } from './parts/ledger.ts';
import { measureParse } from './parts/parse.ts';
import { measurePulls } from './parts/pull.ts';
import { measurePullCpu } from './parts/pullCpu.ts';
import { measurePushes } from './parts/push.ts';
import { full, quick } from './parts/scale.ts';
import { openServers, type Servers } from './parts/servers.ts';
import { measureSizes } from './parts/sizes.ts';
import { measureSingles } from './parts/single.ts';
import { measureWide } from './parts/wide.ts';
import { bundle } from './serve/bundle.ts';
import { hangUp } from './serve/http.ts';

const isQuick = process.argv.includes('--quick');
const seed = Number(process.argv.find((each) => each.startsWith('--seed='))?.slice(7) ?? 20240410);
const only = process.argv
  .find((each) => each.startsWith('--only='))
  ?.slice(7)
  .split(',');
const scale = isQuick ? quick : full;

if (!existsSync(join(projectFolder, 'dist/worker/index.js'))) {
  console.log('Nothing is built yet: npm run build.');
  process.exit(1);
}
const begun = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const elapsed = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
const sections: Section[] = [];
const wanted = (part: string) => !only || only.includes(part);
const say = (part: string) => console.error(`[${elapsed()}] ${part}`);

try {
  const random = seeded(seed);
  const bundles = await bundle(folder);
  // Each with servers of its own: what one has left in memory is no matter of the next.
  const pushing = [
    ['push', 'pushes', (servers) => measurePushes(servers, scale, random)],
    ['single', 'single rows', async (servers) => [await measureSingles(servers, scale, random)]],
    ['pull', 'pulls', async (servers) => [await measurePullCpu(servers, scale, random)]],
    ['crowd', 'many units at once', async (servers) => [await measureCrowd(servers, scale)]],
  ] as const satisfies [string, string, (servers: Servers) => Promise<Section[]>][];
  for (const [part, name, measure] of pushing) {
    if (!wanted(part)) continue;
    const servers = await openServers(bundles, join(folder, part));
    try {
      say(name);
      sections.push(...(await measure(servers)));
    } finally {
      await servers.close();
    }
  }
  const parts = [
    ['pull', measurePulls],
    ['progress', measureHistory],
    ['progress', measureUnits],
    ['exports', measureExports],
    ['acts', measureActs],
    ['bulletin', measureBulletin],
    ['wide', measureWide],
    ['checks', measureChecks],
    ['excel', measureExcel],
    ['parse', measureParse],
    ['ledger', measureLedger],
    ['cpu', measureCpu],
    ['sizes', measureSizes],
  ] as const;
  for (const [part, measure] of parts) {
    if (!wanted(part)) continue;
    say(part);
    sections.push(await measure(bundles, folder, scale));
  }
  print(sections);
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`;
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(
    `${isQuick ? 'quick' : 'full'}, seed ${seed}, ${elapsed()}; ${machine}; load ${load.join(' ')}`,
  );
} finally {
  hangUp();
}
