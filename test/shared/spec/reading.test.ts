import { describe, expect, test } from 'vitest';
import type { CellValue, RawValues, RowField } from '../../../shared/row/row.ts';
import { checkRow } from '../../../shared/rules/checkRow.ts';
import { checkKeys } from '../../../shared/rules/checkTable.ts';
import type { RowContext } from '../../../shared/rules/context.ts';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import { baseContext } from '../../support/rules/cases.ts';

const monthly: Partial<RowContext> = { scheduleKind: 'monthly' };
const findingsOf = (raw: RawValues, context: Partial<RowContext> = {}): string[] =>
  checkRow(raw, { ...baseContext, ...context }).findings.map(({ rule }) => rule);
const readAs = (field: RowField, cell: CellValue, context: Partial<RowContext> = {}): CellValue =>
  checkRow({ [field]: cell }, { ...baseContext, ...context }).values[field];

describe('V2.2: a status', () => {
  test.each([
    ['办结', '已完成'],
    [' 完成。', '已完成'],
    ['不涉及', '本地无此类'],
    ['无', '本地无此类'],
    ['推进中', '进行中'],
    ['尚未启动', '未开始'],
  ])('of a dated row: %s is %s, and that is shown', (cell, status) => {
    const verdict = checkRow({ status: cell }, baseContext);
    expect(verdict.values.status).toBe(status);
    expect(verdict.readAs).toEqual([{ field: 'status', from: cell.trim(), to: status }]);
  });

  test('of a cadence: 办结 is 已开展; of the other kind: an error that names the nearest', () => {
    expect(readAs('status', '办结', monthly)).toBe('已开展');
    const { findings } = checkRow({ status: '已开展' }, baseContext);
    expect(findings.map(({ rule }) => rule)).toEqual(['V-status-kind']);
    const other = checkRow({ status: '已完成' }, { ...baseContext, ...monthly }).findings[0];
    expect(other).toMatchObject({ rule: 'V-status-kind', params: { suggestion: '已开展' } });
    expect(findingsOf({ status: '差不多了' })).toEqual(['V-status-known']);
  });
});

test.each<[CellValue, CellValue, string | null]>([
  [86, 86, null],
  [0, 0, null],
  ['８６家', 86, null],
  ['86 家', 86, null],
  ['1,200', 1200, null],
  ["'9", 9, null],
  ['86.0', 86, null],
  [1_000_000_000, 1_000_000_000, null],
  [1_000_000_001, 1_000_000_001, 'V-count-too-large'],
  ['约80', '约80', 'V-count-approximate'],
  ['80多', '80多', 'V-count-approximate'],
  ['86人', '86人', 'V-count-unit'],
  ['八十', '八十', 'V-count-whole'],
  [2.5, 2.5, 'V-count-whole'],
  [true, true, 'V-count-whole'],
  ['-3', '-3', 'V-count-negative'],
])('V2.3: a count of %s is read as %s (%s)', (cell, value, rule) => {
  expect(readAs('count', cell)).toBe(value);
  const found = findingsOf({ status: '进行中', note: '逐家检查', count: cell }).filter((each) =>
    /^V-count-(?:whole|unit|approximate|negative|too-large)/u.test(each),
  );
  expect(found).toEqual(rule === null ? [] : [rule]);
});

test('V2.5: a number of sixteen digits, and a formula’s error, are told and stay as they were typed', () => {
  const digits = 913204110000000000;
  for (const cell of [digits, 1e15, '9.13204E+17']) {
    expect(findingsOf({ status: '未开始', evidence: cell })).toEqual(['V-id-digits-lost']);
    expect(readAs('evidence', cell)).toBe(cell);
  }
  expect(readAs('contact', 13812345678)).toBe('13812345678');
  for (const field of ['status', 'count', 'completedOn', 'note', 'explanation'] as const) {
    const raw = { status: '未开始', [field]: '#REF!' };
    expect(findingsOf(raw)).toEqual(['V-cell-excel-error']);
    expect(readAs(field, '#REF!')).toBe('#REF!');
  }
});

describe('V5: what an explanation covers', () => {
  const over: RawValues = { status: '进行中', count: 90, note: '超额完成检查' };
  const verdict = (explanation: CellValue, explained?: RowContext['explained']) => {
    const { findings, explainedRules, passes } = checkRow(
      { ...over, explanation },
      { ...baseContext, ...(explained && { explained }) },
    );
    return { passes, explainedRules, rules: findings.map(({ rule }) => rule) };
  };
  const reason = '含园区代管的四家企业，已与区局核对';

  test('newly written, every warning of the row', () => {
    expect(verdict(null)).toMatchObject({ passes: false, rules: ['V-count-over-allocation'] });
    expect(verdict(reason)).toEqual({
      passes: true,
      explainedRules: ['V-count-over-allocation'],
      rules: ['V-count-over-allocation'],
    });
  });

  test('kept from before, only what it was written for; a mark more or less makes it no new one', () => {
    const before = { text: reason, rules: ['V-count-over-allocation'] };
    expect(verdict(`${reason}。`, before)).toMatchObject({ passes: true });
    expect(verdict(reason, { text: reason, rules: ['V-count-falls'] })).toMatchObject({
      passes: false,
      explainedRules: [],
      rules: ['V-count-over-allocation', 'V-explanation-renew'],
    });
  });

  test.each([
    ['核实无误', 'V-explanation-telling'],
    ['数据准确，已核对', 'V-explanation-telling'],
    ['代管四家', 'V-explanation-short'],
  ])('%s covers nothing', (explanation, rule) => {
    expect(verdict(explanation)).toMatchObject({ passes: false, explainedRules: [] });
    expect(verdict(explanation).rules).toContain(rule);
  });
});

test('V6: a cumulative count between its neighbours; per period there are none', () => {
  const row: RawValues = { status: '已开展', count: 10 };
  const at = (previousCount: number | null, nextCount: number | null, mode: 'cumulative' | 'perPeriod') =>
    findingsOf(row, {
      ...monthly,
      previousCount,
      nextCount,
      indicator: { ...baseContext.indicator, mode },
    });
  expect(at(10, 10, 'cumulative')).toEqual([]);
  expect(at(11, null, 'cumulative')).toEqual(['V-count-falls']);
  expect(at(null, 9, 'cumulative')).toEqual(['V-count-next-falls']);
  expect(at(11, 9, 'perPeriod')).toEqual([]);
});

test('V7: each fault of a key is told by itself, and every copy of a duplicate', () => {
  const identity = { list: '2024', arrangement: '1-2-1', schedule: 1, indicator: 'i1', period: '2024' };
  const key = formatRowKey({ ...identity, unit: 'xuejia' });
  const foreign = formatRowKey({ ...identity, unit: 'benniu' });
  const twice = formatRowKey({ ...identity, unit: 'xuejia', indicator: 'i2' });
  const broken = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
  const keys = [key, '', 'row 7', broken, foreign, twice, twice];
  const found = checkKeys(
    keys.map((each) => ({ key: each })),
    new Set([key, twice]),
  );
  expect(found.map((each) => each?.rule ?? null)).toEqual([
    null,
    'V-key-missing',
    'V-key-malformed',
    'V-key-broken-check',
    'V-key-unknown',
    'V-key-duplicate',
    'V-key-duplicate',
  ]);
});
