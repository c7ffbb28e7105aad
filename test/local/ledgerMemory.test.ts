import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectFolder } from '../../worker/local/tool.ts';
import { thorough } from '../support/thorough.ts';
import { hostileLedgers } from '../support/documents/hostileLedgers.ts';
import { xlsxOf, type FixtureCell } from '../support/documents/xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('S13.11: hostile files are read, proposed and answered within 128 MB and seconds', async () => {
  const program = join(projectFolder, 'test/support/documents/hostileInChild.ts');
  // Every third; all of them go through the route every day (test/worker/uploadingHostile.test.ts).
  const ledgers = hostileLedgers.filter((_, at) => thorough || at % 3 === 0);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=100', program, ...ledgers.map(([name]) => name)],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const told = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; got: string; ms: number });
  expect(told.map(({ name, got }) => [name, got])).toEqual(
    ledgers.map(([name, , , answer]) => [name, typeof answer === 'string' ? answer : answer.refused]),
  );
  // On an idle machine none takes more than one second.
  expect(Math.max(...told.map(({ ms }) => ms))).toBeLessThan(20_000);
});

test('S13.11: a ledger near the bound is read, proposed and answered within 128 MB', async () => {
  const columns = 19;
  const rows = 8_300;
  const own = Array.from({ length: columns - 5 }, (_, column) => `自定${column}`);
  const file = join(folder, 'ledger.xlsx');
  const grid: FixtureCell[][] = Array.from({ length: rows }, (_, row) => [
    ...[`第${(row % 14) + 1}周`, '调度装货企业“五必查”核验并通报', '是', { number: row % 9, style: 0 }, ''],
    ...own.map((_heading, column) => `第${row}项第${column}栏，企业记录不全`),
  ]);
  const header = ['周次', '工作安排', '完成情况', '完成数量', '工作情况', ...own];
  writeFileSync(file, await xlsxOf([{ name: '台账', grid: [header, ...grid] }]));
  // Less than a Worker has, which holds other things too.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=100', join(projectFolder, 'test/bench/data/ledgerInNode.ts'), file, '1'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ rows: rows + 1 });
});
