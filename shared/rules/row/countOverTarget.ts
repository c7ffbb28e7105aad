import { counts } from '../context.ts';
import { explain, rowRule } from '../rule.ts';

/** While no allocation is made, the whole district's target bounds what one unit can report. */
export const countOverTarget = rowRule({
  id: 'V-count-over-target',
  severity: 'warning',
  field: 'count',
  check: (row, context) => {
    const { allocation, districtTarget, indicator } = context;
    if (allocation !== null || districtTarget === null || row.count === null || !counts(context)) return null;
    if (row.count <= districtTarget) return null;
    return {
      target: districtTarget,
      over: row.count - districtTarget,
      unitOfMeasure: indicator.unitOfMeasure,
    };
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}超过了全区目标 ${p('target')} ${p('unitOfMeasure')}，请核对。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is more than the whole district's target of ${p('target')} ${p('unitOfMeasure')}. Check it. ${explain.en}`,
});
