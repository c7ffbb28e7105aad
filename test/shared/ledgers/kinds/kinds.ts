import type { LedgerFile, LedgerSheet } from '../../../../shared/ledgers/ledgerFile.ts';
import { knownOf } from '../../../support/ledgers/known.ts';
import { file, sheet, type Written } from '../../../support/ledgers/sheets.ts';

/** What ledgers of several kinds share: whose they are, and rows of the list as clerks shorten them. */

export const known = knownOf('xuejia', '2024-04-10');
export const whistle = '完善内部隐患举报制度，建立“吹哨人”机制';
export const review = '主要负责人完成职工代表评议并报告履职情况';
export const rewards = '每月调度举报奖励制度执行情况';
export const loading = '调度装货企业“五必查”核验并通报';
export const header = ['序号', '工作安排', '完成情况', '完成数量', '工作情况'];

/** A ledger, and what a careful person reads in it. */
export interface Kind {
  name: string;
  ledger: LedgerFile;
  truth: string[];
}

export const of = (
  rows: readonly (readonly Written[])[],
  merges: LedgerSheet['merges'] = [],
  name = '表',
): LedgerFile => file('台账.xlsx', sheet(name, rows, { merges: [...merges] }));
