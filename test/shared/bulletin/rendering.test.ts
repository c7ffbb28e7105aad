import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulletinChatText, mostChatCharacters } from '../../../shared/bulletin/chatText.ts';
import type { BulletinContent } from '../../../shared/bulletin/content.ts';
import { bulletinContentExample } from '../../../shared/bulletin/exampleContent.ts';
import { makeBulletin } from '../../../shared/bulletin/makeBulletin.ts';
import { bulletinMarkdown, plain } from '../../../shared/bulletin/markdown.ts';
import { packContent, unpackContent } from '../../../shared/bulletin/pack.ts';
import { daysOfPeriod, lastPeriod } from '../../../shared/bulletin/period.ts';
import { shownSections } from '../../../shared/bulletin/shown.ts';
import { factsOf, obligation } from '../../support/bulletin/facts.ts';

const example = bulletinContentExample;

/** The example with a sentence edited. */
const edited = (id: string, words: string): BulletinContent => ({
  ...example,
  sections: example.sections.map((section) => ({
    ...section,
    sentences: section.sentences.map((each) => (each.id === id ? { ...each, edited: words } : each)),
  })),
});

describe('B6.9: a bulletin as Markdown', () => {
  test('block by block, in the order of the printed document', () => {
    expect(bulletinMarkdown(example)).toBe(`某应急〔2024〕3号

# 某区危险化学品安全监管工作任务落实情况通报

各镇（街道）、园区：

按照《2024年危险化学品安全监管工作任务清单》要求，现将2024年第14周（4月1日—7日）工作任务落实情况通报如下。

## 一、总体情况

截至4月10日，本周到期应报6项，已报4项，上报率66.7%；按时完成3项，按时率50.0%；逾期完成1项；未报2项。

从全年看，应报12项，已完成4项，占33.3%，总体与时序进度相当。

## 二、各单位情况

各单位到期事项落实情况如下表。

**各单位到期事项落实情况表**

| 单位 | 应报 | 已报 | 上报率 | 按时完成 | 按时率 | 未报 | 逾期未完成 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 甲镇 | 2 | 2 | 100% | 2 | 100% | 0 | 0 |
| 乙镇 | 2 | 2 | 100% | 1 | 50% | 0 | 0 |
| 丙街道 | 2 | 0 | 0% | 0 | 0% | 2 | 2 |
| 合计 | 6 | 4 | 66.7% | 3 | 50% | 2 | 2 |

## 三、未报和逾期情况

到期事项一项未报的单位有1个：丙街道（2项）。

逾期未完成2项，详见附件。

## 四、工作要求

（一）限期补报。丙街道对未报事项逐项核实，于4月15日前补报到位。

（二）按时报送。各单位对照任务清单倒排时间，做到事项不漏、时限不误、数据真实。

附件：逾期未完成事项表

某区应急管理局

2024年4月10日

---

## 附件 逾期未完成事项表

| 单位 | 编号 | 工作安排 | 报告期 | 应完成日期 | 逾期天数 |
| --- | --- | --- | --- | --- | ---: |
| 丙街道 | 1-7-1 | 每周调度装货企业。 | 2024-W14 | 4月7日 | 3 |
| 丙街道 | 1-7-2 | 每周检查1家企业。 | 2024-W14 | 4月7日 | 3 |
`);
  });

  test('a draft says so, and has a blank for its number', () => {
    const draft = bulletinMarkdown({ ...example, number: null });
    expect(draft.split('\n')[0]).toBe('某应急〔2024〕 号（草稿）');
    expect(bulletinMarkdown({ ...example, number: null, code: '' })).toMatch(/^2024年第 期（草稿）\n/u);
    expect(bulletinMarkdown({ ...example, code: '' })).toMatch(/^2024年第3期\n/u);
  });

  test.each([
    ['*重要* _x_ `y`', String.raw`\*重要\* \_x\_ \`y\``],
    ['[a](http://b) <b>', String.raw`\[a\](http://b) \<b\>`],
    ['# 标题', String.raw`\# 标题`],
    ['1. 项', String.raw`1\. 项`],
    ['- 项', String.raw`\- 项`],
    ['---', String.raw`\---`],
    ['甲|乙\n丙', String.raw`甲\|乙 丙`],
    ['&amp; ~~x~~ \\', String.raw`\&amp; \~\~x\~\~ \\`],
    ['1-7-1', '1-7-1'],
  ])('marks in a text mean themselves: %s', (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });

  test('no text of an officer makes another block, or another cell', () => {
    const blocksOf = (markdown: string): number => markdown.split('\n\n').length;
    const before = blocksOf(bulletinMarkdown(example));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        fc.pre(words.trim() !== '');
        expect(blocksOf(bulletinMarkdown(edited('overall.year', words)))).toBe(before);
        const cell = `| ${plain(words)} |`.replaceAll(/\\[\\|]/gu, '');
        expect(cell.split('|')).toHaveLength(3);
      }),
    );
  });

  test('a sentence that was taken out is gone, and a section of which nothing is left with it; the others count on', () => {
    const gone = edited('overdue.silent', '');
    expect(bulletinMarkdown(gone)).not.toContain('一项未报的单位');
    const content = {
      ...gone,
      sections: gone.sections.map((section) =>
        section.id === 'overdue'
          ? { ...section, sentences: section.sentences.map((each) => ({ ...each, edited: ' ' })) }
          : section,
      ),
    };
    expect(shownSections(content).map(({ heading }) => heading)).toEqual([
      ...[null, '一、总体情况', '二、各单位情况', '三、工作要求'],
    ]);
  });
});

describe('B6.9: a bulletin as text for a chat', () => {
  test('without tables, and it says where they are', () => {
    const text = bulletinChatText(example);
    expect(text.split('\n')).toEqual([
      '【某区危险化学品安全监管工作任务落实情况通报】某应急〔2024〕3号',
      '各镇（街道）、园区：',
      expect.stringContaining('现将2024年第14周'),
      '一、总体情况',
      expect.stringContaining('上报率66.7%'),
      expect.stringContaining('总体与时序进度相当'),
      '三、未报和逾期情况',
      '到期事项一项未报的单位有1个：丙街道（2项）。',
      '逾期未完成2项，详见附件。',
      '四、工作要求',
      expect.stringContaining('（一）'),
      expect.stringContaining('（二）'),
      '（附表见通报原文。）',
      '某区应急管理局',
      '2024年4月10日',
    ]);
  });

  test('never over its limit, and a cut says so, whatever the length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2400 }), (length) => {
        const whole = edited('overall.year', '长'.repeat(length));
        const text = bulletinChatText(whole);
        expect(text.length).toBeLessThanOrEqual(mostChatCharacters);
        expect(text.endsWith('某区应急管理局\n2024年4月10日')).toBe(true);
        expect(text.includes('以上为节选')).toBe(!text.includes('数据真实。'));
      }),
    );
  });

  test('a cut never halves a character', () => {
    const text = bulletinChatText(edited('overall.year', '𠮷'.repeat(1500)));
    expect(text).toContain('以上为节选');
    expect(text.isWellFormed()).toBe(true);
  });
});

describe('B6.2: a content as it is kept', () => {
  const arrangements = Array.from(
    { length: 300 },
    (_, at) => `${1 + (at % 9)}-${1 + (at % 40)}-${1 + (at % 30)}`,
  );
  const large = makeBulletin(
    factsOf(['jia', 'yi', 'bing'].flatMap((unit) => arrangements.map((code) => obligation(unit, code)))),
  );

  test.each([
    ['the example', example],
    ['a large one', large],
  ])('is the same when it is read: %s', (_, content) => {
    expect(JSON.stringify(unpackContent(packContent(content)))).toBe(JSON.stringify(content));
  });

  test('has each key once, however many figures name it', () => {
    expect(packContent(large).length).toBeLessThan(JSON.stringify(large).length / 3);
  });

  test('keys come back in their order, and as often as they stood', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 12 }).map((n) => `k${n}`))), (lists) => {
        const figures = lists.map((keys, at) => ({ name: `f${at}`, value: keys.length, keys }));
        const content = { ...example, units: [{ id: 'u', name: '甲镇', figures }] };
        expect(unpackContent(packContent(content))).toEqual(content);
      }),
    );
  });
});

describe('B6.1: the days of a preset', () => {
  test.each([
    ['weekly', '2024-04-10', '2024-W14'],
    ['weekly', '2024-04-14', '2024-W14'],
    ['weekly', '2024-04-15', '2024-W15'],
    ['weekly', '2025-01-01', '2024-W52'],
    ['monthly', '2024-04-30', '2024-03'],
    ['monthly', '2024-01-01', '2023-12'],
    ['quarterly', '2024-04-01', '2024-Q1'],
  ] as const)('the last %s one that was over before %s is %s', (preset, today, period) => {
    expect(lastPeriod(preset, today)).toBe(period);
    expect(daysOfPeriod(preset, period)!.to < today).toBe(true);
  });

  test('a period of another kind is none', () => {
    expect(daysOfPeriod('weekly', '2024-W14')).toEqual({
      ...{ preset: 'weekly', period: '2024-W14', from: '2024-04-01', to: '2024-04-07' },
    });
    for (const period of ['2024-03', '2024-W54', '2024-Q1', 'x'])
      expect(daysOfPeriod('weekly', period)).toBeNull();
  });
});
