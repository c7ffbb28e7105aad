import { roster } from '../../../shared/roster/roster.ts';
import { auditAnswer } from '../../../shared/wire/audit.ts';
import { askWith } from '../../api/ask.ts';
import { fileApi } from '../shared/tables/fileApi.ts';
import { type AuditView, filtersOf } from './view.ts';

/** The route behind what a view shows. */
export function auditPath(view: AuditView, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...filtersOf(view), ...more });
  return query.size === 0 ? '/audit' : `/audit?${query}`;
}

/** What the page asks of the API. Every call answers or throws an `ApiProblem`. */
export function auditApi(key: string) {
  const ask = askWith(key);
  return {
    roster: () => ask(roster, '/roster'),
    page: (view: AuditView, limit: number, cursor: string | null) =>
      ask(auditAnswer, auditPath(view, { limit: String(limit), ...(cursor === null ? {} : { cursor }) })),
    file: fileApi(key),
  };
}
