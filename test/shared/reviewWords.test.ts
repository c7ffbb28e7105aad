import { describe, expect, test } from 'vitest';
import {
  dueCellWords,
  dueWords,
  lightWords,
  returnNote,
  returnWords,
  reviewWords,
  type DueFacts,
  type ReviewFacts,
} from '../../shared/obligations/reviewWords.ts';

const returned: ReviewFacts = {
  state: 'returned',
  resubmitted: false,
  reason: '数量与分解表不符，请核对后重报。',
  returnedOn: '2024-04-10',
  returnedBy: '李敏',
  answerBy: '2024-04-15',
};
const none: DueFacts = { due: '2024-04-30', dueOriginal: null, extension: null, movedFrom: null };
const extension = { reason: '企业停产检修', document: '应急〔2024〕3号' };

describe('T13: words of what the bureau has decided', () => {
  test.each<[Partial<ReviewFacts>, string]>([
    [{ state: 'toAccept' }, '待审核'],
    [{ state: 'toAccept', resubmitted: true }, '重新提交（待审核）'],
    [{ state: 'accepted', resubmitted: true }, '已审核通过'],
    [{}, '已退回'],
  ])('%o is %s', (part, words) => expect(reviewWords({ ...returned, ...part }, 'zh')).toBe(words));

  test('a return says why, by whom, by when it is to be answered, and whom to ask', () => {
    expect(returnNote(returnWords(returned, '区应急管理局 0519-85127110', '2024-04-10', 'zh'))).toBe(
      [
        '4月10日由李敏退回：数量与分解表不符，请核对后重报。',
        '请于4月15日前修改并重新提交。',
        '有疑问请联系李敏（区应急管理局 0519-85127110）。',
      ].join('\n'),
    );
    expect(returnWords(returned, '区局', '2025-01-02', 'zh').answer).toBe(
      '请于2024年4月15日前修改并重新提交。',
    );
  });

  test('what is not known of a return is left out', () => {
    const bare = { ...returned, reason: null, returnedOn: null, returnedBy: null, answerBy: null };
    expect(returnNote(returnWords(bare, '', '2024-04-10', 'zh'))).toBe('已退回。');
    expect(returnWords(bare, '区局 110', '2024-04-10', 'zh').ask).toBe('有疑问请联系区局 110。');
  });

  test.each<[Partial<DueFacts>, string | null, string | null]>([
    [{}, '4月30日', '2024-04-30'],
    [{ due: null }, null, null],
    [
      { dueOriginal: '2024-03-31', extension },
      '4月30日（原3月31日，延期文号应急〔2024〕3号）',
      '2024-04-30（原03-31）',
    ],
    [{ movedFrom: '2024-04-28' }, '4月30日（因节假日由4月28日顺延）', '2024-04-30（原04-28）'],
    [
      { dueOriginal: '2024-04-01', movedFrom: '2024-03-31', extension },
      '4月30日（原4月1日，原时限因节假日由3月31日顺延，延期文号应急〔2024〕3号）',
      '2024-04-30（原04-01）',
    ],
    [
      { due: '2025-01-15', dueOriginal: '2024-12-31', extension },
      '1月15日（原2024年12月31日，延期文号应急〔2024〕3号）',
      '2025-01-15（原2024-12-31）',
    ],
  ])('both due dates of %o: %s, in a cell %s', (part, words, cell) => {
    expect(dueWords({ ...none, ...part }, 'zh')).toBe(words);
    expect(dueCellWords({ ...none, ...part })).toBe(cell);
  });

  test('a light says what it means', () => {
    expect(lightWords('red', false, 'zh')).toBe('红灯：逾期未完成');
    expect(lightWords('yellow', false, 'zh')).toBe('黄灯：进度滞后');
    expect(lightWords('yellow', true, 'zh')).toBe('黄灯：已退回');
    expect(lightWords('blue', true, 'zh')).toBe('蓝灯：即将到期');
    expect(lightWords(null, true, 'zh')).toBe(null);
  });

  test('the same in English', () => {
    expect(returnWords(returned, 'the office', '2024-04-10', 'en')).toEqual({
      returned: 'Returned on 2024-04-10 by 李敏',
      reason: returned.reason,
      answer: 'Submit it again by 2024-04-15.',
      ask: 'To ask: 李敏, the office.',
    });
    expect(dueWords({ ...none, dueOriginal: '2024-03-31', extension }, 'en')).toBe(
      '2024-04-30 (was 2024-03-31, extended by 应急〔2024〕3号)',
    );
  });
});
