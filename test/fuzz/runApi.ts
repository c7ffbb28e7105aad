import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `node test/fuzz/runApi.ts --runs 5000 [--seed 1]`: requests made from the API's own description. A request that is not
 * answered as described ends it, shrunk, with its seed.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
});
if (![values.runs, values.seed].every((each) => /^\d{1,9}$/u.test(each)) || values.runs === '0') {
  throw new Error('--runs and --seed are whole numbers');
}

const root = resolve(import.meta.dirname, '../..');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'fuzz', 'test/fuzz/api.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_API_RUNS: values.runs, FUZZ_API_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
