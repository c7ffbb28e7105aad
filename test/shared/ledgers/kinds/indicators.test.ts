import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import type { Written } from '../../../support/ledgers/sheets.ts';
import { known, of, whistle } from './kinds.ts';

const standards =
  '3月底前，督促指导8家标准化证书到期或即将到期的重点化工企业及3家其他化工企业申报二级标准化。';
const plants = '督促92家相关企业完成江苏省工业企业风险报告，同时确保5家“厂中厂”企业信息录入系统';
const head = ['序号', '工作安排', '完成情况', '重点化工企业数', '其他化工企业数', '工作情况'];
const linesIn = (...rows: Written[][]) => {
  const [sheet] = readLedger(of(rows), known).sheets;
  return { lines: linesOf(sheet!), roles: sheet!.columns.map(({ role }) => role) };
};

describe('S13.23: a column of counts for each indicator', () => {
  test('each count is the indicator’s that its heading names, and the other words are of both', () => {
    const { lines, roles } = linesIn(head, [1, standards, '进行中', 5, 2, '其余在整改']);
    expect(lines).toEqual([
      '1-1-1.1.i1 2024 status=进行中 count=5 note=其余在整改',
      '1-1-1.1.i2 2024 status=进行中 count=2 note=其余在整改',
    ]);
    expect(roles.slice(3, 5)).toEqual(['count', 'count']);
  });

  test('numbers beneath headings that name none of a row’s own indicators are asked, never lost', () => {
    const { lines } = linesIn(
      head,
      [1, standards, '进行中', 5, null, '其余在整改'],
      [2, plants, '进行中', 40, 3, '推进中'],
      [3, whistle, '进行中', 7, null, '陆续出台制度'],
    );
    expect(lines).toEqual([
      '1-1-1.1.i1 2024 status=进行中 count=5 note=其余在整改',
      '1-1-1.1.i2 2024 status=进行中 note=其余在整改',
      '1-5-1.1.i1 2024 status=进行中 note=推进中 count?',
      '1-5-1.1.i2 2024 status=进行中 note=推进中 count?',
      '1-3-1.1.i1 2024 status=进行中 note=陆续出台制度 count?7',
    ]);
  });

  test('what was planned, of last year, of another town or of all of them is no count', () => {
    const { lines } = linesIn(
      ['序号', '工作安排', '完成情况', '计划重点化工企业数', '去年其他化工企业数', '工作情况'],
      [1, standards, '进行中', 8, 3, '其余在整改'],
    );
    expect(lines).toEqual([
      '1-1-1.1.i1 2024 status=进行中 note=其余在整改',
      '1-1-1.1.i2 2024 status=进行中 note=其余在整改',
    ]);
    const towns = linesIn(
      ['序号', '工作安排', '完成情况', '罗溪镇重点化工企业数', '罗溪镇其他化工企业数', '工作情况'],
      [1, standards, '进行中', 8, 3, '其余在整改'],
    );
    expect(towns.lines.join()).not.toContain('count');
  });
});
