import { describe, expect, test } from 'vitest';
import { simplifyWithOffsets, toSimplified } from '../../../../shared/import/text/simplified.ts';
import { readSentence } from '../../../support/import/published.ts';

describe('I4: Simplified characters, with the way back to the print', () => {
  test('a maintained converter reads words, not characters only', () => {
    expect(toSimplified('企業頭髮發展，乾隆年間，應急管理')).toBe('企业头发发展，乾隆年间，应急管理');
  });

  test('text that is Simplified stays as it is', () => {
    const simplified = '3 月底前，督促“厂中厂”企业著名、沈着、干部、里程。';
    expect(toSimplified(simplified)).toBe(simplified);
  });

  test('I8: spans hold where a character changes its length', () => {
    const { text, starts, ends } = simplifyWithOffsets('甲僤乙');
    expect([text, text.length]).toEqual(['甲𫢸乙', 4]);
    expect([starts, ends]).toEqual([
      [0, 1, 1, 2],
      [1, 2, 2, 3],
    ]);
    const { schedules, indicators, textAsPrinted } = readSentence('戴僤，3月底前，檢查5家僤業企業。');
    expect(schedules[0]?.source).toEqual({ text: '3月底前', start: 3, end: 7 });
    expect(indicators[0]).toMatchObject({
      label: '𫢸业企业',
      source: { text: '5家僤業企業', start: 10, end: 16 },
    });
    expect(textAsPrinted.slice(10, 16)).toBe('5家僤業企業');
  });
});
