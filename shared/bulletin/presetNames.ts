import type { BulletinPreset } from './content.ts';

/** Kinds of bulletins by the days that they speak of. */
export const presetNames: Record<BulletinPreset, { zh: string; en: string }> = {
  weekly: { zh: '周通报', en: 'Weekly' },
  monthly: { zh: '月通报', en: 'Monthly' },
  quarterly: { zh: '季度通报', en: 'Quarterly' },
  span: { zh: '自定时段', en: 'Own span' },
};
