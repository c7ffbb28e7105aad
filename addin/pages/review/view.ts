import { light, type Light } from '../../../shared/wire/parts/acted.ts';
import type { ObligationFilterAsked } from '../../../shared/wire/parts/obligationFilter.ts';
import { yearIn } from '../shared/keyed/year.ts';

/** What waits for the officer, each a count of progress; `all` is whatever the filters leave. */
export const queues = ['toAccept', 'returned', 'overdue', 'undated', 'accepted', 'all'] as const;
export type Queue = (typeof queues)[number];

/** By what a queue can be gone through. */
export const groupings = ['unit', 'arrangement'] as const;
export type Grouping = (typeof groupings)[number];

/** What the page shows; all of it stands in its address (B12). */
export interface ReviewView {
  queue: Queue;
  year?: number;
  unit?: string;
  category?: string;
  arrangement?: string;
  period?: string;
  light?: Light;
  by?: Grouping;
  /** The obligation that was looked at last. */
  at?: string;
}

const codes = { category: /^[1-9]\d?$/u, arrangement: /^\d{1,2}(-\d{1,3}){2}$/u };

/** The view that an address asks for; what it says wrongly is as if it said nothing. */
export function viewOf(search: string): ReviewView {
  const query = new URLSearchParams(search);
  const get = (name: string, most = 40): string | undefined => query.get(name)?.slice(0, most) || undefined;
  const year = yearIn(search);
  const [queue, unit, category, arrangement, period, by] = [
    ...['queue', 'unit', 'category', 'arrangement', 'period', 'by'].map((name) => get(name)),
  ];
  const shown = light.safeParse(get('light'));
  const at = get('at', 120);
  return {
    queue: queues.find((each) => each === queue) ?? 'toAccept',
    ...(year === undefined ? {} : { year }),
    ...(unit === undefined ? {} : { unit }),
    ...(category !== undefined && codes.category.test(category) ? { category } : {}),
    ...(arrangement !== undefined && codes.arrangement.test(arrangement) ? { arrangement } : {}),
    ...(period === undefined ? {} : { period }),
    ...(shown.success ? { light: shown.data } : {}),
    ...(groupings.includes(by as Grouping) ? { by: by as Grouping } : {}),
    ...(at === undefined ? {} : { at }),
  };
}

/** The query of the address that asks for a view; empty for the first one. */
export function searchOf({ queue, year, ...rest }: ReviewView): string {
  const query = new URLSearchParams();
  if (queue !== 'toAccept') query.set('queue', queue);
  if (year !== undefined) query.set('year', String(year));
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query}`;
}

/** The very filter of `GET /v1/obligations`: what an act by filter sends, and what the list was asked with. */
export function filterOf(view: ReviewView, year: number): ObligationFilterAsked {
  const { queue, unit, category, arrangement, period } = view;
  return {
    year,
    ...(unit === undefined ? {} : { unit }),
    ...(category === undefined ? {} : { category: Number(category) }),
    ...(arrangement === undefined ? {} : { arrangement }),
    ...(period === undefined ? {} : { period }),
    ...(view.light === undefined ? {} : { light: view.light }),
    ...(queue === 'all' ? {} : { counted: queue }),
  };
}

/** The same as a query. */
export function queryOf(view: ReviewView): Record<string, string> {
  const { year: _, ...filter } = filterOf(view, 0);
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));
}
