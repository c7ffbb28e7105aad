const monthOf = (date: string): number => Number(date.slice(5, 7));
const dayOf = (date: string): number => Number(date.slice(8));

/** A day as people say it: 4月8日. */
export const dayWords = (date: string): string => `${monthOf(date)}月${dayOf(date)}日`;

/** Days from a first to a last one, both of them meant: 4月8日—14日, 4月29日—5月5日. */
export function daysWords(first: string, last: string, language: 'zh' | 'en' = 'zh'): string {
  if (language === 'en') return `${monthOf(first)}/${dayOf(first)}–${monthOf(last)}/${dayOf(last)}`;
  if (first === last) return dayWords(first);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${dayWords(first)}—${sameMonth ? `${dayOf(last)}日` : dayWords(last)}`;
}
