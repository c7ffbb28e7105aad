/** A part of a whole in hundredths, as it is printed: 82.6%, 100%. What is not all never reads 100 %, what is some never 0. */
export function rateWords(part: number, whole: number): string {
  if (whole === 0) return '—';
  return `${hundredths(part, whole)}%`;
}

/** A rate from 0 to 1 in hundredths, with one decimal. What is not all is never 100, what is some never 0. */
export function hundredthsOf(rate: number): number {
  if (rate === 0 || rate === 1) return rate * 100;
  return Math.min(99.9, Math.max(0.1, Math.round(rate * 1000) / 10));
}

/** The same of a part of a whole. */
export const hundredths = (part: number, whole: number): number => hundredthsOf(part / whole);

/** The difference of two printed rates: 7.6 个百分点. */
export const pointsBetween = (before: number, after: number): number =>
  Math.round(Math.abs(after - before) * 10) / 10;

/** Names one after another: 甲镇、乙镇. */
export const listed = (names: readonly string[]): string => names.join('、');

/** A text short enough for a cell or a clause, without its final stop. */
export const clipped = (text: string, most: number): string => {
  const bare = text.replace(/[。；;.]$/u, '');
  return bare.length > most ? `${bare.slice(0, most - 1)}…` : bare;
};

/** Figures of a heading: 一 to 十九. */
export function chineseNumber(n: number): string {
  const digits = '零一二三四五六七八九';
  if (n < 10) return digits[n]!;
  return `十${n % 10 === 0 ? '' : digits[n % 10]}`;
}
