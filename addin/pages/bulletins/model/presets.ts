import type { BulletinPreset } from '../../../../shared/bulletin/content.ts';
import { daysOfSpan, type SpanKind, spanOn, spansOf, stepSpan } from '../../../../shared/calendar/spans.ts';

export const presets: readonly BulletinPreset[] = ['weekly', 'monthly', 'quarterly', 'span'];

const kindOf: Record<Exclude<BulletinPreset, 'span'>, SpanKind> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
};

/** The periods of a year that have begun, the newest first. */
export const periodsOf = (preset: Exclude<BulletinPreset, 'span'>, year: number, today: string): string[] => {
  const begun = spansOf(kindOf[preset], year).filter((id) => (daysOfSpan(id)?.from ?? '') <= today);
  return (begun.length > 0 ? begun : spansOf(kindOf[preset], year).slice(0, 1)).toReversed();
};

/** The last period that is over today; of a year that is over, its last one; before the first is over, that one. */
export function lastComplete(preset: Exclude<BulletinPreset, 'span'>, year: number, today: string): string {
  const last = stepSpan(spanOn(kindOf[preset], today), -1);
  const all = periodsOf(preset, year, today);
  return all.includes(last) ? last : all[0]!;
}
