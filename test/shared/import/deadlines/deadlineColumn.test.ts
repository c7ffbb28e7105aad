import { describe, expect, test } from 'vitest';
import { read } from '../../../support/import/deadlineColumn.ts';

describe('I6.4: an entry of a column of deadlines', () => {
  test.for<[string, string]>([
    ['2025年6月30日前', 'once 2025-06-30'],
    ['2025年6月30日', 'once 2025-06-30'],
    ['二○二五年六月三十日前', 'once 2025-06-30'],
    ['二〇二五年十二月底前完成', 'once 2025-12-31'],
    ['2025.6.30', 'once 2025-06-30'],
    ['2025-06-30前', 'once 2025-06-30'],
    ['2025/6/30', 'once 2025-06-30'],
    ['2025.6', 'once 2025-06-30'],
    ['20250630前', 'once 2025-06-30'],
    ['20250630', 'once 2025-06-30'],
    ['2025.6.30前完成', 'once 2025-06-30'],
    ['2025/6/30前完成', 'once 2025-06-30'],
    ['6.30前', 'once 2025-06-30'],
    ['6.30前完成', 'once 2025-06-30'],
    ['6.30完成', 'once 2025-06-30'],
    ['6/30前', 'once 2025-06-30'],
    ['6/30', 'once 2025-06-30'],
    ['6-30', 'once 2025-06-30'],
    ['11月底', 'once 2025-11-30'],
    ['每季度末前', 'quarterly'],
    ['3.15前', 'once 2025-03-15'],
    ['6月', 'once 2025-06-30'],
    ['6月底', 'once 2025-06-30'],
    ['6月中旬', 'once 2025-06-20'],
    ['二季度', 'once 2025-06-30'],
    ['二季度末前', 'once 2025-06-30'],
    ['上半年', 'once 2025-06-30'],
    ['年底前', 'once 2025-12-31'],
    ['2025年', 'once 2025-12-31'],
    ['2025年度', 'once 2025-12-31'],
    ['年内', 'once 2025-12-31'],
    ['每年', 'once 2025-12-31'],
    ['每年3月底前', 'once 2025-03-31'],
    ['2026年3月底', 'once 2026-03-31'],
    ['1月至6月', 'window 2025-01-01 2025-06-30'],
    ['5—10月', 'window 2025-05-01 2025-10-31'],
    ...['至', '-', '—', '——', '~', '～', '到'].map(
      (to) => [`2025年3月1日${to}2025年5月31日`, 'window 2025-03-01 2025-05-31'] as [string, string],
    ),
    ['2025年3月10日至2025年5月底', 'window 2025-03-10 2025-05-31'],
    ['2025年3月至2025年底', 'window 2025-03-01 2025-12-31'],
    ['3月1日至当年5月31日前', 'window 2025-03-01 2025-05-31'],
    ['每半年', 'half-yearly'],
    ['每季度末', 'quarterly'],
    ['每月底前', 'monthly'],
    ['每周', 'weekly'],
    ['一月一次', 'monthly'],
    ['一季度一次', 'quarterly'],
    ['3月底前，12月底前', 'once 2025-03-31；once 2025-12-31'],
    ['6月底、12月底前各1次', 'once 2025-06-30；once 2025-12-31'],
    ['3月、9月各开展一次', 'once 2025-03-31；once 2025-09-30'],
  ])('%s', ([entry, expected]) => {
    const { schedules, told } = read(['组织检查。', entry]);
    expect(schedules).toEqual([expected]);
    expect(told).toEqual([]);
  });

  test.for([
    '长期坚持',
    '即时',
    '立即整改',
    '6月前',
    '6.30',
    '6.3',
    '6/12',
    '6-12',
    '2/30',
    '月底前',
    '季度末',
    '20240630',
    '20250231',
    '2024年6月底前',
    '2024.6.30',
    '2月30日前',
    '按上级要求',
    '见附件',
    '2025.4-9',
    '2025/4-9',
    '2025.4—9',
    '2025.4-2025.9',
    '2025年12月1日至2026年1月31日',
    '2025年12月1日至次年1月31日',
    '2024年3月1日至2025年5月31日',
    '2025年3月下旬至2025年5月底',
    '2025年6月底至2025年9月底',
    '6月第三周',
    '6月中',
    '每两年',
    '全年',
  ])('%s is left to a person', (entry) => {
    const { schedules, words, told, arrangements } = read(['组织检查。', entry]);
    expect([schedules, words, told]).toEqual([['undated'], [entry], [`undated 1-1-1 ${entry}`]]);
    expect(arrangements[0]?.schedules[0]?.source).toEqual({
      text: entry,
      start: 0,
      end: entry.length,
      entry,
    });
  });

  test.for(['', '/', '——', ' \u3000 '])('“%s” says nothing', (entry) => {
    expect(read(['组织检查。', entry]).told).toEqual(['undated 1-1-1']);
  });

  test('is one for all items, one for each by number in any order, or one for each by line', () => {
    const items = '1.甲。2.乙。3.丙。';
    const each = ['once 2025-03-31', 'quarterly', 'undated'];
    expect(read([items, '6月底前']).schedules).toEqual(Array(3).fill('once 2025-06-30'));
    for (const deadline of [
      '1.3月底前 2.每季度 3.长期坚持',
      '1.3月底前\n2.每季度\n3.长期坚持',
      '（2）每季度；（1）3月底前；（3）长期坚持',
      '③长期坚持\n①3月底前\n②每季度',
      '3月底前\n每季度\n长期坚持',
      '3月底前\r\n\r\n每季度\r\n长期坚持\r\n',
    ])
      expect([deadline, read([items, deadline]).schedules]).toEqual([deadline, each]);
    expect(read(['1.甲。2.乙。', '1.3月底前2.6月底前']).schedules).toEqual([
      'once 2025-03-31',
      'once 2025-06-30',
    ]);
    const some = read([items, '2.每季度']);
    expect(some.schedules).toEqual(['undated', 'quarterly', 'undated']);
    expect(some.told).toEqual(['undated 1-1-1', 'undated 1-1-3']);
  });

  test.for(['每半年1次', '每半年至少开展一次'])(
    'once in a period is that period, for all items: %s',
    (deadline) => {
      const { schedules, told } = read(['1.甲。2.乙。', deadline]);
      expect([schedules, told]).toEqual([['half-yearly', 'half-yearly'], []]);
      expect(read(['1.甲。2.乙。', '每半年2次']).told).toContain('deadline-entries-differ 1-1 每半年2次');
    },
  );

  test('several months for several items date none of them', () => {
    const { schedules, told } = read(['1.甲。2.乙。', '3月、6月、9月、12月']);
    expect(schedules).toEqual(['undated', 'undated']);
    expect(told).toEqual(['undated 1-1-1 3月、6月、9月、12月', 'undated 1-1-2 3月、6月、9月、12月']);
  });

  test.for<[string, string]>([
    ['1.甲。2.乙。3.丙。', '3月底前\n6月底前'],
    ['1.甲。2.乙。', '3月底前\n6月底前\n9月底前'],
    ['1.甲。2.乙。', '1.3月底前\n3.6月底前'],
    ['1.甲。2.乙。', '1.3月底前\n1.6月底前'],
    ['1.甲。1.乙。', '1.3月底前'],
    ['1.甲。2.乙。3.丙。', '第1、2项3月底前'],
    ['1.甲。2.乙。', '第1项：3月底前\n第2项：6月底前'],
    ['1.甲。2.乙。', '3月底前，6月底前'],
    ['1.甲。2.乙。', '除第2项外，6月底前'],
    ['（1）甲。（2）乙。', '（1）（2）3月底前'],
  ])('%s with %j is used for none, and told', ([items, deadline]) => {
    const { schedules, told } = read([items, deadline]);
    expect(new Set(schedules)).toEqual(new Set(['undated']));
    expect(told.filter((text) => text.startsWith('deadline-entries-differ 1-1 '))).toHaveLength(1);
  });

  test('an empty one in a row that goes on has that of the row above, unless its sentence says when', () => {
    const { schedules, told } = read(
      ['1.甲。', '6月底前'],
      ['2.乙。', ''],
      ['3.每周丙。', ''],
      ['4.丁。', '长期坚持'],
      ['5.戊。6.己。', '1月底前\n2月底前'],
      ['7.庚。', ''],
    );
    expect(schedules).toEqual([
      ...['once 2025-06-30', 'once 2025-06-30', 'weekly', 'undated'],
      ...['once 2025-01-31', 'once 2025-02-28', 'undated'],
    ]);
    expect(told).toEqual(['deadline-inherited 1-1-2 6月底前', 'undated 1-1-4 长期坚持', 'undated 1-1-7']);
  });

  test('an entry is inherited row by row, as a cell merged over several', () => {
    const { schedules, told } = read(['甲。', '6月底前'], ['乙。', ''], ['丙。', ''], ['丁。', '每周']);
    expect(schedules).toEqual([...Array<string>(3).fill('once 2025-06-30'), 'weekly']);
    expect(told).toEqual(['deadline-inherited 1-1-2 6月底前', 'deadline-inherited 1-1-3 6月底前']);
  });

  test('I2.4: rows of deadlines beside one tall cell of arrangements are its entries', () => {
    expect(read(['1.甲。2.乙。', '3月底前'], ['', '每周']).schedules).toEqual(['once 2025-03-31', 'weekly']);
  });

  test('I2.4: a row without a number goes on with a numbered item or after a comma, and else is an item of its own', () => {
    const texts = (...rows: [string, string][]) => read(...rows).arrangements.map(({ text }) => text);
    expect(texts(['1.甲，', ''], ['乙。2.丙。', ''])).toEqual(['甲，\n乙。', '丙。']);
    expect(texts(['1.甲。', ''], ['乙。', '6月底前'])).toEqual(['甲。', '乙。']);
    expect(texts(['甲，', ''], ['乙', ''], ['丙', ''])).toEqual(['甲，\n乙', '丙']);
    expect(texts(['', '6月底前'], ['甲', ''], ['乙', ''])).toEqual(['甲', '乙']);
  });

  test('words beside its deadlines are told where there is one item', () => {
    expect(read(['甲。', '6月底前，视情延长']).told).toEqual(['deadline-unread 1-1-1 视情延长']);
    expect(read(['甲。', '立即整改，6月底前完成']).schedules).toEqual(['once 2025-06-30']);
    expect(read(['甲。', '立即整改，6月底前完成']).told).toEqual(['deadline-unread 1-1-1 立即整改']);
    expect(read(['每月甲。', '适时']).told).toEqual(['deadline-unread 1-1-1 适时']);
    expect(read(['每月甲。', '长期坚持']).told).toEqual([]);
  });
});

test('I6.10: months beside a cadence are its season in the column too', () => {
  for (const [entry, season, kind] of [
    ['4-10月每月', '4-10月', 'monthly'],
    ['一季度每周', '一季度', 'weekly'],
    ['下半年每月', '下半年', 'monthly'],
    ['每月（4-10月）', '4-10月', 'monthly'],
  ] as const) {
    const { schedules, told } = read(['甲。', entry]);
    expect([schedules, told]).toEqual([[`${kind} ${season}`], [`season-months-open 1-1-1 ${season}`]]);
  }
  expect(read(['甲。', '6月底前，每月']).schedules).toEqual(['once 2025-06-30；monthly']);
});

test('I6.3: a day within a cadence is told, whichever of sentence and column names it', () => {
  expect(read(['甲。', '每月25日']).told).toEqual(['cadence-day-open 1-1-1 每月25日']);
  expect(read(['甲。', '每周五']).told).toEqual(['cadence-day-open 1-1-1 每周五']);
  expect(read(['每月甲。', '每月25日前']).told).toEqual(['cadence-day-open 1-1-1 每月25日前']);
  expect(read(['每月25日甲。', '每月']).told).toEqual(['cadence-day-open 1-1-1 每月25日']);
  expect(read(['每月25日甲。', '每季度']).told).toEqual(['deadline-differs 1-1-1 每月25日']);
});
