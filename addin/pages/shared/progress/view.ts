import {
  figureNames,
  type FigureName,
  type GroupFigure,
  groupFigures,
} from '../../../../shared/progress/names.ts';
import { type GroupBy, groupBy } from '../../../../shared/wire/progress.ts';
import { obligationState } from '../../../../shared/wire/parts/obligationState.ts';
import { type Mark, mark } from '../../../../shared/wire/parts/mark.ts';
import {
  type TrendMeasure,
  trendMeasures,
  type TrendPart,
  trendParts,
} from '../../../../shared/progress/trend.ts';
import { type TrendBy, trendBy } from '../../../../shared/wire/progressTrend.ts';
import { daysOfSpan } from '../../../../shared/calendar/spans.ts';
import { yearIn } from '../keyed/year.ts';

/** How progress can be looked at. */
export type Tab = GroupBy | 'quantity' | 'due' | 'trend' | 'each';

/** What stands open over the page: the obligations behind a number, or a quantity's units. */
export interface Open {
  /** The number, by name; the mark of a cell; the part of a bar; `quantity`. */
  what: FigureName | Mark | TrendPart | 'quantity';
  /** Of which group, unit or arrangement; without it: of all. */
  of?: string;
  /** In which period or span, or of which indicator. */
  at?: string;
}

/** What a page of progress shows; all of it stands in the address of the bureau's page (B12). */
export interface View {
  tab: Tab;
  /** The year; without it, that of the newest list. */
  year?: number;
  sort?: GroupFigure;
  unit?: string;
  category?: string;
  period?: string;
  state?: string;
  /** The week, month or quarter of the tab 本周; without it this week. */
  span?: string;
  /** The spans of the tab 走势; without it weeks. */
  by?: TrendBy;
  /** The rate of its heat map; without it 按时率. */
  measure?: TrendMeasure;
  /** Whether quantities without a target are shown, too. */
  all?: boolean;
  open?: Open;
}

/** Filters, by the names that the API has for them. */
export const filterNames = ['unit', 'category', 'period', 'state'] as const;

const isTab = (tab: string): tab is Tab =>
  ['due', 'trend', 'each', 'quantity', ...groupBy.options].includes(tab as Tab);
const figures: readonly string[] = [...groupFigures.due, ...groupFigures.year];
const isOpenable = (what: string): what is Open['what'] =>
  what === 'quantity' ||
  what in figureNames ||
  mark.options.includes(what as Mark) ||
  trendParts.includes(what as TrendPart);

/** The view that an address asks for; what it says wrongly is as if it said nothing. */
export function viewOf(search: string, first: Tab): View {
  const query = new URLSearchParams(search);
  const get = (name: string): string | undefined => query.get(name)?.slice(0, 40) || undefined;
  const [tab, sort, span, state, what, of, at] = ['tab', 'sort', 'span', 'state', 'open', 'of', 'at'].map(
    get,
  );
  const [category, by, measure] = ['category', 'by', 'measure'].map(get);
  const year = yearIn(search);
  return {
    tab: tab !== undefined && isTab(tab) ? tab : first,
    ...(year === undefined ? {} : { year }),
    ...(sort !== undefined && figures.includes(sort) ? { sort: sort as GroupFigure } : {}),
    ...(get('unit') ? { unit: get('unit')! } : {}),
    ...(category && /^[1-9]\d?$/u.test(category) ? { category } : {}),
    ...(get('period') ? { period: get('period')! } : {}),
    ...(state && obligationState.safeParse(state).success ? { state } : {}),
    ...(span && daysOfSpan(span) ? { span } : {}),
    ...(by && trendBy.safeParse(by).success ? { by: by as TrendBy } : {}),
    ...(measure && trendMeasures.includes(measure as TrendMeasure)
      ? { measure: measure as TrendMeasure }
      : {}),
    ...(get('all') === '1' ? { all: true } : {}),
    ...(what && isOpenable(what) ? { open: { what, ...(of ? { of } : {}), ...(at ? { at } : {}) } } : {}),
  };
}

/** The query of the address that asks for a view; empty for the first one. */
export function searchOf(view: View, first: Tab): string {
  const { open } = view;
  const said: Record<string, string | undefined> = {
    year: view.year?.toString(),
    tab: view.tab === first ? undefined : view.tab,
    sort: view.sort,
    unit: view.unit,
    category: view.category,
    period: view.period,
    state: view.state,
    span: view.span,
    by: view.by,
    measure: view.measure,
    all: view.all ? '1' : undefined,
    open: open?.what,
    of: open?.of,
    at: open?.at,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query}`;
}

/** A view with some of it changed; `undefined` takes away. */
export type ChangeView = (change: { [Name in keyof View]?: View[Name] | undefined }) => void;

export function changed(view: View, change: Parameters<ChangeView>[0]): View {
  const all = Object.entries({ ...view, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as unknown as View;
}

/** What a view leaves of the progress, as the API is asked for it. */
export function filtersOf(view: View): Record<string, string> {
  const { unit, category, period } = view;
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(category === undefined ? {} : { category }),
    // A running total belongs to no period, and a trend is of all of them.
    ...(period === undefined || view.tab === 'quantity' || view.tab === 'trend' ? {} : { period }),
  };
}
