import type { Schedule, ScheduleKind } from './taskList.ts';

const cadences: Record<Exclude<ScheduleKind, 'once' | 'window'>, { zh: string; en: string }> = {
  weekly: { zh: '每周', en: 'weekly' },
  monthly: { zh: '每月', en: 'monthly' },
  'two-monthly': { zh: '每两个月', en: 'every two months' },
  quarterly: { zh: '每季度', en: 'quarterly' },
  'half-yearly': { zh: '每半年', en: 'half-yearly' },
  undated: { zh: '未定时限', en: 'undated' },
};

/** When something falls due, in words: 2024-03-31 前完成, 销售旺季：每月. */
export function scheduleWords({ kind, start, due, season }: Schedule, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const when =
    kind === 'once'
      ? zh
        ? `${due ?? ''} 前完成`
        : `by ${due ?? ''}`
      : kind === 'window'
        ? `${start ?? ''} ${zh ? '至' : 'to'} ${due ?? ''}`
        : cadences[kind][language];
  return season === undefined ? when : `${season}${zh ? '：' : ': '}${when}`;
}
