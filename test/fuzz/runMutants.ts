import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mutants, type Mutant } from './mutants.ts';

/**
 * `node test/fuzz/runMutants.ts [--seeds 300] [--start 1] [--only words of a name or a test]`: breaks a copy of the tree, one mutant
 * at a time, and asks the fuzz, or the test that the mutant names. Fails when a mutant lives, or when the text that it patches is no longer there.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    start: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

const root = resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'taizhang-mutants-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
const left = new Set(['node_modules', '.git', 'dist', '.dev', '.wrangler']);
cpSync(root, copy, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
mkdirSync(join(copy, 'dist/site'), { recursive: true });

function patched({ name, file, find, replace }: Mutant): { path: string; text: string; broken: string } {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`“${name}”: its text stands ${times} times in ${file}: ${find}`);
  return { path, text, broken: text.replace(find, () => replace) };
}

/** What the fuzz, or a test, says of the copy as it stands; `null`: it found nothing. */
function verdict(seeds: string, test?: string): string | null {
  const project = test?.startsWith('test/worker/') ? 'workerd' : 'node';
  const what =
    test === undefined ? ['--project', 'fuzz', 'test/fuzz/sync.test.ts'] : ['--project', project, test];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...what, '--bail', '1'],
    {
      cwd: copy,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ NO_COLOR: '1', PWD: copy, FUZZ_D1: 'near', FUZZ_SHRINK: '1' },
        ...{ FUZZ_SEEDS: seeds, FUZZ_START: values.start },
      },
    },
  );
  if (status === 0) return null;
  const found = /(?:AssertionError|Error): (.*)/.exec(stdout + stderr);
  if (!found || !/FAIL +\|?(?:fuzz|workerd|node)/.test(stdout + stderr))
    throw new Error(`It did not run:\n${stdout}${stderr}`);
  return found[1]!.slice(0, 160);
}

const chosen = mutants.filter(({ name, test = '' }) =>
  [name, test].some((words) => words.includes(values.only)),
);
// Every text is looked for before any is tried.
for (const mutant of chosen) patched(mutant);
for (const test of new Set(chosen.map((mutant) => mutant.test))) {
  const whole = verdict('20', test);
  if (whole !== null) throw new Error(`${test ?? 'The fuzz'} fails without any mutant: ${whole}`);
}
let alive = 0;
for (const mutant of chosen) {
  const { path, text, broken } = patched(mutant);
  writeFileSync(path, broken);
  const found = verdict(values.seeds, mutant.test);
  writeFileSync(path, text);
  if (found === null) alive += 1;
  console.log(
    `${found === null ? 'LIVES' : 'found'}  ${mutant.name}${found === null ? '' : `\n       ${found}`}`,
  );
}
console.log(`mutants: ${chosen.length - alive} of ${chosen.length} found`);
if (alive > 0) process.exitCode = 1;
