import { chineseDay } from './chineseDay.ts';
import type { BulletinTable } from '../../../shared/bulletin/content.ts';

type Column = BulletinTable['columns'][number];

/** What a cell prints: days as 4月7日, rates in per cent, nothing as a dash. */
export function cellText(value: string | number | null, kind: Column['kind'], year: string): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'string') return kind === 'date' ? chineseDay(value, year) : value;
  return kind === 'rate' ? `${Math.round(value * 1000) / 10}%` : String(value);
}
