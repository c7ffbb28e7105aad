import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { parsed } from '../../../support/import/published.ts';
import { header, row, said, title } from '../../../support/import/rows.ts';

describe('I2: header rows', () => {
  test('recur in either script, and may move the columns', () => {
    const list = parsed([
      title,
      ['類別', '序號', '重點工作名稱', '年度目標任務', '工作安排', '責任單位'],
      row('一、甲类', '1', '某项'),
      [' 责任 单位', '工作安排', '年度目标', '重点工作', '序 号', '类别', ''],
      ['某镇', '1. 每月巡查。', '检查5家企业', '另一项', '2', '', ''],
    ]);
    expect(list.tasks).toMatchObject([
      { code: '1-1', name: '某项', units: ['某局'] },
      { code: '1-2', name: '另一项', units: ['某镇'], goal: '检查5家企业' },
    ]);
  });

  test('a row of one cell goes on with the heading above it', () => {
    const grid = [
      title,
      ['序号', '重点任务', '工作措施', '责任单位', '', '完成时限'],
      ['', '', '', '（牵头）', '', ''],
      ['1', '检查', '检查企业。', '甲局', '乙镇', '6月底前'],
    ];
    const { taskList, diagnostics, head } = parseTaskList(grid);
    expect(taskList?.tasks).toMatchObject([{ code: '1-1', name: '检查' }]);
    expect(head?.columns[3]).toMatchObject({ heading: '责任单位（牵头）', role: 'lead' });
    expect(diagnostics.map(({ code }) => code)).not.toContain('row-unread');
  });

  test('I2.1: without one there is no list', () => {
    for (const grid of [
      [],
      [[]],
      [['']],
      [title, ['类别', '备注'], row('一、甲', '1', '某项')],
      [title, header.slice(0, 4)],
    ]) {
      expect(parseTaskList(grid)).toMatchObject({
        taskList: null,
        diagnostics: [{ code: 'header-missing', severity: 'error' }],
      });
    }
  });

  test('I2.1: one that lacks a column says which', () => {
    const grid = [title, ['类别', '重点工作名称', '工作安排'], ['一、甲类', '某项', '1. 检查。']];
    const { taskList, diagnostics } = parseTaskList(grid);
    expect(taskList).toBeNull();
    expect(diagnostics.map(({ code, zh }) => [code, zh.slice(0, 9)])).toEqual([
      ['column-missing', '表头缺少“责任单位'],
    ]);
  });

  const plainHeader = ['序号', '重点工作', '工作措施', '责任单位', '完成时限'];
  const headed = (...changed: [number, string][]) =>
    changed.reduce((names, [at, name]) => names.with(at, name), plainHeader);
  const table = (names: string[]) => [title, names, ['1', '甲', '组织检查。', '某局', '6月底前']];

  test.for([
    headed([4, '完成时限（2024年）']),
    headed([4, '2024年完成时限']),
    headed([4, '时间安排']),
    headed([4, '進度安排']),
    headed([4, '完成时间']),
    headed([3, '责任单位（牵头）']),
    headed([3, '牵头（责任）单位']),
    headed([3, '责任单位(部门)']),
    headed([1, '重点工作任务']),
    headed([1, '重点任务']),
    headed([2, '具体举措'], [1, '工作任务']),
    headed([2, '工作举措（措施）']),
    headed([2, '任务内容']),
    headed([3, '牵头单位和责任单位']),
    headed([3, '责任及配合部门']),
    headed([3, '责任（配合）单位']),
    headed([3, '责任科室']),
    headed([3, '主责单位']),
    headed([3, '承办单位']),
    headed([2, '2024年工作措施']),
  ])('names its columns in other words, brackets and years apart: %j', (names) => {
    const list = parsed(table(names));
    expect(list.tasks).toMatchObject([
      {
        name: '甲',
        units: ['某局'],
        arrangements: [{ text: '组织检查。', schedules: [{ due: '2024-06-30' }] }],
      },
    ]);
    expect(said(table(names))).toEqual(['info category-none', 'warning number-missing']);
  });

  test('measures are read before contents, which are told', () => {
    const grid = [
      title,
      ['序号', '重点任务', '任务内容', '具体举措', '责任单位'],
      ['1', '甲', '概述', '每周检查。', '某局'],
    ];
    expect(parsed(grid).tasks[0]?.arrangements).toMatchObject([{ text: '每周检查。' }]);
    expect(said(grid)).toContain('warning column-unread');
  });

  test.for([
    ['序号', '重点任务', '主要任务', '责任单位', '完成时限'],
    ['序号', '工作任务', '工作要求', '责任单位', '完成时限'],
    ['编号', '重点工作', '工作内容及要求', '牵头单位', '完成时限'],
    ['分类', '主要任务', '工作任务', '责任单位', '完成时限'],
  ])(
    'I2: of two columns of names the one with sentences says what to do, wherever it stands: %j',
    (names) => {
      const cells = ['1', '甲', '检查5家企业。', '某局', '6月底前'];
      const swapped = (row: string[]) => row.with(1, row[2]!).with(2, row[1]!);
      for (const grid of [
        [title, names, cells],
        [title, swapped(names), swapped(cells)],
      ])
        expect(parseTaskList(grid, { year: 2024 }).taskList?.tasks).toMatchObject([
          {
            name: '甲',
            units: ['某局'],
            arrangements: [{ text: '检查5家企业。', schedules: [{ due: '2024-06-30' }] }],
          },
        ]);
    },
  );

  describe('I2: a column of names alone holds the arrangements too', () => {
    const names = ['序号', '工作任务', '责任单位', '完成时限'];

    test('each sentence is both, below bands and with items', () => {
      const list = parsed([
        title,
        names,
        ['一、强化责任', '', '', ''],
        ['1', '对5家企业开展检查。', '某局', '6月底前'],
        ['', '二、深化整治', '', ''],
        ['2', '1.检查8家仓库。2.每月通报。', '某镇', ''],
      ]);
      expect(list.categories.map(({ name }) => name)).toEqual(['强化责任', '深化整治']);
      expect(list.tasks).toMatchObject([
        {
          name: '对5家企业开展检查',
          units: ['某局'],
          arrangements: [{ text: '对5家企业开展检查。', schedules: [{ due: '2024-06-30' }] }],
        },
        { arrangements: [{ text: '检查8家仓库。' }, { text: '每月通报。' }] },
      ]);
    });

    test('a long one is cut as a name, and whole as an arrangement', () => {
      const sentence = `${'检查储存场所，'.repeat(12)}每月通报。`;
      const [task] = parsed([title, names, ['1', sentence, '某局', '']]).tasks;
      expect([task?.name.length, task?.name.endsWith('…')]).toEqual([60, true]);
      expect(task?.arrangements[0]?.text).toBe(sentence);
    });

    test('a sentence that stands alone in its row is no category', () => {
      const grid = [title, names, ['1', '检查。', '某局', ''], ['', '二、对8家企业，开展复核。', '', '']];
      expect(parsed(grid).tasks.map(({ units, arrangements }) => [units, arrangements.length])).toEqual([
        [['某局'], 1],
        [[], 1],
      ]);
    });
  });

  test.for<[string[], string]>([
    [['序号', '工作任务', '工作目标', '责任单位'], '工作安排'],
    [['序号', '工作任务', '完成时限'], '工作安排、责任单位'],
    [['序号', '责任单位', '完成时限'], '重点工作名称、工作安排'],
    [['序号', '内容清单', '责任处室', '方式措施'], '重点工作名称、工作安排'],
  ])('I2.1: a row that looks like a header says what it lacks, and what is known: %j', ([names, lacks]) => {
    const { taskList, diagnostics } = parseTaskList([title, names, names.map(() => '甲')]);
    expect(taskList).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'header-missing', cell: { row: 2 } }]);
    expect(diagnostics[0]?.zh).toContain(`缺少“${lacks}”`);
    expect(diagnostics[0]?.zh).toMatch(/工作任务|具体安排.*工作内容/u);
  });

  test('a filled column without a name is told, once; what stands alone in its row is in none', () => {
    const grid = [
      title,
      ['序号', '重点任务', '具体举措', '责任单位', ''],
      ['1', '甲', '每周检查。', '某局', '某镇'],
      ['2', '乙', '每月检查。', '某局', '某园'],
      ['', '', '', '', '第1页'],
    ];
    const { diagnostics } = parseTaskList(grid);
    const told = diagnostics.filter(({ code }) => code === 'column-unread');
    expect(told).toMatchObject([{ text: null, cell: { row: 3, column: 5 } }]);
    expect(told[0]?.zh).toContain('第 5 列没有栏名');
    expect(told[0]?.en).toContain('Column 5 has no name');
  });

  test('a column of deadlines of another year is left out, and told', () => {
    const grid = table(headed([4, '完成时限（2025年）']));
    expect(parsed(grid).tasks[0]?.arrangements[0]?.schedules).toMatchObject([{ kind: 'undated' }]);
    expect(said(grid)).toContain('warning column-unread');
  });

  test.for<[string[], string[]]>([
    [
      ['牵头单位', '责任单位'],
      ['甲局', '乙局'],
    ],
    [
      ['责任单位', '牵头单位'],
      ['乙局', '甲局'],
    ],
    [
      ['责任单位（牵头）', '责任单位（配合）'],
      ['甲局', '乙局'],
    ],
    [
      ['牵头单位', '责任单位', '配合单位'],
      ['甲局', '乙局', '丙局'],
    ],
  ])(
    'I5, I5.3: lead, responsible and supporting units in columns of their own are all read, the last are told: %j',
    ([names, expected]) => {
      const cells = ['甲局', '乙局', '丙局'].slice(0, names.length);
      const grid = [title, [...plainHeader.slice(0, 3), ...names], ['1', '甲', '每周检查。', ...cells]];
      expect(parsed(grid).tasks[0]?.units).toEqual(expected);
      const supports = names.some((name) => name.includes('配合'));
      expect(said(grid)).toEqual([
        ...(supports ? ['warning supporting-units'] : []),
        'info category-none',
        'warning number-missing',
      ]);
    },
  );

  test('a later header may name fewer columns in other places', () => {
    const grid = [
      title,
      [...plainHeader.slice(0, 3), '牵头单位', '责任单位'],
      ['1', '甲', '每周检查。', '甲局', '乙局'],
      plainHeader,
      ['2', '乙', '检查。', '丙局', '6月底前'],
    ];
    expect(parsed(grid).tasks).toMatchObject([
      { unitsAsPrinted: '甲局，乙局' },
      { unitsAsPrinted: '丙局', arrangements: [{ schedules: [{ due: '2024-06-30' }] }] },
    ]);
  });

  test('I5: 责任单位 may stand over 牵头单位 and 责任单位', () => {
    const grid = [
      title,
      [...plainHeader.slice(0, 3), '责任单位', ''],
      ['', '', '', '牵头单位', '责任单位'],
      ['1', '甲', '每周检查。', '甲局', '乙局'],
    ];
    expect(parsed(grid).tasks[0]?.units).toEqual(['甲局', '乙局']);
  });

  test('I2.1: without a column of numbers tasks are numbered in order, and it is said', () => {
    const grid = [
      title,
      ['重点任务', '具体措施', '责任单位'],
      ['甲', '1.每周检查。', '某局'],
      ['', '2.每月检查。', ''],
      ['乙', '每周检查。', '某局'],
    ];
    expect(
      parsed(grid).tasks.map(({ code, name, arrangements }) => [code, name, arrangements.length]),
    ).toEqual([
      ['1-1', '甲', 2],
      ['1-2', '乙', 1],
    ]);
    expect(said(grid)).toEqual([
      ...['info sequence-none', 'info row-continued', 'info category-none', 'warning number-missing'],
    ]);
  });

  test('I2.1: without a task below it there is no list', () => {
    expect(parseTaskList([title, header])).toMatchObject({
      taskList: null,
      diagnostics: [{ code: 'tasks-missing' }],
    });
  });
});

describe('I2.3: the title and the year', () => {
  const table = [header, row('一、甲类', '1', '某项')];
  test.for<[string, string, number]>([
    ['2024 年新区安全工作任务清单 ', '2024 年新区安全工作任务清单', 2024],
    ['某区２０２５年工作清單', '某区２０２５年工作清单', 2025],
    ['二〇二六年工作清单', '二〇二六年工作清单', 2026],
  ])('%s', ([printed, expected, year]) => {
    expect(parsed([['2019年通知'], ['附件：'], [printed], [], ...table])).toMatchObject({
      title: expected,
      year,
    });
  });

  const yearTold = '清单的年份读作“2025年”，表头上方还写有2024年';
  const remark = '为贯彻落实2024年全市安全生产工作会议精神，制定本清单';
  test.for<[string[], string, number, string | null]>([
    [['2025年任务清单', '（2024年12月28日印发）'], '2025年任务清单', 2025, yearTold],
    [['2025年任务清单', remark], '2025年任务清单', 2025, yearTold],
    [['2025年任务清单', '填报单位：某局 2025年1月10日'], '2025年任务清单', 2025, null],
    [['2025年重点任务（2024—2026年行动第二年）'], '2025年重点任务（2024—2026年行动第二年）', 2025, null],
    [['2024年工作总结和2025年任务清单'], '2024年工作总结和2025年任务清单', 2025, yearTold],
    [['2025年任务清单（2024年12月修订）'], '2025年任务清单（2024年12月修订）', 2025, yearTold],
    [['任务清单（2025年）'], '任务清单（2025年）', 2025, null],
    [['2025年任务台账', '关于印发2024年会议纪要的通知'], '2025年任务台账', 2025, yearTold],
    [['关于印发2025年任务清单的通知'], '关于印发2025年任务清单的通知', 2025, null],
  ])('the line that reads like a title goes first, and other years are told: %j', ([lines, ...expected]) => {
    const { taskList, diagnostics } = parseTaskList([...lines.map((line) => [line]), ...table]);
    const told = diagnostics.find(({ code }) => code === 'year-chosen')?.zh ?? null;
    expect([taskList?.title, taskList?.year, told?.slice(0, told.indexOf('。')) ?? null]).toEqual(expected);
  });

  test.for([
    ['任务清单', '（2024年12月28日印发）'],
    ['任务清单', remark],
    ['任务清单', '填报单位：某局 2025年1月10日'],
    ['2024—2026年行动计划'],
    ['任务清单（2025年1月10日）'],
  ])('a date, a remark or a span of years is no year of a list: %j', (lines) => {
    const grid = [...lines.map((line) => [line]), ...table];
    expect(said(grid)).toEqual(['error year-missing']);
    expect(parsed(grid, 2025)).toMatchObject({ title: lines[0], year: 2025 });
    expect(said(grid, 2025)).toEqual([]);
  });

  test('no year is an error, unless it is given', () => {
    expect(parseTaskList([['工作清单'], ...table])).toMatchObject({
      taskList: null,
      diagnostics: [{ code: 'year-missing' }],
    });
    expect(parsed([['工作清单'], ...table], 2024)).toMatchObject({ title: '工作清单', year: 2024 });
    expect(parsed(table, 2024)).toMatchObject({ title: '2024年', year: 2024 });
    expect(said(table, 2024)).toEqual(['warning title-missing']);
    expect(said([title, ...table], 2025)).toEqual(['warning year-differs']);
    expect(said([title, ...table], 2024)).toEqual([]);
    expect(said([title, ...table], 1999)).toEqual(['error year-invalid']);
  });
});
