import { addDays } from '../calendar/days.ts';
import { dayWords, daysWords } from '../calendar/daysWords.ts';
import { daysOfSpan, spanOn, stepSpan, type SpanKind } from '../calendar/spans.ts';
import type { BulletinPreset } from './content.ts';

/** The days of a bulletin, both of them meant; a free span has no period. */
export interface BulletinDays {
  preset: BulletinPreset;
  period: string | null;
  from: string;
  to: string;
}

/** Which spans a preset speaks of; none where the days are free. */
export const spanKindOf: Readonly<Record<BulletinPreset, SpanKind | null>> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  span: null,
};

/** The days of a period of the preset; `null` where it is none of that kind. */
export function daysOfPeriod(preset: BulletinPreset, period: string): BulletinDays | null {
  const span = daysOfSpan(period);
  if (span === null || span.kind !== spanKindOf[preset]) return null;
  return { preset, period, from: span.from, to: addDays(span.before, -1) };
}

/** The last period of the preset that was over before today. */
export function lastPeriod(preset: Exclude<BulletinPreset, 'span'>, today: string): string {
  return stepSpan(spanOn(spanKindOf[preset]!, today), -1);
}

const yearAndDay = (day: string): string => `${day.slice(0, 4)}年${dayWords(day)}`;

/** How the days are called in full: 2024年第14周（4月1日—7日）, 2024年3月, 2024年第一季度, 2024年4月1日—10日. */
export function fullDaysWords({ period, from, to }: BulletinDays): string {
  const year = `${(period ?? from).slice(0, 4)}年`;
  const [, kind, number] = /^\d{4}-(W|Q|)(\d{1,2})$/u.exec(period ?? '') ?? [];
  if (kind === 'W') {
    const isSplit = from.slice(0, 4) !== to.slice(0, 4);
    const days = isSplit ? `${yearAndDay(from)}—${yearAndDay(to)}` : daysWords(from, to);
    return `${year}第${Number(number)}周（${days}）`;
  }
  if (kind === 'Q') return `${year}第${'一二三四'[Number(number) - 1]}季度`;
  if (kind === '') return `${year}${Number(number)}月`;
  if (to.slice(0, 4) === from.slice(0, 4)) return `${year}${daysWords(from, to)}`;
  return `${yearAndDay(from)}—${yearAndDay(to)}`;
}

/** How a text that has named the days speaks of them: 本周, 本月, 本季度, 本时段. */
export const thisPeriod: Readonly<Record<BulletinPreset, string>> = {
  weekly: '本周',
  monthly: '本月',
  quarterly: '本季度',
  span: '本时段',
};
