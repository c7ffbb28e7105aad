import { describe, expect, test } from 'vitest';
import { keyWords } from '../../../../addin/pages/bulletins/model/keyWords.ts';
import { movedBetween, placesOf } from '../../../../addin/pages/bulletins/model/moved.ts';
import { lastComplete, periodsOf } from '../../../../addin/pages/bulletins/model/presets.ts';
import { bulletinContentExample } from '../../../../shared/bulletin/exampleContent.ts';
import { titleLines } from '../../../../shared/bulletin/titleLines.ts';

describe('B20.1: the span that is offered first', () => {
  test.each([
    ['weekly', '2024-04-10', '2024-W14'],
    ['weekly', '2024-04-07', '2024-W13'],
    ['monthly', '2024-04-10', '2024-03'],
    ['quarterly', '2024-04-10', '2024-Q1'],
    // Before the first is over, that one; of a year that is over, its last.
    ['quarterly', '2024-02-10', '2024-Q1'],
    ['monthly', '2025-06-10', '2024-12'],
    ['weekly', '2025-06-10', '2025-W01'],
  ] as const)('%s on %s is %s', (preset, today, period) => {
    expect(lastComplete(preset, 2024, today)).toBe(period);
  });

  test('periods that have not begun are not offered, the newest comes first', () => {
    expect(periodsOf('monthly', 2024, '2024-04-10')).toEqual(['2024-04', '2024-03', '2024-02', '2024-01']);
  });
});

describe('B20.4: what is different since it was looked at', () => {
  const changed = (change: (content: typeof bulletinContentExample) => void) => {
    const content = structuredClone(bulletinContentExample);
    change(content);
    return movedBetween(bulletinContentExample, content);
  };

  test('nothing, where only the change number has risen', () => {
    expect(placesOf(changed((content) => (content.change += 1)))).toBe(0);
  });

  test('sentences that read otherwise, tables with other rows, sentences that are gone', () => {
    const moved = changed(({ sections, attachments }) => {
      sections[1]!.sentences[0]!.made = '另一句。';
      // What was edited prints what it did.
      sections[1]!.sentences[1]!.made = '又一句。';
      sections[3]!.sentences.pop();
      attachments[0]!.rows.pop();
    });
    expect([...moved.sentences]).toEqual([
      ['overall.due', bulletinContentExample.sections[1]!.sentences[0]!.made],
    ]);
    expect([...moved.tables]).toEqual(['overdue']);
    expect(placesOf(moved)).toBe(3);
  });
});

test('B20.3: an obligation is named by unit, arrangement and period', () => {
  const units = new Map([['jia', '甲镇']]);
  expect(keyWords('2024.1-7-1.1.jia.2024-03', units, 'zh')).toBe('甲镇 · 1-7-1 · 3月');
  expect(keyWords('2024.1-7-1.1.yi.2024-03', units, 'zh')).toBe('yi · 1-7-1 · 3月');
  expect(keyWords('strange', units, 'zh')).toBe('strange');
});

describe('B6.10: the lines of a title', () => {
  test('one, where it fits; else of nearly one length, between words', () => {
    expect(titleLines('工作通报')).toEqual(['工作通报']);
    expect(titleLines('某区危险化学品安全监管工作任务落实情况通报')).toEqual([
      '某区危险化学品安全监管',
      '工作任务落实情况通报',
    ]);
  });

  test('a name is not torn, and no line holds a rest', () => {
    expect(titleLines('关于2024年第一季度新北区危险化学品安全监管工作任务落实情况的通报')).toEqual([
      '关于2024年第一季度新北区危险化学品',
      '安全监管工作任务落实情况的通报',
    ]);
    const long = titleLines('关于2024年12月20日—2025年1月5日新北区危险化学品安全监管工作任务落实情况的通报');
    expect(long).toHaveLength(3);
    expect(long.every((line) => line.length > 8)).toBe(true);
  });

  test('what no word ends is cut, and nothing is lost', () => {
    const name = '某'.repeat(100);
    const lines = titleLines(name);
    expect(lines.join('')).toBe(name);
    expect(lines.every((line) => line.length <= 19)).toBe(true);
  });
});
