import { dayWords } from '../calendar/daysWords.ts';
import type { BulletinContent } from './content.ts';

/**
 * How a bulletin prints a day: 4月7日. With its year where that is not the bulletin's own, and everywhere in one whose days
 * and day of issue are of two years.
 */
export function bulletinDay(
  { from, to, asOf }: Pick<BulletinContent, 'from' | 'to' | 'asOf'>,
  day: string,
): string {
  const year = day.slice(0, 4);
  const isPlain = [from, to, asOf].every((each) => each.slice(0, 4) === year);
  return isPlain ? dayWords(day) : `${Number(year)}年${dayWords(day)}`;
}
