import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { settleReports } from '../../../../shared/ledgers/settleReports.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { known, loading, of } from './kinds.ts';

/** What a person is asked of a ledger, and what she may answer. */

describe('S13.19: a column that is not read by its role is not asked for it', () => {
  test.each([
    [
      'of periods',
      of([
        ['薛家镇周调度'],
        ['序号', '工作内容', '第14周', '第15周'],
        [1, loading, '√', '×'],
        [2, '走访慰问', '√', ''],
      ]),
    ],
    [
      'of what is counted',
      of([
        ['薛家镇企业推进明细'],
        ['序号', '企业名称', '隐患举报奖励（吹哨人）', '职工代表评议及履职报告'],
        [1, '甲公司', '√', '√'],
        [2, '乙公司', '×', '√'],
      ]),
    ],
  ])('%s', (_, ledger) => {
    const proposal = readLedger(ledger, known);
    const asked = settleReports(proposal, new Map()).flatMap(({ questions }) => questions);
    expect(asked.filter(({ about }) => about === 'columns')).toEqual([]);
    expect(proposal.sheets[0]!.columns.filter(({ confidence }) => confidence === 'ask')).toEqual([]);
  });
});

describe('S14.9: what is counted from many rows can be given another arrangement', () => {
  const ledger = of([
    ['薛家镇企业推进明细'],
    ['序号', '企业名称', '隐患举报奖励（吹哨人）', '职工代表评议及履职报告'],
    [1, '甲公司', '√', '√'],
    [2, '乙公司', '×', '√'],
  ]);
  const [name] = ledger.sheets.map((each) => each.name);

  test('its heading is a match with words of its own; what is said of it stands', () => {
    const [read] = readLedger(ledger, known).sheets;
    expect(read!.rows[0]).toMatchObject({
      row: 1,
      matches: [
        { code: '1-3-1', words: '隐患举报奖励（吹哨人）' },
        { code: '1-2-1', words: '职工代表评议及履职报告' },
      ],
    });
    const said = [{ name: name!, matches: [{ row: 1, item: 0, code: '1-2-2' }] }];
    expect(readLedger(ledger, known, said).sheets.flatMap(linesOf)).toEqual([
      '1-2-2.1.i1 ?2024 count?1 status?进行中',
      '1-2-1.1.i1 ?2024 count?2 status?已完成',
    ]);
    const none = [{ name: name!, matches: [{ row: 1, item: 0, code: null }] }];
    expect(readLedger(ledger, known, none).sheets.flatMap(linesOf)).toEqual([
      '1-2-1.1.i1 ?2024 count?2 status?已完成',
    ]);
  });
});
