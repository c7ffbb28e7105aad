import { periodWords } from '../../../../shared/calendar/periodWords.ts';

/** An obligation in words, by its key: 甲镇 · 1-7-1 · 第14周（4月1日—7日）. */
export function keyWords(key: string, units: ReadonlyMap<string, string>, language: 'zh' | 'en'): string {
  const [, arrangement, , unit, period] = key.split('.');
  if (arrangement === undefined || unit === undefined || period === undefined) return key;
  return [units.get(unit) ?? unit, arrangement, periodWords(period, language)].join(' · ');
}
