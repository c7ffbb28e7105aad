import type { Targeted } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** The allocations sum to the district's target; nothing to say while none is made. */
export const allocationsSum = rule({
  id: 'V-allocations-sum',
  severity: 'warning',
  check: (
    { label, unitOfMeasure, districtTarget: target }: Targeted,
    allocations: readonly (number | null)[],
  ) => {
    const made = allocations.filter((allocation) => allocation !== null);
    const sum = made.reduce((total, allocation) => total + allocation, 0);
    if (target === null || made.length === 0 || sum === target) return null;
    return { label, unitOfMeasure, target, sum, difference: Math.abs(sum - target) };
  },
  zh: ({ p }) =>
    `「${p('label')}」各单位分解指标合计 ${p('sum')} ${p('unitOfMeasure')}，与全区目标 ${p('target')} ${p('unitOfMeasure')}相差 ${p('difference')}，请核对分解。`,
  en: ({ p }) =>
    `"${p('label')}": the allocations sum to ${p('sum')} ${p('unitOfMeasure')}, ${p('difference')} off the district's target of ${p('target')} ${p('unitOfMeasure')}. Check them.`,
});
