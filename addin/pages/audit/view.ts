import { type AuditKind, auditKinds } from '../../../shared/audit/kindNames.ts';
import { yearIn } from '../shared/keyed/year.ts';

/** What the page of who did what shows; all of it stands in its address (B12). */
export interface AuditView {
  year?: number;
  unit?: string;
  arrangement?: string;
  /** The key of an obligation. */
  obligation?: string;
  /** A person's name, or a key's id. */
  actor?: string;
  kind?: AuditKind;
  /** First and last day. */
  from?: string;
  to?: string;
}

/** How each filter is written; what an address says otherwise is as if it said nothing. */
const written: Record<Exclude<keyof AuditView, 'year' | 'kind'>, RegExp> = {
  unit: /^[a-z][a-z0-9]{1,30}$/u,
  arrangement: /^[1-9]\d?-[1-9]\d?-[1-9]\d?$/u,
  obligation: /^\S{1,120}$/u,
  actor: /^.{1,80}$/u,
  from: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
  to: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
};

export function auditViewOf(search: string): AuditView {
  const query = new URLSearchParams(search);
  const said = Object.entries(written).flatMap(([name, pattern]) => {
    const value = query.get(name)?.trim() ?? '';
    return pattern.test(value) ? [[name, value]] : [];
  });
  const kind = auditKinds.find((each) => each === query.get('kind'));
  const year = yearIn(search);
  return {
    ...(Object.fromEntries(said) as AuditView),
    ...(kind === undefined ? {} : { kind }),
    ...(year === undefined ? {} : { year }),
  };
}

/** The filters as the API is asked for them. */
export function filtersOf({ year: _, ...filters }: AuditView): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** The query of the address that asks for a view; empty for the first one. */
export function searchOfAudit(view: AuditView): string {
  const query = new URLSearchParams(filtersOf(view));
  if (view.year !== undefined) query.set('year', String(view.year));
  return query.size === 0 ? '' : `?${query}`;
}
