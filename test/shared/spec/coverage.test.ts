import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticCodes, reportInto } from '../../../shared/import/diagnostics/catalogue.ts';
import { bureauRules, rules } from '../../../shared/rules/rules.ts';
import type { Diagnostic } from '../../../shared/taskList/diagnostic.ts';
import { catalogue } from '../../../worker/problems/catalogue.ts';
import { coverageOf, quotedIn, rulesOf, tableAfter, titlesOf } from './coverage.ts';

const project = resolve(import.meta.dirname, '../../..');
const spec = readFileSync(resolve(project, 'shared/SPEC.md'), 'utf8');

describe('the specification', () => {
  const files = Object.fromEntries(
    globSync('test/**/*.test.{ts,tsx}', { cwd: project }).map((file) => [
      file,
      readFileSync(resolve(project, file), 'utf8'),
    ]),
  );
  const coverage = coverageOf(spec, files);

  test('has a test for every rule that is built', () => {
    expect(rulesOf(spec).length).toBeGreaterThan(100);
    expect(coverage.untested).toEqual([]);
  });

  test('has every number that a test quotes', () => {
    expect(coverage.unknown).toEqual([]);
  });

  test('gives no number twice', () => {
    expect(coverage.repeated).toEqual([]);
  });
});

describe('its tables say what the code says', () => {
  test('V9: every rule with its severity, and no other', () => {
    const stated = tableAfter(spec, 'V9').map(([rule, severity]) => [rule, severity]);
    expect(stated).toEqual([...rules, ...bureauRules].map(({ id, severity }) => [id, severity]));
  });

  test('I12: every diagnostic with its severity, and no other', () => {
    const made: Diagnostic[] = [];
    const report = reportInto(made);
    for (const code of diagnosticCodes) report(code);
    expect(byFirst(tableAfter(spec, 'I12'))).toEqual(
      group(made.map(({ severity, code }) => [severity, code])),
    );
    for (const { zh, en } of made) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/u);
      expect(en).toMatch(/[a-z]/u);
    }
  });

  test('A6: every problem with its status, and no other', () => {
    const problems = Object.entries(catalogue).map(([code, { status }]): [string, string] => [
      String(status),
      code,
    ]);
    expect(byFirst(tableAfter(spec, 'A6'))).toEqual(group(problems));
  });
});

const group = (pairs: [string, string][]): Record<string, string[]> => {
  const groups: Record<string, string[]> = {};
  for (const [first, second] of pairs) (groups[first] ??= []).push(second);
  for (const each of Object.values(groups)) each.sort();
  return groups;
};

const byFirst = (table: string[][]): Record<string, string[]> =>
  group(
    table.flatMap(([first = '', list = '']) => list.split(', ').map((one): [string, string] => [first, one])),
  );

describe('the check itself', () => {
  const bad = [
    '- **S1** Shown by a test.',
    '- **S1.1** Told over',
    '  two lines, and by no test.',
    '- **S2** Not built: nothing can show it.',
    '- **S10** Not the same as S1.',
    '- **S10** Given twice.',
  ].join('\n');
  const file = "describe('S1: a group', () => test.each([['S10']])(`S9 of ${'S1.1'} (S3)`, () => 'S10'));";

  test('names each rule without a test, each number that is no rule, each that is given twice', () => {
    expect(coverageOf(bad, { 'bad.test.ts': file })).toEqual({
      untested: ['S1.1 Told over two lines, and by no test.', 'S10 Not the same as S1.', 'S10 Given twice.'],
      unknown: ['S9 in bad.test.ts: S9 of … (S3)', 'S3 in bad.test.ts: S9 of … (S3)'],
      repeated: ['S10'],
    });
  });

  test('reads titles only, of tests and groups', () => {
    expect(
      titlesOf("it('a', f); test.skipIf(x)('b', f); suite('c', f); expect('d'); it.each`${1}`('e')"),
    ).toEqual(['a', 'b', 'e']);
  });

  test('quotes whole numbers only', () => {
    const title = 'S3.1, (S4) B2; not 2024-B1, S3.x but S5. Not S1a, XS1, S1-2, S6.1.2, W07 or I3–I10';
    expect(quotedIn(title)).toEqual(['S3.1', 'S4', 'B2', 'S3', 'S5', 'I3', 'I10']);
  });
});
