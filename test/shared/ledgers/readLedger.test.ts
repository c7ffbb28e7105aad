import { describe, expect, test } from 'vitest';
import type { SheetProposal } from '../../../shared/ledgers/proposal.ts';
import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import type { LedgerFile } from '../../../shared/ledgers/ledgerFile.ts';
import type { SaidSheet } from '../../../shared/ledgers/said.ts';
import { knownOf } from '../../support/ledgers/known.ts';
import { linesOf } from '../../support/ledgers/lines.ts';
import { day, file, over, result, sheet, struck } from '../../support/ledgers/sheets.ts';

const known = knownOf('xuejia', '2024-04-10');

const read = (ledger: LedgerFile, by = known): SheetProposal[] => [...readLedger(ledger, by).sheets];

const header = [
  '序号',
  '重点工作',
  '工作安排',
  '责任人',
  '完成时限',
  '完成情况',
  '完成数量',
  '完成时间',
  '工作开展情况',
];

describe('S13: a ledger with a row for each arrangement', () => {
  const ledger = file(
    '台账.xlsx',
    sheet(
      '一季度',
      [
        ['薛家镇危化品重点工作落实台账（一季度）'],
        ['填报单位：薛家镇', '', '', '', '填报日期：2024年4月8日'],
        header,
        [
          1,
          '一述三评',
          '主要负责人完成职工代表评议并报告履职情况',
          '张测试',
          '3月底前',
          '办结',
          '9家',
          day('2024-03-28'),
          '9家企业全部完成。',
        ],
        [2, '', '专家评议、监管部门评议', '张测试', '6月底前', '推进中', '3/9', '', '已评3家。'],
        [3, '隐患举报', '每月调度举报奖励制度执行情况', '李演示', '每月', '√', '', '', '一季度每月都调度。'],
        [
          4,
          '装卸',
          '每季度统计分析“五必查”核验情况',
          '李演示',
          '每季度',
          '已完成',
          '',
          '2024.3.29',
          '形成分析。',
        ],
        [
          5,
          '厂中厂',
          '摸清厂中厂底数并开展现场调查检查',
          '钱占位',
          '3月底前',
          '基本完成',
          '约6家',
          '3月下旬',
          '还有1家未核。',
        ],
        [6, '化工园区', '对照《导则》开展化工园区安全风险自查和评估', '—', '5月底前', '/', '', '', ''],
        [7, '镇级', '春节前对烟花爆竹零售点夜查', '赵虚构', '2月9日前', '已完成', 6, '', '检查6家。'],
        [8, '医药', struck('核实更新医药企业底数'), '钱占位', '3月底前', '已完成', 1, '', ''],
        ['合计', '', '', '', '', '', 24, '', ''],
        ['说明：完成数量为累计数。'],
      ],
      { merges: [over(0, 0, 1, 9), over(3, 1, 2, 1)] },
    ),
  );
  const [only] = read(ledger);

  test('S13.1: what is plain is certain, what is not is asked', () => {
    expect(linesOf(only!)).toEqual([
      '1-2-1.1.i1 2024 status=已完成 count=9 completedOn=2024-03-28 note=9家企业全部完成。 contact=张测试',
      '1-2-2.1.i1 2024 status=进行中 note=已评3家。 contact=张测试 count?3',
      '1-3-2.1.done ?2024-01…2024-03 status=已开展 note=一季度每月都调度。 contact=李演示',
      '1-7-2.1.done 2024-Q1 status=已开展 completedOn=2024-03-29 note=形成分析。 contact=李演示',
      '2-9-1.1.done 2024 note=还有1家未核。 contact=钱占位 status?进行中 count? completedOn?',
    ]);
  });

  test('S13.2: another unit’s arrangement, own work, struck rows, sums and notes report nothing', () => {
    expect(only!.rows.map(({ is }) => is)).toEqual([
      ...['arrangement', 'arrangement', 'arrangement', 'arrangement', 'arrangement'],
      ...['other-unit', 'arrangement', 'struck-out', 'total', 'note'],
    ]);
    expect(only!.rows[6]!.matches).toMatchObject([{ code: null, confidence: 'none', why: 'own-work' }]);
  });
});

test('S13.2: what lies beneath a merge is not read: a hidden row of old values, a second count', () => {
  const rows = [
    header,
    [1, '一述三评', '专家评议、监管部门评议', '张测试', '', '推进中', 4, '', '已评4家。'],
    [2, '一述三评', '主要负责人完成职工代表评议并报告履职情况', '李演示', '', '已完成', 9, '', '上月的旧话'],
  ];
  const merges = [2, 5, 6, 8].map((column) => over(1, column, 2, 1));
  const [only] = read(file('台账.xlsx', sheet('薛家镇', rows, { merges })));
  expect(linesOf(only!)).toEqual(['1-2-2.1.i1 ?2024 status=进行中 count=4 note=已评4家。 contact=张测试']);
});

describe('S13.2: whose and what a sheet is', () => {
  const rows = (title: string) => [
    [title],
    header,
    [1, '', '主要负责人完成职工代表评议并报告履职情况', '', '', '已完成', 9, '', '全部完成。'],
  ];

  test.for([
    ['罗溪镇危化品工作台账', 'other-unit'],
    ['薛家镇2023年危化品工作台账', 'other-year'],
  ] as const)('%s', ([title, why]) => {
    expect(read(file('台账.xlsx', sheet('清单', rows(title))))).toMatchObject([{ isRead: false, why }]);
  });

  test('hidden sheets, instructions, copies and summaries of formulas', () => {
    const ledger = file(
      '台账.xlsx',
      sheet('清单', rows('薛家镇台账')),
      sheet('清单 (2)', rows('薛家镇台账')),
      sheet('草稿', rows('薛家镇台账'), { isHidden: true }),
      sheet('填报说明', [['每月30日前报送。']]),
      sheet('汇总', [
        ['1—4月汇总'],
        ['序号', '工作内容', '1月', '2月'],
        [1, '主要负责人完成职工代表评议并报告履职情况', result(0), result(4)],
      ]),
      sheet('空', []),
    );
    expect(read(ledger).map(({ isRead, why }) => why ?? isRead)).toEqual([
      ...[true, 'copy', 'hidden', 'instructions', 'summary', 'empty'],
    ]);
  });

  test('rows that name another unit are none of hers', () => {
    const [only] = read(
      file(
        '全区.xlsx',
        sheet('表', [
          ['序号', '责任单位', '工作安排', '完成情况', '完成数量', '工作情况'],
          [1, '薛家镇', '完善内部隐患举报制度，建立“吹哨人”机制', '推进中', 7, '已有7家。'],
          [2, '罗溪镇', '完善内部隐患举报制度，建立“吹哨人”机制', '已完成', 9, '全部建立。'],
        ]),
      ),
    );
    expect(linesOf(only!)).toEqual(['1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家。']);
    expect(only!.rows.map(({ is }) => is)).toEqual(['arrangement', 'other-unit']);
  });
});

describe('S13.3: where time stands', () => {
  test('a sheet for each month: the newest says how things stand, each month is its own report', () => {
    const month = (name: string, count: number, done: string, told: string) =>
      sheet(name, [
        [`薛家镇${name}份调度表`],
        ['序号', '工作内容', '是否完成', '完成家数', '本月工作'],
        [1, '主要负责人职工代表评议、履职报告（3月底前）', done, count, told],
        [2, '每月调度举报奖励制度执行情况', '√', '', `${name}调度`],
      ]);
    const sheets = read(
      file('月调度.xlsx', month('2月', 4, '推进中', '评议4家'), month('3月', 9, '是', '全部完成')),
    );
    expect(sheets.map(linesOf)).toEqual([
      ['1-3-2.1.done 2024-02 status=已开展 note=2月调度'],
      [
        '1-2-1.1.i1 2024 status=已完成 count=9 note=全部完成',
        '1-3-2.1.done 2024-03 status=已开展 note=3月调度',
      ],
    ]);
  });

  test('weeks in many writings; two that contradict each other are asked', () => {
    const weeks = ['第10周', '3.11-3.17', '3月18日-24日', '2024年第13周'].map((when) => [
      when,
      '',
      '调度装货企业“五必查”核验并通报',
      '是',
      '调度5家',
    ]);
    const rows = [
      ['周次', '起止日期', '工作内容', '是否开展', '调度情况'],
      ...weeks,
      ['第12周', '3.25-3.31', '调度装货企业“五必查”核验并通报', '是', '调度'],
    ];
    const [only] = read(file('周.csv', sheet('(csv)', [['薛家镇周调度台账'], ...rows])));
    expect(linesOf(only!).map((text) => text.split(' ')[1])).toEqual([
      ...['2024-W10', '2024-W11', '2024-W12', '2024-W13', '?2024-W13/2024-W12'],
    ]);
  });

  test('months across: each cell is the report of its month', () => {
    const [only] = read(
      file(
        '年度.xlsx',
        sheet('表', [
          ['薛家镇2024年工作进展'],
          ['序号', '工作内容', '1月', '2月', '3月'],
          [1, '每月调度举报奖励制度执行情况', '√', '√', '未开展'],
        ]),
      ),
    );
    expect(only!.layout).toBe('periods-across');
    expect(linesOf(only!)).toEqual([
      '1-3-2.1.done 2024-01 status=已开展',
      '1-3-2.1.done 2024-02 status=已开展',
      '1-3-2.1.done 2024-03 status=未开展',
    ]);
  });
});

describe('S13.4: other layouts', () => {
  test('a row for each task, items and progress numbered within cells', () => {
    const [only] = read(
      file(
        '清单.xlsx',
        sheet('清单', [
          ['2024年任务清单（薛家镇进展）'],
          ['类别', '序号', '重点工作名称', '工作安排', '截至4月9日完成情况', '责任人'],
          [
            ...['一、制度', 2, '深化主要负责人“一述三评”工作'],
            '1. 3月底前，86家企业主要负责人完成职工代表评议，并通过系统报告履职情况。\n2. 6月底前，完成86家企业主要负责人专家评议和监管部门评议。',
            ...['1、已完成，9家全部报告。\n2、推进中，已评3家。', '张测试'],
          ],
        ]),
      ),
    );
    expect(only!.layout).toBe('rows-per-task');
    expect(linesOf(only!)).toEqual([
      '1-2-1.1.i1 2024 status=已完成 note=已完成，9家全部报告。 contact=张测试 count?9',
      '1-2-2.1.i1 2024 status=进行中 note=推进中，已评3家。 contact=张测试 count?3',
    ]);
  });

  test('a row for each enterprise: what is counted from rows is asked', () => {
    const [only] = read(
      file(
        '企业.xlsx',
        sheet(
          '明细',
          [
            ['薛家镇企业推进明细'],
            ['序号', '企业名称', '隐患举报奖励（吹哨人）', '', '备注'],
            ['', '', '是否建立', '建立时间', ''],
            [1, '示例一公司', '√', day('2024-03-06'), ''],
            [2, '示例二公司', '×', '', '停产'],
            [3, '示例三公司', '√', day('2024-03-08'), ''],
            ['合计', '', 2, '', ''],
          ],
          { merges: [over(1, 2, 1, 2), over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 4, 2, 1)] },
        ),
      ),
    );
    expect(only!.layout).toBe('rows-per-enterprise');
    expect(linesOf(only!)).toEqual(['1-3-1.1.i1 ?2024 count?2 status?进行中']);
  });

  test('units across: only the unit’s own column', () => {
    const [only] = read(
      file(
        '汇总.xlsx',
        sheet('表', [
          ['各镇完成情况'],
          ['序号', '工作内容', '罗溪镇', '薛家镇', '孟河镇'],
          [1, '完善内部隐患举报制度，建立“吹哨人”机制', 9, 7, 4],
        ]),
      ),
    );
    expect(linesOf(only!)).toEqual(['1-3-1.1.i1 2024 count=7']);
  });

  test('a form of labels and values', () => {
    const [only] = read(
      file(
        '单.xlsx',
        sheet('单', [
          ['薛家镇工作进展单'],
          ['工作事项', '完善内部隐患举报制度，建立“吹哨人”机制'],
          ['完成情况', '推进中', '完成数量', 7],
          ['联系人', '李演示'],
          ['工作情况', '已有7家出台制度。'],
        ]),
      ),
    );
    expect(only!.layout).toBe('form');
    expect(linesOf(only!)).toEqual([
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家出台制度。 contact=李演示',
    ]);
  });
});

describe('S13.6: what a person has said of a file stands', () => {
  const ledger = file(
    '台账.xlsx',
    sheet('清单', [
      ['薛家镇台账'],
      ['序号', '工作内容', '情况', '数量', '备注一'],
      [1, '完善内部隐患举报制度，建立“吹哨人”机制', '推进中', 7, '已有7家。'],
      [2, '自己的工作：慰问一线职工', '已完成', 9, '全部走访。'],
    ]),
  );
  const said = (more: Partial<SaidSheet>): string[] =>
    linesOf(readLedger(ledger, known, [{ name: '清单', ...more }]).sheets[0]!);

  test('the role of a column', () => {
    const columns = [null, null, 'unread', null, 'note'] as const;
    expect(said({ columns })).toEqual(['1-3-1.1.i1 2024 count=7 note=已有7家。 status?进行中']);
    expect(said({})).not.toEqual(said({ columns }));
  });

  test('what a row is of, and that it is none of the list', () => {
    expect(said({ matches: [{ row: 2, item: 0, code: null }] })).toEqual([]);
    expect(said({ matches: [{ row: 3, item: 0, code: '1-2-1' }] })).toHaveLength(2);
  });

  test('a row said to be of an arrangement that is not the unit’s reports nothing', () => {
    const foreign = known.arrangements.find(
      ({ code }) => !known.obligations.some(({ arrangement }) => arrangement === code),
    )!;
    expect(said({ matches: [{ row: 3, item: 0, code: foreign.code }] })).toEqual(said({}));
  });

  test('that nothing of a sheet is to be read', () => {
    expect(said({ isLeftOut: true })).toEqual([]);
    expect(readLedger(ledger, known, [{ name: '清单', isLeftOut: true }]).sheets[0]!.why).toBe('left-out');
  });
});

test('S13.1: a word or two are never certain to mean an arrangement', () => {
  const rows = [
    ['序号', '工作内容', '完成情况', '备注'],
    [1, '慰问职工', '已完成', '走访3户。'],
  ];
  const [only] = read(file('台账.xlsx', sheet('清单', [['薛家镇台账'], ...rows])));
  for (const { matches } of only!.rows) expect(matches[0]!.confidence).not.toBe('certain');
});
