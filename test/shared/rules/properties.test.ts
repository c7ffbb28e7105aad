import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellValue, type RawValues, rowFields } from '../../../shared/row/row.ts';
import { checkRow } from '../../../shared/rules/checkRow.ts';
import type { RowContext } from '../../../shared/rules/context.ts';
import { sentenceFor } from '../../../shared/rules/sentences.ts';
import { baseContext, rowCases } from '../../support/rules/cases.ts';

const told: CellValue[] = rowCases.flatMap((one) =>
  Object.values(one.raw).filter((cell) => cell !== undefined),
);
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...told) },
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.double(),
  fc.integer({ min: -10, max: 60_000 }),
  fc.boolean(),
  fc.constant(null),
);
const raw = fc.record(Object.fromEntries(rowFields.map((field) => [field, cell])), {
  requiredKeys: [],
}) as fc.Arbitrary<RawValues>;
const count = fc.option(fc.nat({ max: 200 }), { nil: null });
const context: fc.Arbitrary<RowContext> = fc.record({
  key: fc.constant(baseContext.key),
  today: fc.constantFrom('2024-01-01', '2024-05-20', '2025-03-01'),
  year: fc.constantFrom(2023, 2024, 2025),
  scheduleKind: fc.constantFrom(
    'once',
    'window',
    'weekly',
    'monthly',
    'two-monthly',
    'quarterly',
    'half-yearly',
    'undated',
  ),
  opensOn: fc.constantFrom('2024-01-01', '2024-03-01'),
  dueOn: fc.constantFrom('2024-03-31', null),
  indicator: fc.record({
    id: fc.constantFrom('done', 'i1'),
    label: fc.constantFrom('企业', ''),
    unitOfMeasure: fc.constantFrom('家', '套'),
    mode: fc.constantFrom('cumulative', 'perPeriod'),
  }),
  allocation: count,
  districtTarget: count,
  previousCount: count,
  nextCount: count,
  explained: fc.record({
    text: fc.constantFrom(null, '4月新增一家企业'),
    rules: fc.constantFrom([], ['V-count-over-allocation']),
  }),
});

describe('V: whatever is in the cells', () => {
  test('the rules answer, and every finding has its sentences', () => {
    fc.assert(
      fc.property(raw, context, (values, about) => {
        const verdict = checkRow(values, about);
        for (const one of verdict.findings) {
          expect(sentenceFor(one, 'zh').length).toBeGreaterThan(5);
          expect(sentenceFor(one, 'en').length).toBeGreaterThan(5);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('even what no workbook sends does not make them throw', () => {
    const anything = fc.record(Object.fromEntries(rowFields.map((field) => [field, fc.anything()])));
    fc.assert(
      fc.property(anything, context, (values, about) => {
        checkRow(values as RawValues, about);
      }),
      { numRuns: 1000 },
    );
  });

  test('V2: a row that was read is read as itself: same values, same findings, nothing new to show', () => {
    fc.assert(
      fc.property(raw, context, (values, about) => {
        const once = checkRow(values, about);
        const twice = checkRow(once.values, about);
        expect(twice.values).toEqual(once.values);
        expect(twice.findings.map(({ rule, field }) => [rule, field])).toEqual(
          once.findings.map(({ rule, field }) => [rule, field]),
        );
        expect(twice.readAs).toEqual([]);
        expect(twice.passes).toBe(once.passes);
      }),
      { numRuns: 3000 },
    );
  });

  test('V2.1: blank, 0 and 本地无此类 stay three things', () => {
    const filled = fc.constantFrom<RawValues>({ count: 0 }, { count: '0' }, { status: '无' }, {});
    fc.assert(
      fc.property(filled, context, (values, about) => {
        const { values: read } = checkRow(values, about);
        expect(read.count).toBe('count' in values ? 0 : null);
        expect(read.status).toBe('status' in values ? '本地无此类' : null);
      }),
    );
  });

  test('V2: nothing typed is lost: what is not blank stays as read or as typed', () => {
    fc.assert(
      fc.property(raw, context, (values, about) => {
        const { values: read } = checkRow(values, about);
        for (const field of rowFields) {
          const typed = values[field];
          const blank =
            typed === undefined || typed === null || /^[\s\u200b-\u200d\u2060]*$/.test(String(typed));
          expect(read[field] === null).toBe(blank);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('V4: a row passes just where no error and no unexplained warning is left', () => {
    fc.assert(
      fc.property(raw, context, (values, about) => {
        const { findings, explainedRules, passes } = checkRow(values, about);
        const held = findings.filter((one) => one.severity === 'error' || !explainedRules.includes(one.rule));
        expect(passes).toBe(held.length === 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('checking changes neither the row nor the context', () => {
    const values = Object.freeze({ status: '办结', count: '８６', note: ' 已检查 ' });
    const about = structuredClone(baseContext);
    checkRow(values, about);
    expect(about).toEqual(baseContext);
  });
});

test.each([
  ' ',
  '\u200b ',
  '1 ',
  '1-',
  '〔2023 ',
  '〔2023〕 ',
  '转 ',
  '.',
  '已经',
  '信用代码 ',
  'A',
  '(',
  '91110000101623741A ',
])('V-text-long: cells full of %j are judged: no pattern runs away on them', (piece) => {
  const long = `x${piece.repeat(Math.ceil(4000 / piece.length))}x`;
  const raw = Object.fromEntries(rowFields.map((field) => [field, long]));
  const { findings, passes } = checkRow(raw, baseContext);
  expect(passes).toBe(false);
  expect(findings.map(({ rule }) => rule)).toContain('V-text-long');
});
