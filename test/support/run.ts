import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brokenArrows } from '../../lint/arrows.ts';
import { build } from '../../worker/local/build.ts';
import { projectFolder, runTool } from '../../worker/local/tool.ts';

/**
 * Everything that is checked, in one go: format, lint, arrows, types, build, tests in Node, in workerd and in Chromium, the
 * fuzz. What stands in one line of `steps` runs side by side; where a check fails, no tests are run. The last line of
 * the output is always `N passed, N failed`: tests, and a failed step that is no test run as one. Names of steps,
 * given as arguments, run those only; `check` stands for those that need no build, and `thorough` has tests try all that
 * they can try, not the everyday share.
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

/** What a step gives: whether all is well, and the tests that it ran. */
interface Result {
  ok: boolean;
  passed: number;
  failed: number;
}

const noTests = { passed: 0, failed: 0 };

async function check(tool: Parameters<typeof runTool>[0], args: string[]): Promise<Result> {
  const { ok, output } = await runTool(tool, args);
  if (!ok) console.log(output);
  return { ok, ...noTests };
}

/**
 * Runs test projects and adds up what they report; a run without a report, or with skipped tests, has failed.
 * Their output is shown as it comes, or at the end where another step shows its own.
 */
async function tests(projects: string[], show = true): Promise<Result> {
  const file = join(reports, `${projects.join('-')}.json`);
  const { ok, output } = await runTool(
    'vitest',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { show },
  );
  console.log(output);
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { ok: false, ...noTests };
  }
  const skipped = report.numTotalTests - report.numPassedTests - report.numFailedTests;
  if (skipped > 0) console.log(`${skipped} tests were skipped: none may be.`);
  return {
    ok: ok && report.success && skipped === 0,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  };
}

interface Step {
  name: string;
  run: () => Promise<Result>;
}

const steps: Step[][] = [
  [
    { name: 'format', run: () => check('oxfmt', ['--check']) },
    { name: 'lint', run: () => check('oxlint', ['--deny-warnings']) },
    {
      name: 'arrows',
      run: async () => {
        const broken = await brokenArrows(projectFolder);
        for (const { from, to, arrow } of broken) console.log(`${from} → ${to}: ${arrow}`);
        return { ok: broken.length === 0, ...noTests };
      },
    },
    {
      name: 'types',
      run: () => {
        // Editors find the fuzz's; its files are checked with those of test/worker, which load the same.
        const projects = globSync('{lint,shared,worker,addin,test}/**/tsconfig.json', {
          cwd: projectFolder,
          exclude: ['test/fuzz/tsconfig.json'],
        });
        // All in one process, which takes both cores for each: what they share is read once.
        return check('tsc', ['-b', '--force', '--builders', '1', ...projects.sort()]);
      },
    },
    { name: 'build', run: () => build().then(() => ({ ok: true, ...noTests })) },
  ],
  // One after the other: side by side on two cores they take longer than in a row, by a third and more.
  [{ name: 'tests in Node and in workerd', run: () => tests(['node', 'local', 'workerd']) }],
  [
    { name: 'tests in Chromium', run: () => tests(['browser']) },
    { name: 'fuzz of the sync', run: () => tests(['fuzz'], false) },
  ],
];

/** What is looked at after every change: under a minute. */
const quick = ['format', 'lint', 'arrows', 'types'];

async function runStep({ name, run }: Step): Promise<boolean> {
  const started = performance.now();
  const result = await run().catch((error: unknown): Result => {
    console.log(error instanceof Error ? error.message : error);
    return { ok: false, ...noTests };
  });
  const { ok } = result;
  passed += result.passed;
  failed += result.failed;
  console.log(`  ${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!ok && result.failed === 0) failed += 1;
  return ok;
}

// Pictures are for people, who take them with `npm run browser`.
process.env['PICTURES'] = 'none';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const begun = performance.now();
const named = process.argv.slice(2);
if (named.includes('thorough')) process.env['THOROUGH'] = '1';
const wanted = named
  .filter((name) => name !== 'thorough')
  .flatMap((name) => (name === 'check' ? quick : [name]));
for (const line of steps) {
  const asked = line.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (asked.length === 0) continue;
  console.log(`\n— ${asked.map(({ name }) => name).join(', ')}`);
  const results = await Promise.all(asked.map(runStep));
  if (line === steps[0] && results.includes(false)) break;
}
console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
