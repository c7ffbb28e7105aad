import { describe, expect, test } from 'vitest';
import { inert, inertPlain } from '../../../shared/tables/inert.ts';

describe('A8: a text that could be a formula is none in a file', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '　＝1',
  ])('%j', (text) => {
    expect(inert(text)).toBe(`'${text}`);
    expect(inertPlain(text)).toBe(`'${text}`);
  });

  test.each(['', '已开展', 'a=b', '1-6-3 每周调度', '86', '3家 - 5家', '—'])('%j stays as it is', (text) => {
    expect(inert(text)).toBe(text);
    expect(inertPlain(text)).toBe(text);
  });
});

test.each([
  '320411198801011234',
  '913204110000000000',
  '051985127',
  '1-6-3',
  '1-6',
  '2024-04-10',
  '3.15',
  '1e3',
])('B5: %j stays text where types are guessed', (text) => {
  expect(inertPlain(text)).toBe(`'${text}`);
  expect(inert(text)).toBe(text);
});
