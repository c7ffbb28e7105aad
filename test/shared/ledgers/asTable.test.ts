import { describe, expect, test } from 'vitest';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import { knownOf } from '../../support/ledgers/known.ts';
import { linesOf } from '../../support/ledgers/lines.ts';
import { file, over, sheet } from '../../support/ledgers/sheets.ts';

/** Sheets in which an arrangement is no row, as tables: what each of their cells is, and where it stands. */

const known = knownOf('xuejia', '2024-04-10');
const textOf = (code: string): string => known.arrangements.find((each) => each.code === code)!.text;
const [review, reward] = [textOf('1-2-1'), textOf('1-3-2')];

const tableOf = (of: LedgerSheet) => readLedger(file('台账.xlsx', of), known).sheets[0]!.asTable;

/** Each row's cells as they stand in the sheet, by the roles of their columns. */
function cellsOf(of: LedgerSheet): Record<string, string>[] {
  const table = tableOf(of);
  if (table === undefined) return [];
  return table.proposal.rows.map(({ row }) =>
    Object.fromEntries(
      table.proposal.columns.flatMap(({ column, role }) => {
        const place = table.places[row]?.[column] ?? null;
        return place === null
          ? []
          : [[role, `${place.row} ${place.column} ${of.rows[place.row]?.[place.column]?.text ?? ''}`]];
      }),
    ),
  );
}

describe('S15.13: arrangements side by side', () => {
  const across = sheet('进展', [
    ['薛家镇2024年工作进展'],
    [null, '工作安排', review, reward],
    [null, '完成情况', '已完成', '已开展'],
    [null, '数量', 9, null],
    [null, '工作情况', '9家企业全部完成评议', null],
  ]);

  test('each is a row of the table, and its cells stand in its column', () => {
    const table = tableOf(across)!;
    expect(table.proposal.columns.map(({ role }) => role)).toEqual([
      'arrangements',
      'status',
      'count',
      'note',
    ]);
    expect(cellsOf(across)).toEqual([
      {
        arrangements: `1 2 ${review}`,
        status: '2 2 已完成',
        count: '3 2 9',
        note: '4 2 9家企业全部完成评议',
      },
      { arrangements: `1 3 ${reward}`, status: '2 3 已开展', count: '3 3 ', note: '4 3 ' },
    ]);
  });

  test('though what is said beneath one is like another', () => {
    const alike = sheet('进展', [
      ['薛家镇2024年工作进展'],
      ['工作安排', review, reward],
      ['完成情况', '已完成', '已开展'],
      ['工作情况', '86 家企业主要负责人完成职工代表评议', '化工医药企业隐患举报奖励制度执行落实'],
    ]);
    expect(cellsOf(alike).map(({ arrangements, note }) => [arrangements, note])).toEqual([
      [`1 1 ${review}`, '3 1 86 家企业主要负责人完成职工代表评议'],
      [`1 2 ${reward}`, '3 2 化工医药企业隐患举报奖励制度执行落实'],
    ]);
  });

  test('under a period that stands once beside its headings, merged or not', () => {
    const rows = [
      ['薛家镇2024年进展'],
      ['报告期', '工作安排', review, reward],
      ['3月', '完成情况', '进行中', '已开展'],
      [null, '工作情况', '已评3家企业', '调度一次'],
      ['4月', '完成情况', '进行中', '未开展'],
      [null, '工作情况', '已评9家企业', '企业停产'],
    ];
    const merges = [over(2, 0, 2, 1), over(4, 0, 2, 1)];
    for (const of of [sheet('进展', rows), sheet('进展', rows, { merges })]) {
      const read = readLedger(file('台账.xlsx', of), known).sheets[0]!;
      expect(linesOf(read).filter((line) => line.startsWith('1-3-2'))).toEqual([
        '1-3-2.1.done 2024-03 status=已开展 note=调度一次',
        '1-3-2.1.done 2024-04 status=未开展 note=企业停产',
      ]);
      expect(read.asTable!.proposal.blocks!.map(({ periods }) => periods)).toEqual([
        ['2024-03'],
        ['2024-04'],
      ]);
    }
  });

  test('what is not read stays so: a hidden sheet, another town’s, one of last year', () => {
    const why = (of: LedgerSheet) => readLedger(file('台账.xlsx', of), known).sheets[0]!.why;
    const rows = across.rows.map((row) => row.map((cell) => cell?.value as string | number));
    const titled = (title: string) => sheet('进展', [[title], ...rows.slice(1)]);
    expect([why(sheet('进展', rows, { isHidden: true })), why(titled('罗溪镇2024年工作进展'))]).toEqual([
      ...['hidden', 'other-unit'],
    ]);
    expect(why(titled('薛家镇2023年工作进展'))).toBe('other-year');
  });

  test('of a table of rows nothing is turned, nor of two tables', () => {
    const rows = [
      ['工作安排', '完成情况', '数量'],
      [review, '已完成', 9],
      [reward, '已开展', null],
    ];
    expect(tableOf(sheet('进展', rows))).toBeUndefined();
  });
});

describe('S15.14: forms', () => {
  const one = (work: string, status: string | null) => [
    ['重点工作', '专项行动', null, null],
    ['工作安排', work, null, null],
    ['完成情况', status, '完成数量', null],
    ['工作情况', null, null, null],
    ['备注', '请于周五前报送', null, null],
    ['联系人', '张测试', '填报日期', '4月2日'],
  ];

  test('a label’s cell is beside it, be it blank; what stands below a blank one is no value of it', () => {
    const form = sheet('评议', [['薛家镇工作落实情况表'], ...one(review, '已完成')], {
      merges: [over(0, 0, 1, 4)],
    });
    expect(cellsOf(form)).toEqual([
      {
        ...{ name: '1 1 专项行动', arrangements: `2 1 ${review}`, status: '3 1 已完成', count: '3 3 ' },
        ...{ note: '4 1 ', contact: '6 1 张测试' },
      },
    ]);
  });

  test('forms below each other are rows of one table', () => {
    const forms = sheet('表', [['薛家镇'], ...one(review, '已完成'), [], ...one(reward, null)]);
    expect(
      cellsOf(forms).map(({ arrangements, status, contact }) => [arrangements, status, contact]),
    ).toEqual([
      [`2 1 ${review}`, '3 1 已完成', '6 1 张测试'],
      [`9 1 ${reward}`, '10 1 ', '13 1 张测试'],
    ]);
  });

  test('where a value stands in one cell with its label, the whole sheet is for upload', () => {
    const form = sheet('评议', [
      ['工作安排', review],
      ['完成情况：已完成'],
      ['数量', 9],
      ['工作情况', '9家'],
    ]);
    expect(readLedger(file('表.xlsx', form), known).sheets[0]!.layout).toBe('form');
    expect(tableOf(form)).toBeUndefined();
  });

  test('so it is with two forms beside each other', () => {
    const forms = sheet('评议', [
      ['工作安排', review, '工作安排', reward],
      ['完成情况', '已完成', '完成情况', '已开展'],
      ['数量', 9, '数量', null],
      ['工作情况', '9家', '工作情况', '调度一次'],
    ]);
    expect(tableOf(forms)).toBeUndefined();
  });

  test('so it is where a second value stands beside that of the work', () => {
    const form = sheet('评议', [
      ['工作安排', review, '清单外的另一件事'],
      ['完成情况', '已完成', '进行中'],
      ['数量', 9, 3],
      ['工作情况', '9家', '3家'],
    ]);
    expect(readLedger(file('表.xlsx', form), known).sheets[0]!.layout).toBe('form');
    expect(tableOf(form)).toBeUndefined();
  });

  test('so it is with a form that has rows for several periods', () => {
    const form = sheet('奖励', [
      ['薛家镇报送单'],
      ['工作安排', reward],
      ['填报人', '张测试'],
      ['责任单位', '薛家镇'],
      ['联系电话', '0519-00000000'],
      ['报告期', '完成情况'],
      ['3月', '已开展'],
      ['4月', '已开展'],
    ]);
    expect(readLedger(file('表.xlsx', form), known).sheets[0]!.layout).toBe('form');
    expect(tableOf(form)).toBeUndefined();
  });

  test('the period tells apart forms of one arrangement; a form that stands alone is filled in anew for each', () => {
    const monthly = (period: string) => [
      ['工作安排', reward],
      ['报告期', period],
      ['完成情况', '已开展'],
      ['工作情况', '调度一次'],
    ];
    const rolesOf = (of: LedgerSheet) => tableOf(of)!.proposal.columns.map(({ role }) => role);
    expect(rolesOf(sheet('奖励', [...monthly('3月'), [], ...monthly('4月')]))).toContain('period');
    expect(rolesOf(sheet('奖励', monthly('3月')))).not.toContain('period');
  });
});
