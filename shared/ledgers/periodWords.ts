import { addDays, sundayOf } from '../calendar/days.ts';
import type { Period } from '../calendar/period.ts';
import { chineseNumber } from '../import/text/chineseNumber.ts';
import { toSimplified } from '../import/text/simplified.ts';
import { withoutBlanks } from '../import/text/characters.ts';
import { periodsIn } from './yearPeriods.ts';

/** The kind of a span of time that words name. */
export type PeriodKind = 'week' | 'month' | 'two-months' | 'quarter' | 'half' | 'year';

/** What words say of a period: one, or several of which a person must say which. */
export interface PeriodReading {
  kind: PeriodKind;
  /** Ids; the likeliest first. */
  periods: readonly string[];
  /** Which third of the month it is (上旬 1), where words name one. */
  third?: number;
}

const number = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : (chineseNumber(text) ?? 0));
const pad = (value: number): string => String(value).padStart(2, '0');
const dateOf = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;

const week = /第?([\d一二三四五六七八九十]{1,3})周(?![一二三四五六日末])/u;
const weekOfMonth = /([\d一二三四五六七八九十]{1,2})月(?:份)?(?:的)?第([一二三四五1-5])(?:个)?周/u;
const days =
  /(?:20\d{2}[年./-])?(\d{1,2})[月./](\d{1,2})[日号]?\s*(?:[-—–~～至到]+)\s*(?:20\d{2}[年./-])?(?:(\d{1,2})[月./])?(\d{1,2})[日号]?/u;
const month = /([\d一二三四五六七八九十]{1,2})月(?:份)?(?![\d第]|底|末|初|中|上|下)/u;
/** 2024.3, 2024-03, 202403: what sheets are called. */
const yearMonth = /^(20\d{2})(?:[.\-/](\d{1,2})|(\d{2}))$/u;
/** W15, 2024-W15. */
const weekSign = /^(?:20\d{2}-?)?W(\d{1,2})$/iu;
/** 第13-14周: of which nobody can say which is meant. */
const spanOfWeeks = /第?(\d{1,2})周?[-—–~～至到、和及]第?(\d{1,2})周/u;
/** 0325-0331. */
const digitDays = /^(?:20\d{2})?(\d{2})(\d{2})[-—–~～至到](?:20\d{2})?(\d{2})(\d{2})$/u;
/** 3月上半月. */
const halfMonth = /([\d一二三四五六七八九十]{1,2})月(?:份)?([上下])半月/u;
const spanOfMonths = /(\d{1,2})\s*[-—–~～至到]\s*(\d{1,2})月/u;
/** 3月上旬: a third of a month. */
const third = /([\d一二三四五六七八九十]{1,2})月(?:份)?([上中下])旬/u;
const quarter = /(?:第)?([一二三四1-4])季度/u;
const half = /([上下])半年/u;

function weekByNumber(year: number, wanted: number): Period | undefined {
  return periodsIn('weekly', year).find(({ id }) => id === `${year}-W${pad(wanted)}`);
}

function weekOf(year: number, day: string): Period | undefined {
  const sunday = sundayOf(day);
  return periodsIn('weekly', year).find(({ endsOn }) => endsOn === sunday);
}

/** The days that two ends name: a week where they lie in one, a month or quarter where they are its bounds. */
function ofDays(year: number, from: string, to: string): PeriodReading | null {
  const first = weekOf(year, from);
  const bounds = (['monthly', 'quarterly', 'half-yearly'] as const)
    .flatMap((cadence) => periodsIn(cadence, year))
    .find(({ startsOn, endsOn }) => startsOn === from && endsOn === to);
  if (bounds !== undefined) return { kind: kindOf(bounds.id), periods: [bounds.id] };
  const last = weekOf(year, to);
  if (first === undefined || to < from) return null;
  // From a Monday to a Sunday some weeks later: all of them.
  if (addDays(from, 8) < to)
    return from === first.startsOn && to === last?.endsOn
      ? ofWeeks(year, Number(first.id.slice(6)), Number(last.id.slice(6)))
      : null;
  if (last === undefined || last.id === first.id) return { kind: 'week', periods: [first.id] };
  // From a Saturday to a Friday, say: two weeks share it, the longer part first.
  const inFirst = Date.parse(first.endsOn) - Date.parse(from);
  const inLast = Date.parse(to) - Date.parse(last.startsOn);
  return { kind: 'week', periods: inFirst >= inLast ? [first.id, last.id] : [last.id, first.id] };
}

/** The kind of a period by its id. */
export function kindOf(id: string): PeriodKind {
  const mark = id.charAt(5);
  if (mark === '') return 'year';
  if (mark === 'W') return 'week';
  if (mark === 'Q') return 'quarter';
  if (mark === 'H') return 'half';
  return mark === 'B' ? 'two-months' : 'month';
}

/** No more weeks are one report's. */
const mostWeeks = 6;

/** Weeks of which a person must say which one is meant. */
function ofWeeks(year: number, first: number, last: number): PeriodReading | null {
  if (last < first || last - first >= mostWeeks) return null;
  const periods = Array.from({ length: last - first + 1 }, (_, at) => weekByNumber(year, first + at)?.id);
  const known = periods.filter((id) => id !== undefined);
  return known.length === 0 ? null : { kind: 'week', periods: known };
}

/** The week of a day; of a Monday or a Tuesday the week before may be meant, which is asked. */
export function weekOfDay(day: string, year: number): PeriodReading | null {
  const own = weekOf(year, day);
  if (own === undefined) return null;
  const before = day <= addDays(own.startsOn, 1) ? weekOf(year, addDays(own.startsOn, -1)) : undefined;
  return { kind: 'week', periods: before === undefined ? [own.id] : [own.id, before.id] };
}

const cadences = { week: 'weekly', month: 'monthly', quarter: 'quarterly' } as const;

/** What a heading of the time before says beneath a title that names a period: perhaps the one before it; which, is asked. */
export function orBefore(period: PeriodReading, year: number): PeriodReading {
  const [id] = period.periods;
  const cadence = cadences[period.kind as keyof typeof cadences];
  if (cadence === undefined || period.periods.length > 1) return period;
  const all = periodsIn(cadence, year);
  const earlier = all[all.findIndex((each) => each.id === id) - 1];
  return earlier === undefined ? period : { ...period, periods: [earlier.id, id!] };
}

/** A month touches six weeks at the most. */
const weeksOfMonth = 6;

/** `3月第4周`: the fourth Monday of the month, or the fourth row of its calendar. */
function ofWeekInMonth(year: number, monthNumber: number, nth: number): PeriodReading | null {
  const first = dateOf(year, monthNumber, 1);
  const inRow = weekOf(year, addDays(first, (nth - 1) * 7));
  const firstSunday = sundayOf(first);
  const monday = addDays(firstSunday, -6) === first ? first : addDays(firstSunday, 1);
  const byMonday = weekOf(year, addDays(monday, (nth - 1) * 7));
  const periods = [...new Set([byMonday?.id, inRow?.id].filter((id) => id !== undefined))];
  return periods.length === 0 ? null : { kind: 'week', periods };
}

/**
 * Reads the period that words name, in all the ways in which weeks, months and quarters are written; `null` where they name none.
 * A week that goes by number and by days at once is one only where both agree. `within`: what the words stand in; within a month
 * 第1周 is the month's first.
 */
export function readPeriodWords(
  printed: string,
  year: number,
  within: PeriodReading | null = null,
): PeriodReading | null {
  const text = withoutBlanks(toSimplified(printed));
  if (text.length > 60) return null;
  const dated = yearMonth.exec(text);
  const monthOfYear = Number(dated?.[2] ?? dated?.[3] ?? 0);
  if (Number(dated?.[1]) === year && monthOfYear >= 1 && monthOfYear <= 12)
    return { kind: 'month', periods: [`${year}-${pad(monthOfYear)}`] };
  const signed = weekSign.exec(text);
  const ofSign = signed ? weekByNumber(year, Number(signed[1])) : undefined;
  if (ofSign !== undefined) return { kind: 'week', periods: [ofSign.id] };
  const weeks = spanOfWeeks.exec(text);
  if (weeks) return ofWeeks(year, Number(weeks[1]), Number(weeks[2]));
  const digits = digitDays.exec(text);
  if (digits) return daysOf(digits, year);
  const inMonth = weekOfMonth.exec(text);
  if (inMonth) return ofWeekInMonth(year, number(inMonth[1]!), number(inMonth[2]!));
  const byNumber = week.exec(text);
  const span = days.exec(text);
  const found = span ? daysOf(span, year) : null;
  if (byNumber) {
    const nth = number(byNumber[1]!);
    if (found === null && within?.kind === 'month' && nth <= weeksOfMonth)
      return ofWeekInMonth(year, Number(within.periods[0]!.slice(5)), nth);
    const named = weekByNumber(year, number(byNumber[1]!));
    if (named === undefined) return found;
    if (found === null || found.kind !== 'week') return { kind: 'week', periods: [named.id] };
    return { kind: 'week', periods: [...new Set([...found.periods, named.id])] };
  }
  if (found !== null) return found;
  const months = spanOfMonths.exec(text);
  if (months) return ofMonths(year, Number(months[1]), Number(months[2]));
  const ofQuarter = quarter.exec(text);
  if (ofQuarter) return { kind: 'quarter', periods: [`${year}-Q${number(ofQuarter[1]!)}`] };
  const ofHalf = half.exec(text);
  if (ofHalf) return { kind: 'half', periods: [`${year}-H${ofHalf[1] === '上' ? 1 : 2}`] };
  const ofHalfMonth = halfMonth.exec(text);
  const ofThird = third.exec(text);
  if (ofHalfMonth && number(ofHalfMonth[1]!) >= 1 && number(ofHalfMonth[1]!) <= 12)
    return {
      ...{ kind: 'month', periods: [`${year}-${pad(number(ofHalfMonth[1]!))}`] },
      third: ofHalfMonth[2] === '上' ? 1 : 3,
    };
  if (ofThird && number(ofThird[1]!) >= 1 && number(ofThird[1]!) <= 12)
    return {
      ...{ kind: 'month', periods: [`${year}-${pad(number(ofThird[1]!))}`] },
      third: 1 + ['上', '中', '下'].indexOf(ofThird[2]!),
    };
  const ofMonth = month.exec(text);
  const wanted = ofMonth ? number(ofMonth[1]!) : 0;
  return wanted >= 1 && wanted <= 12 ? { kind: 'month', periods: [`${year}-${pad(wanted)}`] } : null;
}

function daysOf([, fromMonth, fromDay, toMonth, toDay]: RegExpExecArray, year: number): PeriodReading | null {
  const [m1, d1, m2, d2] = [fromMonth, fromDay, toMonth ?? fromMonth, toDay].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (m1 > 12 || m2 > 12 || d1 > 31 || d2 > 31 || m1 * m2 * d1 * d2 === 0) return null;
  return ofDays(year, dateOf(year, m1, d1), dateOf(year, m2, d2));
}

function ofMonths(year: number, first: number, last: number): PeriodReading | null {
  const found = (['two-monthly', 'quarterly', 'half-yearly', 'monthly'] as const)
    .flatMap((cadence) => periodsIn(cadence, year))
    .find(
      ({ startsOn, endsOn }) =>
        Number(startsOn.slice(5, 7)) === first && Number(endsOn.slice(5, 7)) === last && first < last,
    );
  return found === undefined ? null : { kind: kindOf(found.id), periods: [found.id] };
}

/** 2024年, 24年 before a month. */
const ownYear = (year: number): RegExp => new RegExp(`^(?:20\\d{2}|${year % 100})年`, 'u');

const onlyPeriod =
  /(?:实际|完成|工作|进展|落实|开展|调度)?(?:情况|进展|进度|数|工作|调度|完成数|完成情况)?$/u;

/** The period that a heading is: nothing but a period and, at most, that it is how things stood then (第一季度完成情况). */
export function headingPeriod(
  heading: string,
  year: number,
  within: PeriodReading | null = null,
): PeriodReading | null {
  const text = withoutBlanks(toSimplified(heading)).replace(ownYear(year), '');
  if (text.length > 20 || /时限|时间|日期|前|底|截[至止]/u.test(text)) return null;
  const bare = text.replace(onlyPeriod, '');
  const rest = bare
    .replace(weekOfMonth, '')
    .replace(/[（(].*[)）]/u, '')
    .replace(weekSign, '')
    .replace(spanOfWeeks, '')
    .replace(week, '')
    .replace(digitDays, '')
    .replace(halfMonth, '')
    .replace(days, '')
    .replace(third, '')
    .replace(/([\d一二三四五六七八九十]{1,2})月份?/u, '')
    .replace(quarter, '')
    .replace(half, '');
  return rest === '' ? readPeriodWords(bare === '' ? text : bare, year, within) : null;
}

const dayHeading = /^(?:(\d{1,2})[月./])?(\d{1,2})[日号]?$/u;

/** Whether a heading may be a day: 8日, 4月8日, 4.8. A number alone is one only beside others. */
export const isDayHeading = (heading: string): boolean => {
  const text = withoutBlanks(heading);
  return /[日号月./]/u.test(text) && dayHeading.test(text);
};

/** The week of a heading that is a day, in the month of the whole sheet where it names none; `null`: it is no day. */
export function dayPeriod(heading: string, year: number, within: PeriodReading | null): PeriodReading | null {
  const [, named, day] = dayHeading.exec(withoutBlanks(toSimplified(heading))) ?? [];
  const ofSheet = within?.kind === 'month' ? within.periods[0]!.slice(5) : undefined;
  const [month, date] = [Number(named ?? ofSheet ?? 0), Number(day ?? 0)];
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const found = weekOf(year, dateOf(year, month, date));
  return found === undefined ? null : { kind: 'week', periods: [found.id] };
}

/** The years that words name. */
export function yearsIn(text: string): number[] {
  const words = toSimplified(text);
  const long = [...words.matchAll(/(20\d{2})(?:年|[-./]\d{1,2}(?!\d)|(?=\D|$))/gu)];
  // 23年12月, 23年度: not 23年以来.
  const short = [...words.matchAll(/(?<!\d)([12]\d)年(?=度|全年|\d{1,2}月|[一二三四1-4]季度|[上下]半年)/gu)];
  return [...long.map(([, year]) => Number(year)), ...short.map(([, year]) => 2000 + Number(year))];
}
