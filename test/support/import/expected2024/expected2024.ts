import { category1 } from './category1.ts';
import { category2 } from './category2.ts';
import { category3 } from './category3.ts';
import type { ExpectedTask } from './notation.ts';

export const title = '2024 年新北区危险化学品安全监管工作任务清单';
export const categories = [
  { number: 1, name: '坚持“当下治”与“长效管”，完善高效管理制度体系' },
  { number: 2, name: '持续提升本质安全水平，筑牢多维整治措施体系' },
  { number: 3, name: '不断增强监管效能，健全风险管控治理体系' },
];

/** Severity, code, place and words of every diagnostic, but for those that only say where HTML was and which item is undated. */
export const faults = [
  'info cross-foot 1-3 86+2=88',
  'info cross-foot 1-4 12+32=44',
  'info cross-foot 1-5 86+2+4=92',
  'warning number-repeated 1-6-3 2',
  'info number-glued 2-1-1 1.4月底前，摸排5',
  'info number-glued 2-1-2 2.5月底前，按照《',
  'info number-glued 2-1-3 3.9月底前，老旧装',
  'info number-glued 2-2-1 1.4月底前，核实新',
  'info number-glued 2-2-2 2.6月底前，督促指',
  'info number-glued 2-2-6 6.10月底前，按照',
  'warning number-repeated 2-7-3 2',
  'decision season-months-open 3-6-3 销售淡季',
  'decision season-months-open 3-6-3 销售旺季',
  'decision season-months-open 3-6-4 经营旺季',
  'warning number-skipped 3-7-4 5',
];

/** Tasks whose arrangements begin with a list tag that is never closed. */
export const tasksWithHtml = '1-6 1-7 1-8 2-1 2-2 2-3 2-4 2-5 3-4 3-5 3-6 3-7 3-8'.split(' ');

export const tasks: ExpectedTask[] = [...category1, ...category2, ...category3];
