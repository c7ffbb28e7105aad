import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeOf } from '../../../../shared/columns/headings.ts';
import type { SaidColumns } from '../../../../shared/columns/listHead.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import type { KeptColumns } from '../../../../shared/import/table/head.ts';
import { tables } from '../../../support/columns/tables.ts';
import { parsed } from '../../../support/import/published.ts';
import { said, title } from '../../../support/import/rows.ts';

const lists = tables.filter(({ kind }) => kind === 'list');

/** What a list says, whatever the order of its columns: units and targets are compared as sets. */
function meaningOf(grid: readonly (readonly string[])[]): unknown {
  const { taskList } = parseTaskList(grid, { year: 2024 });
  return taskList?.tasks.map(({ name, goal, units, arrangements }) => ({
    name,
    goal,
    units: units.toSorted(),
    arrangements: arrangements.map(({ text, schedules, indicators }) => ({
      text,
      times: schedules.map(({ kind, start, due }) => [kind, start, due]),
      targets: indicators.map(({ target, unitOfMeasure }) => `${target}${unitOfMeasure}`),
    })),
  }));
}

describe('I2, I14: lists are read by what their columns hold', () => {
  test.for(lists)('$what', ({ header, rows }) => {
    const { taskList } = parseTaskList([title, ...header, ...rows]);
    expect(taskList?.tasks.flatMap(({ arrangements }) => arrangements)).toHaveLength(rows.length);
    expect(taskList?.tasks.every(({ units }) => units.length > 0)).toBe(true);
  });

  test('I14.1: a list says the same wherever its columns stand', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.infiniteStream(fc.nat()), ({ header, rows }, picks) => {
        const order = (header[0] ?? [])
          .map((_, at) => ({ at, by: picks.next().value as number }))
          .toSorted((a, b) => a.by - b.by);
        const moved = (row: readonly string[]) => order.map(({ at }) => row[at] ?? '');
        expect(meaningOf([title, ...header.map(moved), ...rows.map(moved)])).toEqual(
          meaningOf([title, ...header, ...rows]),
        );
      }),
    );
  });

  test('I7.3: a column of quantities gives targets, with the measure of the cell or of the heading', () => {
    const grid = (heading: string, cell: string, what = '开展检查。') => [
      title,
      ['序号', '任务名称', '检查内容', '责任科室', heading],
      ['1', '甲', what, '某科', cell],
    ];
    const targets = (...given: [string, string, string?]) =>
      parsed(grid(...given)).tasks[0]?.arrangements[0]?.indicators.map(
        ({ target, unitOfMeasure, source }) => [target, unitOfMeasure, source?.entry],
      );
    expect(targets('检查数量', '7户（以实际为准）')).toEqual([[7, '户', '7户（以实际为准）']]);
    expect(targets('抽查户数', '3')).toEqual([[3, '户', '3']]);
    expect(targets('数量（家）', '12')).toEqual([[12, '家', '12']]);
    expect(targets('检查数量', '5家', '检查企业5家。')).toEqual([[5, '家', undefined]]);
    const differing = grid('检查数量', '8家', '检查企业5家。');
    expect(parsed(differing).tasks[0]?.arrangements[0]).toMatchObject({
      indicators: [{ target: 5 }],
      leftOpen: { quantities: [{ value: 8, unitOfMeasure: '家', source: { entry: '8家' } }] },
    });
    expect(said(differing)).toContain('decision quantity-inexact');
    expect(said(grid('检查数量', '约30户'))).toContain('decision quantity-inexact');
    // What is said of each month is no target of the year, and not passed over in silence; nor is a share.
    expect(said(grid('检查数量', '每月2户'))).toContain('decision quantity-inexact');
    expect(said(grid('检查数量', '7户', '每季度开展检查。'))).toContain('decision quantity-inexact');
    expect(targets('全年检查数量', '28户', '每季度开展检查。')).toEqual([[28, '户', '28户']]);
    expect(said(grid('指标', '整改率100%'))).toContain('warning number-unread');
    expect(
      said(grid('检查数量', '7户', '1.检查。2.通报。')).filter((each) => each.includes('inexact')),
    ).toHaveLength(2);
  });

  test.for(['工作进展', '工作动态', '工作台账', '工作成效', '工作推进情况', '任务进度', '工作计划'])(
    'I14.6: a column that says what has been done holds neither arrangements nor goals: %s',
    (heading) => {
      const grid = [
        title,
        ['序号', '工作任务', '责任单位', '完成时间', heading],
        ['1', '检查企业30家', '应急局', '6月底', '已检查10家，其余20家正在推进'],
      ];
      const { taskList, head } = parseTaskList(grid);
      expect(head?.columns[4]).toMatchObject({ role: 'unread' });
      expect(taskList?.tasks[0]?.arrangements).toMatchObject([
        { text: '检查企业30家', indicators: [{ target: 30, unitOfMeasure: '家' }] },
      ]);
      expect(said(grid)).toContain('error column-of-text');
    },
  );

  test.for(['指标', '计划指标', '量化指标', '目标值', '检查量'])(
    'I7.3: numbers beneath %s are quantities, and words there are no arrangements',
    (heading) => {
      const grid = (...cells: string[]) => [
        title,
        ['序号', '任务', '工作措施', '责任单位', heading],
        ...cells.map((cell, at) => [String(at + 1), `第${at}项`, '检查企业', '某局', cell]),
      ];
      const [task] = parsed(grid('30家', '20家')).tasks;
      expect(task?.arrangements[0]?.indicators).toMatchObject([{ target: 30, unitOfMeasure: '家' }]);
      const { head } = parseTaskList(grid('检查企业30家，培训5场', '整治隐患20处'));
      expect(head?.columns.map(({ role }) => role).slice(0, 4)).toEqual([
        ...['sequence', 'name', 'arrangements', 'units'],
      ]);
    },
  );

  describe('I2: a second row names parts of what stands over it', () => {
    const cells = ['1', '甲', '检查企业30家', '应急局', '住建局', '3月1日', '5月31日'];
    const above = ['序号', '任务', '工作措施'];
    test.for<[string[], string[]]>([
      [
        ['责任单位', '', '完成时限', ''],
        ['牵头', '配合', '起', '止'],
      ],
      [
        ['责任单位', '', '时间安排', ''],
        ['主办', '协办', '开始', '结束'],
      ],
      [
        ['责任单位', '责任单位', '完成时限', '完成时限'],
        ['牵头单位', '配合单位', '开始时间', '完成时间'],
      ],
    ])('%j', ([over, under]) => {
      // Merged cells are blank below, or say the same again.
      for (const rest of [['', '', ''], above]) {
        const grid = [title, [...above, ...over], [...rest, ...under], cells];
        const { taskList, head, diagnostics } = parseTaskList(grid);
        expect(head?.columns.map(({ role, confidence }) => `${confidence} ${role}`).slice(3)).toEqual([
          ...['certain lead', 'certain supporting', 'certain startsOn', 'certain deadline'],
        ]);
        expect(taskList?.tasks).toMatchObject([
          {
            units: ['应急局', '住建局'],
            arrangements: [{ schedules: [{ kind: 'window', start: '2024-03-01', due: '2024-05-31' }] }],
          },
        ]);
        expect(diagnostics.map(({ code }) => code)).not.toContain('row-unread');
      }
    });

    test('one of other words is read, and asked about', () => {
      const grid = [
        title,
        [...above, '责任单位', '', '完成时限'],
        ['', '', '', '甲块', '乙块', ''],
        cells.slice(0, 6),
      ];
      expect(parsed(grid).tasks).toMatchObject([{ units: ['应急局', '住建局'] }]);
      expect(said(grid).filter((each) => each.startsWith('decision'))).toEqual([
        ...['decision column-uncertain', 'decision column-uncertain'],
      ]);
      expect(said(grid)).not.toContain('warning row-unread');
    });
  });

  test('I6.4: a column of beginnings makes windows, and a period column is one of deadlines', () => {
    const times = (headings: string[], cells: string[]) =>
      parsed([
        title,
        ['序号', '任务名称', '检查内容', '责任科室', ...headings],
        ['1', '甲', '开展检查。', '某科', ...cells],
      ]).tasks[0]?.arrangements[0]?.schedules.map(({ kind, start, due }) => [kind, start, due]);
    const window = [['window', '2024-03-01', '2024-06-30']];
    expect(times(['开始时间', '完成时限'], ['3月', '6月'])).toEqual(window);
    expect(times(['抽查起止时间'], ['3月—6月'])).toEqual(window);
  });

  test('I2.4: a number that stands again in a table of sentences is that of one task', () => {
    const grid = [
      title,
      ['序号', '民生实事', '责任单位', '完成时限'],
      ['1', '养老楼开工建设。', '某局', '5月底前'],
      ['1', '老年大学开工建设。', '某局', '12月底前'],
      ['2', '新建2座人行天桥。', '某局', '9月底前'],
    ];
    expect(parsed(grid).tasks.map(({ code, arrangements }) => [code, arrangements.length])).toEqual([
      ['1-1', 2],
      ['1-2', 1],
    ]);
  });

  test('I2.4: lines below a table are no tasks, and are told once', () => {
    const table = [title, ['重点任务', '时间安排', '责任单位'], ['烟花爆竹', '1月份', '某站']];
    const below = [['二、工作要求'], ['（一）各单位照表安排。'], ['（二）每月26日前报总结。']];
    expect(parsed([...table, ...below])).toEqual(parsed(table));
    expect(said([...table, ...below]).filter((each) => each.includes('warning'))).toEqual([
      'warning text-below',
      'warning number-missing',
    ]);
  });

  test('I3.1: numbers that run on through the list are in order', () => {
    const grid = (second: string) => [
      title,
      ['重点任务', '责任单位'],
      ['1.改造营房。', '某局'],
      [`${second}.建成中队。`, '某局'],
    ];
    expect(said(grid('2'))).not.toContain('warning number-skipped');
    expect(said(grid('3'))).toContain('warning number-skipped');
  });

  const doubtful = [
    title,
    ['序号', '重点工作', '工作措施', '检查标准', '责任单位'],
    ['1', '甲', '每月对辖区企业检查', '对照清单逐项检查，发现问题当场指出。', '某局'],
  ];

  test('I14.3: a column that is left out with longer texts than the arrangements is an error, until it is said', () => {
    const told = (columns: SaidColumns) =>
      parseTaskList(doubtful, { columns }).diagnostics.filter(({ code }) => code.startsWith('column-'));
    expect(told([])).toMatchObject([
      { code: 'column-of-text', severity: 'error', text: '检查标准', cell: { row: 2, column: 4 } },
    ]);
    expect(told([null, null, null, 'unread'])).toEqual([]);
    expect(told([null, null, 'unread', 'arrangements'])).toEqual([]);
  });

  test('I14.3: an uncertain column is asked about: one with the same unit in each row beside others', () => {
    const grid = [
      title,
      ['序号', '检查主体', '重点工作', '工作措施', '股室'],
      ...['甲股', '乙股', '丙股'].map((unit, at) => [
        String(at + 1),
        '某局',
        `第${unit}项`,
        '每月检查。',
        unit,
      ]),
    ];
    const { taskList, diagnostics, head } = parseTaskList(grid);
    expect(taskList?.tasks.map(({ units }) => units)).toEqual([['甲股'], ['乙股'], ['丙股']]);
    expect(head?.columns[1]).toMatchObject({ role: 'unread', confidence: 'ask' });
    expect(diagnostics.filter(({ severity }) => severity === 'decision')).toMatchObject([
      { code: 'column-uncertain', text: '检查主体' },
    ]);
    const said = parseTaskList(grid, { columns: [null, 'lead'] }).taskList;
    expect(said?.tasks[0]?.units).toEqual(['某局', '甲股']);
  });

  test('I14.2, I14.4: what was said of an earlier list holds for its shape, and what is said now goes first', () => {
    const [, headings = []] = doubtful;
    const keptColumns = new Map([[shapeOf(headings), [null, null, 'unread', 'arrangements']]]) as KeptColumns;
    const said = (columns: SaidColumns) =>
      parseTaskList(doubtful, { columns, keptColumns }).head?.columns.map(({ role, confidence }) =>
        confidence === 'certain' ? role : `${confidence} ${role}`,
      );
    expect(said([])).toEqual(['sequence', 'name', 'kept unread', 'kept arrangements', 'units']);
    expect(said([null, null, 'arrangements', 'unread'])).toEqual([
      ...['sequence', 'name', 'said arrangements', 'said unread', 'units'],
    ]);
  });
});
