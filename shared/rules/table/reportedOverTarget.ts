import type { Targeted } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** What the units report together is no more than the district's target. */
export const reportedOverTarget = rule({
  id: 'V-reported-over-target',
  severity: 'warning',
  check: ({ label, unitOfMeasure, districtTarget: target }: Targeted, counts: readonly (number | null)[]) => {
    const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
    if (target === null || sum <= target) return null;
    return { label, unitOfMeasure, target, sum, over: sum - target };
  },
  zh: ({ p }) =>
    `「${p('label')}」各单位上报合计 ${p('sum')} ${p('unitOfMeasure')}，比全区目标 ${p('target')} ${p('unitOfMeasure')}多 ${p('over')}，请核对是否重复上报。`,
  en: ({ p }) =>
    `"${p('label')}": the units report ${p('sum')} ${p('unitOfMeasure')} in all, ${p('over')} more than the district's target of ${p('target')} ${p('unitOfMeasure')}. Is something counted twice?`,
});
