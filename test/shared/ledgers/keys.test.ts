import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import type { LedgerSheet, RowKeyAt } from '../../../shared/ledgers/ledgerFile.ts';
import { formatRowKey, type RowIdentity } from '../../../shared/rowKey/rowKey.ts';
import { knownOf } from '../../support/ledgers/known.ts';
import { linesOf } from '../../support/ledgers/lines.ts';
import { file, sheet, type Written } from '../../support/ledgers/sheets.ts';

const known = knownOf('xuejia', '2024-04-10');
const keyOf = (more: Partial<RowIdentity> = {}): string =>
  formatRowKey({
    ...{ list: '2024', arrangement: '1-3-1', schedule: 1, indicator: 'i1', unit: 'xuejia', period: '2024' },
    ...more,
  });
const header = ['序号', '工作安排', '完成情况', '完成数量', '工作情况'];
const keyed = (rows: Written[][], keys: RowKeyAt[], head = header): LedgerSheet => ({
  ...sheet('台账', [head, ...rows]),
  keys,
});
const read = (table: LedgerSheet) => readLedger(file('台账.xlsx', table), known).sheets[0]!;
const whistle = '完善内部隐患举报制度，建立“吹哨人”机制';
const unclear = '举报机制';

describe('S13.16: the key of a row comes before its words', () => {
  test('words that say little are certain with a key, wherever the row stands and whatever columns are called', () => {
    const row = [1, unclear, '推进中', 7, '7家'];
    const [plain] = read(keyed([row], [])).rows;
    expect(plain!.matches[0]!.confidence).not.toBe('certain');
    const own = ['2', '别的工作，清单上没有的', '已完成', '', '完成'];
    const renamed = ['编号', '任务', '办理进度', '家数', '说明'];
    for (const [rows, at, head] of [
      [[row], 1, header],
      [[own, own, row], 3, renamed],
    ] as const) {
      const told = read(keyed([...rows], [{ row: at, key: keyOf() }], [...head]));
      const of = told.rows.find(({ row: place }) => place === at)!;
      expect(of.matches).toEqual([{ code: '1-3-1', confidence: 'certain', candidates: ['1-3-1'] }]);
      expect(of.reports.map(({ confidence, values }) => [confidence, values.count])).toEqual([
        ['certain', 7],
      ]);
    }
  });

  test('a row whose words are plainly of something else is asked: it may have been copied', () => {
    const [row] = read(
      keyed([[1, '主要负责人完成职工代表评议并报告履职情况', '推进中', 7, '']], [{ row: 1, key: keyOf() }]),
    ).rows;
    expect(row!.matches).toEqual([
      expect.objectContaining({ code: '1-2-1', confidence: 'ask', candidates: ['1-2-1', '1-3-1'] }),
    ]);
  });

  test('a key of another unit or another year: nothing of its row is reported', () => {
    const rows = [
      [1, whistle, '推进中', 7, ''],
      [2, whistle, '推进中', 8, ''],
    ];
    const told = read(
      keyed(rows, [
        { row: 1, key: keyOf({ unit: 'menghe' }) },
        { row: 2, key: keyOf({ list: '2023', period: '2023' }) },
      ]),
    );
    expect(told).toMatchObject({ isRead: false, why: 'other-unit' });
    expect(told.rows.map(({ is }) => is)).toEqual(['other-unit', 'other-year']);
    const mixed = read(keyed(rows, [{ row: 2, key: keyOf({ unit: 'menghe' }) }]));
    expect(linesOf(mixed)).toEqual(['1-3-1.1.i1 2024 status=进行中 count=7']);
    expect(mixed.rows.map(({ is }) => is)).toEqual(['arrangement', 'other-unit']);
  });

  test('S13.19: a column 核实说明 is read as the explanation, and without one nothing is', () => {
    const head = [...header, '核实说明'];
    const row = [1, whistle, '推进中', 7, '7家'];
    const key = [{ row: 1, key: keyOf(), base: 3 }];
    const explained = read(keyed([[...row, '两家停产']], key, head));
    expect(linesOf(explained)).toEqual([
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家 explanation=两家停产',
    ]);
    expect(linesOf(read(keyed([[...row, '']], key, head)))).toEqual([
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
    ]);
  });

  test('in a ledger of ours the key says period and indicator too; in one of hers the row moves on', () => {
    const several = known.obligations.find(({ indicators }) => indicators.length > 1)!;
    const { arrangement, schedule, period } = several;
    const { text } = known.arrangements.find(({ code }) => code === arrangement)!;
    const rows = several.indicators.map((_, at) => [at + 1, text, '', at + 3, '']);
    const keys = (base?: null) =>
      several.indicators.map(({ id }, at) => ({
        row: at + 1,
        key: keyOf({ arrangement, schedule, period, indicator: id }),
        ...(base === null && { base }),
      }));
    expect(linesOf(read(keyed(rows, keys(null))))).toEqual(
      several.indicators.map(({ id }, at) => `${arrangement}.${schedule}.${id} ${period} count=${at + 3}`),
    );
    const weekly = keyOf({ arrangement: '1-7-1', indicator: 'done', period: '2024-W14' });
    const next = ['1', '调度装货企业“五必查”核验并通报', '是', '', '第15周调度5家'];
    const hers = read(keyed([next], [{ row: 1, key: weekly }]));
    expect(hers.rows[0]!.reports[0]!.periods).toEqual(['2024-W15']);
  });
});
