import { addDays, sundayOf } from './days.ts';

/** A span of days that people look at as a whole, by the id of its period: `2024-W15`, `2024-04`, `2024-Q2`. */
export type SpanKind = 'week' | 'month' | 'quarter';

const pad = (value: number): string => String(value).padStart(2, '0');
const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The Monday of an ISO week: the first week holds 4 January. */
export const mondayOf = (year: number, week: number): string =>
  addDays(sundayOf(`${year}-01-04`), 7 * (week - 1) - 6);

/** The span of a kind that holds a day. */
export function spanOn(kind: SpanKind, day: string): string {
  if (kind === 'month') return day.slice(0, 7);
  if (kind === 'quarter') return `${yearOf(day)}-Q${Math.ceil(monthOf(day) / 3)}`;
  // A week is of the year of its Thursday.
  const thursday = addDays(sundayOf(day), -3);
  const year = yearOf(thursday);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${pad(Math.floor(days / 7) + 1)}`;
}

/** The first day of a span, and the day after its last; `null` where the id names none. */
export function daysOfSpan(id: string): { kind: SpanKind; from: string; before: string } | null {
  const [, year, mark, number] = /^(\d{4})-(W|Q|)(\d{1,2})$/u.exec(id) ?? [];
  const at = Number(number);
  if (year === undefined || at < 1) return null;
  if (mark === 'W') {
    const from = mondayOf(Number(year), at);
    return spanOn('week', from) === id ? { kind: 'week', from, before: addDays(from, 7) } : null;
  }
  const length = mark === 'Q' ? 3 : 1;
  if (at > 12 / length || (mark === '' && number!.length !== 2)) return null;
  const first = (at - 1) * length + 1;
  const next = first + length;
  return {
    kind: mark === 'Q' ? 'quarter' : 'month',
    from: `${year}-${pad(first)}-01`,
    before: next > 12 ? `${Number(year) + 1}-01-01` : `${year}-${pad(next)}-01`,
  };
}

/** The span before (-1) or after (1) one. */
export function stepSpan(id: string, way: -1 | 1): string {
  const span = daysOfSpan(id);
  if (!span) return id;
  return spanOn(span.kind, way === 1 ? span.before : addDays(span.from, -1));
}

/** All spans of a kind that have a day in the year. */
export function spansOf(kind: SpanKind, year: number): string[] {
  const spans: string[] = [];
  for (let id = spanOn(kind, `${year}-01-01`); ; id = stepSpan(id, 1)) {
    const span = daysOfSpan(id);
    if (!span || span.from > `${year}-12-31`) return spans;
    spans.push(id);
  }
}
