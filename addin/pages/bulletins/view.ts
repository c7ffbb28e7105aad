import { yearIn } from '../shared/keyed/year.ts';

/** What the page of bulletins shows; all of it stands in its address (B12). */
export interface BulletinsView {
  year?: number;
  /** The bulletin that is open; without it, the list. */
  id?: string;
}

export function bulletinsViewOf(search: string): BulletinsView {
  const year = yearIn(search);
  const id = new URLSearchParams(search).get('id') ?? '';
  return {
    ...(/^[\w-]{1,60}$/u.test(id) ? { id } : {}),
    ...(year === undefined ? {} : { year }),
  };
}

/** The query of the address that asks for a view; empty for the first one. */
export function searchOfBulletins({ year, id }: BulletinsView): string {
  const query = new URLSearchParams();
  if (id !== undefined) query.set('id', id);
  if (year !== undefined) query.set('year', String(year));
  return query.size === 0 ? '' : `?${query}`;
}
