import { yearIn } from '../../shared/keyed/year.ts';

/** What the page of shares shows; all of it stands in its address (B12). */
export interface SharesView {
  year?: number;
  category?: string;
  task?: string;
  unit?: string;
  /** Whether what has no target of the district is shown, too. */
  all?: boolean;
}

/** The view that an address asks for; what it says wrongly is as if it said nothing. */
export function sharesViewOf(search: string): SharesView {
  const query = new URLSearchParams(search);
  const [category, task, unit] = ['category', 'task', 'unit'].map((name) => query.get(name) ?? '');
  const year = yearIn(search);
  return {
    ...(year === undefined ? {} : { year }),
    ...(/^[1-9]\d?$/u.test(category!) ? { category: category! } : {}),
    ...(/^[1-9]\d?-[1-9]\d?$/u.test(task!) ? { task: task! } : {}),
    ...(/^[a-z][a-z0-9]{1,30}$/u.test(unit!) ? { unit: unit! } : {}),
    ...(query.get('all') === '1' ? { all: true } : {}),
  };
}

/** The query of the address that asks for a view; empty for the first one. */
export function searchOfShares({ year, category, task, unit, all }: SharesView): string {
  const said = { year: year?.toString(), category, task, unit, all: all ? '1' : undefined };
  const query = new URLSearchParams(
    Object.entries(said).filter((each): each is [string, string] => each[1] !== undefined),
  );
  return query.size === 0 ? '' : `?${query}`;
}
