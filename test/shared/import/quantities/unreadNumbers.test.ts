import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { gridWith } from '../../../support/import/published.ts';

/** The words of each number that a sentence leaves unread. */
function unread(arrangements: string): string[] {
  const { diagnostics } = parseTaskList(gridWith({ arrangements }));
  return diagnostics.flatMap(({ code, text }) => (code === 'number-unread' ? [text ?? ''] : []));
}

describe('I7.2: a number that may ask for something and was not read', () => {
  test.for<[string, string[]]>([
    ['6月底前，疏浚河道40段。', ['40段']],
    ['完成十五项整改。', ['十五项整改']],
    ['建设三个培训中心。', ['三个培训中心']],
    ['举办两期。', ['两期']],
    ['检查企业30，抽查商店5家。', ['30']],
    ['储备1,200。', ['1,200']],
    ['发放１２头。', ['１２头']],
    ['每年开展不少于2次演练。', ['2次演练']],
    ['每月至少4天到企业检查。', ['4天到企业检查']],
    ['每季度检查两次，每月两次。', ['两次', '两次']],
    ['一级危险源每月检查2次，二级每月1次。', ['2次']],
    ['全年组织4轮检查，不少于12次。', ['4轮检查', '12次']],
  ])('is told: %s', ([sentence, expected]) => {
    expect(unread(sentence)).toEqual(expected);
  });

  test.for<string>([
    // Quantities, limits, thresholds, shares, and what waits for a decision (I7, I7.1).
    '督促86家企业、12家公司完成整改，作业人数不超过6人。',
    '对从业人员300人以上企业、500米范围内的住户开展检查，每家企业配备2名安全员。',
    '检查约20家企业，由10处减少到5处，每镇5家，每次不少于3家。',
    '落实15条硬措施，由2名以上人员带队。',
    // Time, how often, how much of.
    '2024年6月30日前，每周检查1次，整改率达到100%，9成以上。',
    '10个工作日内完成2023年的整改，24小时值守，摸排5年内老旧装置，清退60岁以上人员。',
    '每天9:00前报送，6月30日17：30前完成，检查1次、一次、1轮，第2次复查，二次供水。',
    // Names, ordinals, standards, telephone and document numbers.
    '执行GB30871标准，依据第12条、《条例》（〔2023〕70号），检查3级、2类场所和1号罐。',
    '开展“5·12”活动，联网110kV线路、A1区。',
    // Articles, and names that begin with a number.
    '推进一批项目，落实三个必须、两个清单、四项机制。',
    '1.开展（1）甲工作（2）乙工作。',
  ])('is nothing else: %s', (sentence) => {
    expect(unread(sentence)).toEqual([]);
  });

  test('in a goal it is told of the task', () => {
    const { diagnostics } = parseTaskList(
      gridWith({ goal: '疏浚河道40段。', arrangements: '3月底前检查。' }),
    );
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'number-unread', severity: 'warning', at: '1-1', text: '40段' }),
    );
  });

  test('whatever the measure, a number of things is read, waits for a person, or is told', () => {
    const measure = fc.constantFrom(...'家套座处辆艘根棵头箱桶瓶批期本册幅盏枚顶把杆片面车盘卷袋');
    const noun = fc.constantFrom('企业', '装置', '灭火器', '宣传册', '标志牌', '某物');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999 }), measure, noun, (number, measureWord, what) => {
        const arrangements = `6月底前，新增${number}${measureWord}${what}。`;
        const { taskList, diagnostics } = parseTaskList(gridWith({ arrangements }));
        const [arrangement] = taskList?.tasks[0]?.arrangements ?? [];
        const isRead = arrangement?.indicators.some(({ target }) => target === number) === true;
        const isTold = diagnostics.some(({ code }) => ['number-unread', 'quantity-inexact'].includes(code));
        expect(isRead || isTold).toBe(true);
      }),
    );
  });
});
