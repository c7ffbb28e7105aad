import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `node test/fuzz/run.ts --seeds 10000 [--start 1] [--d1]`: many seeds of the sync fuzz, on SQLite in the same
 * isolate, or with `--d1` on local D1 itself. A failing seed ends it, shrunk.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    start: { type: 'string', default: '1' },
    d1: { type: 'boolean', default: false },
  },
});
const [seeds, start] = [Number(values.seeds), Number(values.start)];
if (!Number.isInteger(seeds) || !Number.isInteger(start) || seeds < 1 || start < 0) {
  throw new Error('--seeds and --start are whole numbers');
}

const root = resolve(import.meta.dirname, '../..');
const perRun = 500;
const began = Date.now();
let run = 0;
while (run < seeds) {
  const some = Math.min(perRun, seeds - run);
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'fuzz', 'test/fuzz/sync.test.ts'],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        FUZZ_D1: values.d1 ? '' : 'near',
        FUZZ_SEEDS: String(some),
        FUZZ_START: String(start + run),
      },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  run += some;
}
const spent = (Date.now() - began) / 1000;
console.log(`fuzz: seeds ${start} to ${start + run - 1}: ${run} run, ${(run / spent).toFixed(1)} a second`);
