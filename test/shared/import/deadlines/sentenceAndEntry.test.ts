import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { header, read } from '../../../support/import/deadlineColumn.ts';

describe('I6.5: a sentence and its entry', () => {
  test.for<[string, string, string, string[]]>([
    ['6月底前，甲。', '6月底前', 'once 2025-06-30', []],
    ['二季度，甲。', '6月底前', 'window 2025-04-01 2025-06-30', []],
    ['4月底前，甲；10月底前，乙。', '10月底前', 'once 2025-04-30；once 2025-10-31', []],
    ['每月甲。', '10月底前', 'monthly；once 2025-10-31', []],
    ['10月底前，甲。', '每月', 'once 2025-10-31；monthly', []],
    ['汛期，甲。', '9月底前', 'window 汛期；once 2025-09-30', ['season-months-open 1-1-1 汛期']],
    ['9月底前，甲。', '6月底前', 'once 2025-06-30', ['deadline-differs 1-1-1 9月底前']],
    ['3月底前，甲。', '12月底前', 'once 2025-12-31', ['deadline-differs 1-1-1 3月底前']],
    ['每月甲。', '每季度', 'quarterly', ['deadline-differs 1-1-1 每月']],
    [
      '每周甲，3月底前，乙；5月底前，丙。',
      '3月底前\n12月底前',
      'weekly；once 2025-03-31；once 2025-12-31',
      ['deadline-differs 1-1-1 5月底前'],
    ],
  ])('%s | %s', ([sentence, entry, expected, told]) => {
    const found = read([sentence, entry]);
    expect([found.schedules, found.told]).toEqual([[expected], told]);
  });

  const dates = fc.integer({ min: 1, max: 12 }).map((month) => `${month}月底前`);
  const rhythms = fc.constantFrom('每周', '每月', '每两个月', '每季度', '每半年');
  const others = fc.constantFrom('', '汛期', '适时', '长期坚持', '6月前');
  const joined = (...kinds: fc.Arbitrary<string>[]) =>
    fc.array(fc.oneof(dates, rhythms, others, ...kinds), { maxLength: 3 }).map((all) => all.join('，'));

  test('I8, I6.5: whatever both say, each schedule keeps its words where they stand, and a deadline that is not used is told', () => {
    fc.assert(
      fc.property(joined(), joined(fc.constant('见附件')), (sentence, entry) => {
        const { arrangements, told } = read([`${sentence}，检查。`, entry]);
        const [{ schedules, textAsPrinted, undatedWords = [] }] = arrangements as [(typeof arrangements)[0]];
        for (const { source } of schedules)
          if (source)
            expect((source.entry ?? textAsPrinted).slice(source.start, source.end)).toBe(source.text);
        const used = schedules.map(({ source }) => source?.text ?? '').join('；');
        for (const deadline of `${sentence}，${entry}`.match(/\d+月底前|每[^，]+|6月前|见附件/gu) ?? []) {
          const isTold = told.some((text) => text.includes(deadline));
          expect([
            used.includes(deadline) || isTold || undatedWords.join().includes(deadline),
            deadline,
          ]).toEqual([true, deadline]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

test('I2, I2.1: a column that is none of a list is told where it holds anything, once', () => {
  const grid = (note: string) => [
    ['2025年清单'],
    [...header, '备注', '联系人', '检查方式'],
    ['1', '甲', '1.每周检查。', '', '某局', note, '', '现场'],
    [...header, '备注', '联系人', '检查方式'],
    ['2', '乙', '1.每周检查。', '', '某局', note, '', ''],
  ];
  const told = (note: string) =>
    parseTaskList(grid(note))
      .diagnostics.filter(({ code }) => code === 'column-unread')
      .map(({ text, cell }) => `${text} ${cell?.row} ${cell?.column}`);
  expect(told('重点')).toEqual(['备注 3 6', '检查方式 3 8']);
  expect(told(' ')).toEqual(['检查方式 3 8']);
});

test('I5.2: a row that names other units than its task has is told, one with fewer too', () => {
  const row = (sequence: string, item: string, units: string) => [
    sequence,
    sequence && '甲',
    item,
    '',
    units,
  ];
  const { taskList, diagnostics } = parseTaskList([
    ['2025年清单'],
    header,
    row('1', '1.每周检查。', '某局'),
    row('', '2.每月检查。', '某局、某镇'),
    row('2', '1.每周检查。', ''),
    row('', '2.每月检查。', '某园'),
  ]);
  expect(taskList?.tasks.map(({ units }) => units)).toEqual([['某局', '某镇'], ['某园']]);
  expect(
    diagnostics.filter(({ code }) => code === 'units-of-row').map(({ at, text, cell }) => [at, text, cell]),
  ).toEqual([['1-1-1', '某局', { row: 3, column: 5 }]]);
});

test('I5.2: a row that names supporting units only is led by whom the row above is', () => {
  const { diagnostics } = parseTaskList([
    ['2025年清单'],
    ['序号', '工作任务', '具体措施', '牵头单位', '配合单位'],
    ['1', '甲', '（1）摸底。', '某局', '某镇'],
    ['', '', '（2）整改。', '', '某园'],
    ['', '', '（3）验收。', '某局', ''],
  ]);
  expect(
    diagnostics.flatMap(({ code, at, text, cell }) => (code === 'units-of-row' ? [[at, text, cell]] : [])),
  ).toEqual([
    ['1-1-1', '某局、某镇', { row: 3, column: 4 }],
    ['1-1-2', '某局、某园', { row: 4, column: 5 }],
    ['1-1-3', '某局', { row: 5, column: 4 }],
  ]);
});

test('I2.4, I5.2: a row without a number that names other units is an arrangement of its own; each item of a row is told', () => {
  const { taskList, diagnostics } = parseTaskList([
    ['2025年清单'],
    ['序号', '工作任务', '具体措施', '责任单位'],
    ['1', '甲', '（1）摸底。\n（2）整改。', '某局'],
    ['', '', '推进验收工作', '某镇'],
  ]);
  expect(taskList?.tasks[0]?.arrangements.map(({ text }) => text)).toEqual([
    '摸底。',
    '整改。',
    '推进验收工作',
  ]);
  const told = (wanted: string) =>
    diagnostics.flatMap(({ code, at, text, cell }) => (code === wanted ? [[at, text, cell?.row]] : []));
  expect(told('units-of-row')).toEqual([
    ['1-1-1', '某局', 3],
    ['1-1-2', '某局', 3],
    ['1-1-3', '某镇', 4],
  ]);
  expect(told('number-missing')).toEqual([['1-1-3', null, 4]]);
});

test('I6.4: of an entry only what was not read is told, in its own cell', () => {
  const read = (entry: string) => {
    const { diagnostics } = parseTaskList([
      ['2025年清单'],
      ['序号', '工作任务', '具体措施', '责任单位', '完成时限'],
      ['1', '甲', '1.检查企业。', '某局', entry],
    ]);
    return diagnostics.flatMap(({ code, text, cell }) =>
      ['deadline-unread', 'undated'].includes(code) ? [`${code} ${text} ${cell?.column}`] : [],
    );
  };
  expect(read('6月底前，特殊情况另行通知')).toEqual(['deadline-unread 特殊情况另行通知 5']);
  expect(read('适时，12月底前')).toEqual(['deadline-unread 适时 5']);
  expect(read('一季度启动，三季度完成')).toEqual(['deadline-unread 启动 5']);
  expect(read('按上级要求')).toEqual(['undated 按上级要求 5']);
  expect(read('6月底前完成')).toEqual([]);
});

test('I6.12: deadlines that ； parts are one for each item where there are as many, and else are left', () => {
  const items = '1.甲。2.乙。3.丙。';
  expect(read([items, '6月底前；9月底前；12月底前']).schedules).toEqual([
    'once 2025-06-30',
    'once 2025-09-30',
    'once 2025-12-31',
  ]);
  expect(read([items, '6月底前;每月;持续推进']).schedules).toEqual(['once 2025-06-30', 'monthly', 'undated']);
  expect(read(['甲。', '6月底前；9月底前']).schedules).toEqual(['once 2025-06-30；once 2025-09-30']);
  const two = read([items, '6月底前；9月底前']);
  expect(two.schedules).toEqual(['undated', 'undated', 'undated']);
  expect(two.told).toContain('deadline-entries-differ 1-1 6月底前；9月底前');
});
