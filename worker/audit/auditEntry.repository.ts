import type { AuditWhat } from '../../shared/audit/changes.ts';
import type { AuditKind } from '../../shared/audit/kindNames.ts';
import type { By } from '../identity/by.ts';

/** What somebody did by one request. */
export interface AuditEntry {
  kind: AuditKind;
  by: Pick<By, 'access' | 'clock' | 'requestId'>;
  /** The list that is concerned. */
  year?: number | null;
  /** Units and arrangements that are concerned, each once. */
  units?: readonly string[];
  arrangements?: readonly string[];
  /** The key of an obligation, where it is about one. */
  obligation?: string | null;
  /** Id of the push, of the act, of the key that was issued. */
  subject?: string | null;
  what: AuditWhat;
  reason?: string | null;
  document?: string | null;
}

/** One is kept by itself, so that an index finds it; several as a list. */
function oneOrMore(names: readonly string[] = []): [string | null, string | null] {
  const [first = null] = names;
  return names.length > 1 ? [null, JSON.stringify(names)] : [first, null];
}

/**
 * Keeps who did what, within the batch that does it: an entry stands exactly where the change does.
 * @param onlyIf `changed`: none where the statement before it in the batch has changed no row.
 */
export function auditStatement(
  db: D1Database,
  { by, ...entry }: AuditEntry,
  onlyIf: 'always' | 'changed' = 'always',
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO audit_entries (at, kind, key_id, holder, unit_id, units, list_id, arrangement, arrangements,
         obligation, subject, what, reason, document, request_id)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15
       ${onlyIf === 'changed' ? 'WHERE changes() > 0' : ''}`,
    )
    .bind(
      ...[by.clock.real, entry.kind, by.access.keyId, by.access.holder],
      ...oneOrMore(entry.units),
      entry.year === undefined || entry.year === null ? null : String(entry.year),
      ...oneOrMore(entry.arrangements),
      ...[entry.obligation ?? null, entry.subject ?? null, JSON.stringify(entry.what)],
      ...[entry.reason ?? null, entry.document ?? null, by.requestId],
    );
}
