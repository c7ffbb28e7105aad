import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../worker/local/build.ts';
import { projectFolder, runTool } from '../../worker/local/tool.ts';

/**
 * Everything that is checked, in one go: format, lint, types, build, tests in Node, in workerd and in
 * Chromium. Stops at the first step that fails. The last line is always `N passed, N failed`: tests, and a
 * failed step that is no test run as one. Names of steps, given as arguments, run those only; `check` stands for
 * the three that need no build.
 */
const reports = join(projectFolder, '.dev/reports');
let passed = 0;
let failed = 0;

interface Report {
  numTotalTests: number;
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
}

async function check(tool: Parameters<typeof runTool>[0], args: string[]): Promise<boolean> {
  const { ok, output } = await runTool(tool, args);
  if (!ok) console.log(output);
  return ok;
}

/** Runs test projects and adds up what they report; a run without a report, or with skipped tests, has failed. */
async function tests(...projects: string[]): Promise<boolean> {
  const file = join(reports, `${projects.join('-')}.json`);
  const { ok } = await runTool(
    'vitest',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { show: true },
  );
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return false;
  }
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  const skipped = report.numTotalTests - report.numPassedTests - report.numFailedTests;
  if (skipped > 0) console.log(`${skipped} tests were skipped: none may be.`);
  return ok && report.success && skipped === 0;
}

const steps: [name: string, run: () => Promise<boolean>][] = [
  ['format', () => check('oxfmt', ['--check'])],
  ['lint', () => check('oxlint', ['--deny-warnings'])],
  [
    'types',
    () => {
      const projects = globSync('{lint,shared,worker,addin,test}/**/tsconfig.json', { cwd: projectFolder });
      // All in one process, two at a time: what they share is read once.
      return check('tsc', ['-b', '--force', '--builders', '2', ...projects.sort()]);
    },
  ],
  ['build', () => build().then(() => true)],
  ['tests in Node and in workerd', () => tests('node', 'workerd')],
  ['fuzz of the sync', () => tests('fuzz')],
  ['tests in Chromium', () => tests('browser')],
];

/** What is looked at after every change: under a minute. */
const quick = ['format', 'lint', 'types'];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const begun = performance.now();
const wanted = process.argv.slice(2).flatMap((name) => (name === 'check' ? quick : [name]));
for (const [name, run] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  console.log(`\n— ${name}`);
  const before = failed;
  const ok = await run().catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    return false;
  });
  console.log(`  ${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!ok) {
    if (failed === before) failed += 1;
    break;
  }
}
console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
