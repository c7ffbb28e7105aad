import { periodWords } from '../../../../shared/calendar/periodWords.ts';
import { dueNames } from '../../../../shared/progress/dueNames.ts';
import { figureNames } from '../../../../shared/progress/names.ts';
import { partOf, type TrendPart, trendParts, trendRate } from '../../../../shared/progress/trend.ts';
import { trendNames } from '../../../../shared/progress/trendNames.ts';
import type { ProgressTrend, TrendCounts } from '../../../../shared/wire/progressTrend.ts';
import { percent } from '../progress/numbers.ts';

type Language = 'zh' | 'en';
type Span = ProgressTrend['spans'][number];

/** The upper end of a scale that holds the highest bar: a round number. */
export function topOf(spans: readonly TrendCounts[]): number {
  const most = Math.max(5, ...spans.map(({ expected }) => expected));
  const size = 10 ** Math.floor(Math.log10(most));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((times) => times * size).find((end) => end >= most)!;
}

/** The part of a bar at a height, counted as the scale counts; above it and below it, all of it. */
export function partAt(counts: TrendCounts, height: number): TrendPart | 'expected' {
  let below = 0;
  if (height < 0) return 'expected';
  for (const part of trendParts) {
    below += partOf(counts, part);
    if (height < below) return part;
  }
  return 'expected';
}

/** Where today is among the bars, counted from the middle of the first one. */
export function todayAt({ spans, today }: Pick<ProgressTrend, 'spans' | 'today'>): number | null {
  const at = spans.findIndex(({ from, before }) => from <= today && today < before);
  if (at < 0) return null;
  const { from, before } = spans[at]!;
  return at - 0.5 + (Date.parse(today) - Date.parse(from)) / (Date.parse(before) - Date.parse(from));
}

/** What stands under the bars: under weeks the months, where they begin. */
export function axisLabels({ by, spans }: ProgressTrend, language: Language): string[] {
  if (by !== 'week') return spans.map(({ id }) => periodWords(id, language));
  // A week belongs to the month of its Thursday.
  const months = spans.map(({ from }) =>
    new Date(Date.parse(from) + 3 * 86_400_000).toISOString().slice(0, 7),
  );
  return months.map((month, at) => (month === months[at - 1] ? '' : periodWords(month, language)));
}

/** A span in a sentence: its name, what is expected, and what has become of it. */
export function spanSentence(span: Span, language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  return periodWords(span.id, language) + colon + countsWords(span, language);
}

/** Counts in words: what there is of each part. */
export function countsWords(counts: TrendCounts, language: Language): string {
  const comma = language === 'zh' ? '，' : ', ';
  const parts = trendParts
    .filter((part) => partOf(counts, part) > 0)
    .map((part) => `${trendNames[part][language]} ${partOf(counts, part)}`);
  return [`${dueNames.expected[language]} ${counts.expected}`, ...parts].join(comma);
}

/** The sum of some counts. */
export function together(all: readonly TrendCounts[]): TrendCounts {
  const sum = { expected: 0, due: 0, dueOnTime: 0, late: 0, unfinished: 0, missing: 0 };
  for (const each of all)
    for (const name of Object.keys(sum) as (keyof TrendCounts)[]) sum[name] += each[name];
  return sum;
}

/** How many spans are held against as many before them. */
export const compared = { week: 4, month: 1, quarter: 1 } as const;

/** The rates of the last whole spans, and of as many before them; `null` where there are not so many. */
export function lately({ by, spans, today }: ProgressTrend): { now: string; before: string } | null {
  const many = compared[by];
  const whole = spans.filter(({ before, due }) => before <= today && due > 0);
  if (whole.length < 2 * many) return null;
  const rate = (some: readonly TrendCounts[]): string =>
    percent(trendRate(together(some), 'timeliness') ?? 0);
  return { now: rate(whole.slice(-many)), before: rate(whole.slice(-2 * many, -many)) };
}

/** What a chart says, for those who do not look at it. */
export function summaryWords(
  answer: ProgressTrend,
  text: {
    asOf: (today: string) => string;
    lately: Record<ProgressTrend['by'], (now: string, before: string) => string>;
  },
  language: Language,
): string {
  const rate = trendRate(answer.total, 'timeliness');
  const recent = lately(answer);
  const stop = language === 'zh' ? '。' : '. ';
  return [
    text.asOf(answer.today) + countsWords(answer.total, language),
    rate === null ? null : `${figureNames.timeliness[language]} ${percent(rate)}`,
    recent && text.lately[answer.by](recent.now, recent.before),
  ]
    .filter(Boolean)
    .map((sentence) => sentence + stop)
    .join('')
    .trim();
}
