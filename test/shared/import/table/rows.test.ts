import { describe, expect, test } from 'vitest';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { parsed } from '../../../support/import/published.ts';
import { codes, header, row, said, title } from '../../../support/import/rows.ts';

describe('I2.2, I4: categories', () => {
  test('that differ only by script or blanks are one; an empty cell inherits', () => {
    const list = parsed([
      title,
      header,
      row('三、 持續提升 監管\n效能，健全 體系', '1', '甲'),
      row('', '2', '乙'),
      row('三、持续提升监管效能， 健全体系', '3', '丙'),
      row('（四）另 一类', '1', '丁'),
    ]);
    expect(list.categories).toEqual([
      { number: 3, name: '持续提升监管效能，健全体系' },
      { number: 4, name: '另一类' },
    ]);
    expect(list.tasks.map(({ code }) => code)).toEqual(['3-1', '3-2', '3-3', '4-1']);
  });

  test('may stand alone on a row', () => {
    expect(
      codes([title, header, ['二、甲类'], row('', '1', '甲'), ['三、乙类', '', ''], row('', '2', '乙')]),
    ).toEqual(['2-1', '3-2']);
  });

  test('without a numeral, or with one that is taken, get the next number, and it is said', () => {
    const grid = [title, header, row('甲类', '1', '甲'), row('一、乙类', '1', '乙'), row('甲类', '2', '丙')];
    expect(codes(grid)).toEqual(['1-1', '2-1', '1-2']);
    expect(said(grid)).toEqual(['warning category-unnumbered', 'warning category-number-repeated']);
  });

  test('I2.4: a task before any category is left out, with an error', () => {
    const grid = [title, header, row('', '1', '甲'), row('一、甲类', '1', '乙')];
    expect(codes(grid)).toEqual(['1-1']);
    expect(said(grid)).toEqual(['error category-missing']);
  });
});

describe('tasks', () => {
  test('I2.5: numbers that are missing, repeated or skipped are said; none is changed where it can stay', () => {
    const grid = [
      title,
      header,
      row('一、甲类', '1', '甲'),
      row('', '', '乙'),
      row('', '2', '丙'),
      row('', '７、', '丁'),
      row('二、乙类', '8', '戊'),
      row('', '第九', '己'),
    ];
    expect(codes(grid)).toEqual(['1-1', '1-2', '1-3', '1-7', '2-8', '2-9']);
    expect(said(grid)).toEqual([
      'warning sequence-missing',
      'warning sequence-repeated',
      'warning sequence-skipped',
      'warning sequence-missing',
    ]);
  });

  test('I2.5: a number that cannot be a sequence is replaced by the place', () => {
    const grid = [
      title,
      header,
      ...['0', '100', '3.0', '（4）', '五'].map((number) => row('一、甲类', number, `第${number}项`)),
    ];
    expect(codes(grid)).toEqual(['1-1', '1-2', '1-3', '1-4', '1-5']);
    expect(said(grid)).toEqual(['warning sequence-missing', 'warning sequence-missing']);
  });

  test('I12: a diagnostic points at the cell that is at fault', () => {
    const grid = [title, header, row('甲类', '1', '甲'), row('', '', '乙'), row('', '9', ' ')];
    expect(parseTaskList(grid).diagnostics.map(({ code, cell }) => [code, cell?.row, cell?.column])).toEqual([
      ['category-unnumbered', 3, 1],
      ['sequence-missing', 4, 2],
      ['sequence-skipped', 5, 2],
      ['name-missing', 5, 3],
    ]);
  });

  test('I2.4: rows that merged cells or a page break leave are continued; rows that are no tasks are said', () => {
    const grid = [
      title,
      header,
      ['注：本表按年度下发'],
      row('一、甲类', '1', '甲'),
      ['', '', '', '', '2. 每月通报。', '某镇'],
      header,
      ['', '', '', '检查5家企业', '3. 每季度检查。'],
      ['— 3 —'],
      ['', '', '', '', '', '', '旁注'],
    ];
    expect(parsed(grid).tasks).toMatchObject([{ code: '1-1', goal: '检查5家企业', units: ['某局', '某镇'] }]);
    expect(parsed(grid).tasks[0]?.arrangements.map(({ printedNumber }) => printedNumber)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(said(grid)).toEqual([
      'warning row-unread',
      'info row-continued',
      'info row-continued',
      'warning row-unread',
      'warning row-unread',
      'decision units-of-row',
      'decision units-of-row',
    ]);
  });

  const plain = ['序号', '工作任务', '工作措施', '责任单位'];
  const task = (sequence: string, name: string) => [sequence, name, '1. 每周巡查。', '某局'];
  const repeated = (text: string) => plain.map(() => text);
  const unread = (grid: string[][]) =>
    parseTaskList(grid).diagnostics.flatMap(({ code, text, cell }) =>
      code === 'row-unread' ? [`${text} ${cell?.row}`] : [],
    );

  test.for<[string[], string]>([
    [['注：本表按年度下发。'], '注：本表按年度下发。'],
    [repeated('注：本表按年度下发。'), '注：本表按年度下发。'],
    [['合计'], '合计'],
    [['合计', '', '50家', ''], '合计  50家'],
    [['', '合计', '50家'], '合计 50家'],
    [['联系人：某某', '电话：123'], '联系人：某某 电话：123'],
    [['', '以上任务由各单位落实。'], '以上任务由各单位落实。'],
    [['', '', '注：以上按月报送。'], '注：以上按月报送。'],
    [['7'], '7'],
    [['— 3 —'], '— 3 —'],
    [['某某部分'], '某某部分'],
  ])('I2.4: what is no task is told and changes no number: %j', ([line, text]) => {
    for (const grid of [
      [title, plain, task('1', '甲'), line, task('2', '乙')],
      [title, plain, task('1', '甲'), task('2', '乙'), line],
    ]) {
      expect(codes(grid)).toEqual(['1-1', '1-2']);
      expect(said(grid).toSorted()).toEqual(['info category-none', 'warning row-unread']);
      expect(unread(grid)).toEqual([`${text} ${grid.indexOf(line) + 1}`]);
    }
  });

  test('I2.4: a number or a name alone begins a task that the row below says', () => {
    const below = ['', '', '1. 每周巡查。', '某局'];
    expect(codes([title, plain, task('1', '甲'), ['', '乙'], below])).toEqual(['1-1', '1-2']);
    expect(said([title, plain, task('1', '甲'), ['2'], below])).toContain('error name-missing');
  });

  test('I2.2: a few words above numbered tasks are a category where the table has no column for it', () => {
    const grid = (...lines: string[][]) => [title, plain, ...lines];
    const alone = ['园区安全'];
    const spanning = repeated('企业安全');
    const list = parsed(grid(alone, task('1', '甲'), spanning, task('2', '乙')));
    expect(list.categories.map(({ name }) => name)).toEqual(['园区安全', '企业安全']);
    expect(list.tasks.map(({ code }) => code)).toEqual(['1-1', '2-2']);
    expect(said(grid(alone, task('1', '甲')))).toEqual(['warning category-unnumbered']);
    const parts = parsed(grid(['第一部分 管控'], task('1', '甲'), ['第二部分 服务'], task('1', '乙')));
    expect(parts.tasks.map(({ code }) => code)).toEqual(['1-1', '2-1']);
    for (const line of [['（续表）'], ['附件'], ['共三页'], ['本清单由某局解释'], ['以上为上半年任务。']])
      expect(unread(grid(line, task('1', '甲')))).toEqual([`${line[0]} 3`]);
  });

  test('I2.2: a category may have its numeral in the column of numbers', () => {
    const grid = [
      title,
      plain,
      ['一', '强化责任', '', ''],
      task('1', '甲'),
      task('2', '乙'),
      ['（二）', '深化整治', '', ''],
      task('3', '丙'),
    ];
    expect(codes(grid)).toEqual(['1-1', '1-2', '2-3']);
    expect(parsed(grid).categories.map(({ name }) => name)).toEqual(['强化责任', '深化整治']);
    expect(said(grid)).toEqual([]);
    // Tasks that are numbered so are none.
    expect(said([title, plain, task('一', '甲'), ['二', '乙', '', ''], task('三', '丙')])).toEqual([
      'info category-none',
      'error arrangements-missing',
    ]);
  });

  test('I2.4: a row that says number and name again goes on with the task, with an item of its own', () => {
    const rows = [
      ['1', '甲', '3月底前部署。', '某局'],
      ['1', '甲', '6月底前检查。', '某局'],
      ['2', '乙', '每月通报。', '某镇'],
    ];
    for (const cut of [0, 1]) {
      const grid = [title, ...[plain, ...rows].map((cells) => cells.slice(cut))];
      const { tasks } = parsed(grid);
      expect(
        tasks.map(({ code, unitsAsPrinted, arrangements }) => [
          code,
          unitsAsPrinted,
          arrangements.map(({ text }) => text),
        ]),
      ).toEqual([
        ['1-1', '某局', ['3月底前部署。', '6月底前检查。']],
        ['1-2', '某镇', ['每月通报。']],
      ]);
      expect(said(grid)).toContain('info row-continued');
      expect(said(grid)).not.toContain('warning sequence-repeated');
    }
  });

  test('I2.4: a row that says number or name of another task, or the same to do, is a task', () => {
    expect(codes([title, plain, task('1', '甲'), task('1', '乙'), task('3', '乙')])).toEqual([
      '1-1',
      '1-2',
      '1-3',
    ]);
    expect(said([title, plain, task('1', '甲'), task('1', '甲')])).toContain('warning sequence-repeated');
  });

  test('I2.8: in a table that numbers measures they belong to the task above', () => {
    const grid = [
      title,
      plain,
      ['1', '甲', '每周巡查，', '某局'],
      ['2', '', '每月通报。', '某镇'],
      ['3', '', '每季度评估。', ''],
      ['4', '乙', '每周巡查。', '某局'],
      ['5', '', '每月检查。', ''],
    ];
    expect(
      parsed(grid).tasks.map(({ code, units, arrangements }) => [
        code,
        units,
        arrangements.map(({ text }) => text),
      ]),
    ).toEqual([
      ['1-1', ['某局', '某镇'], ['每周巡查，', '每月通报。', '每季度评估。']],
      ['1-4', ['某局'], ['每周巡查。', '每月检查。']],
    ]);
    expect(said(grid)).toEqual([
      ...Array<string>(3).fill('warning measure-numbered'),
      ...['info category-none', 'decision units-of-row', 'decision units-of-row'],
    ]);
  });

  test.for([
    ['3', '', '每月通报。', '某局'],
    ['2', '', '1.每月通报。2.每周检查。', '某局'],
  ])(
    'I2.8: a row of another number or with items of its own may be a task that lacks its name: %j',
    (row) => {
      expect(said([title, plain, ['1', '甲', '每周巡查。', '某局'], row])).toContain('error name-missing');
    },
  );

  test('I2.4: without a name or without arrangements are left out, with an error', () => {
    const grid = [title, header, row('一、甲类', '1', ' '), ['', '2', '乙', '', '', ''], row('', '3', '丙')];
    expect(codes(grid)).toEqual(['1-3']);
    expect(said(grid)).toEqual(['error name-missing', 'error arrangements-missing']);
  });

  test('I2.6: what is longer than the schema allows is refused whole, and the place is named', () => {
    const { taskList, diagnostics } = parseTaskList([
      title,
      header,
      ['一、甲类', '1', '甲', '', '1. 每周巡查。', `某${'局'.repeat(80)}`],
    ]);
    expect(taskList).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'error', at: '1-1' }]);
  });
});
