import type { AuditWhat } from '../../shared/audit/changes.ts';
import type { AuditKind } from '../../shared/audit/kindNames.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { AuditItem } from '../../shared/wire/audit.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import { rowsOf } from '../db/results.ts';
import type { TimePlace } from '../db/timePlace.ts';

/** Filters of `GET /v1/audit`; all that are given must hold. */
export interface AuditFilter {
  unit?: string | undefined;
  arrangement?: string | undefined;
  /** The key of an obligation: what was pushed of its rows, and the acts that it was among. */
  obligation?: string | undefined;
  /** A key's id, or the name of the person to whom one was issued. */
  actor?: string | undefined;
  kind?: AuditKind | undefined;
  /** Milliseconds: from this moment on, and before this one. */
  from?: number | undefined;
  before?: number | undefined;
  /** The number of an entry: none that was written later. */
  upTo?: number | undefined;
}

interface EntryRow {
  id: number;
  at: number;
  kind: AuditKind;
  keyId: string;
  holder: string;
  role: Role;
  unitId: string | null;
  units: string | null;
  listId: string | null;
  arrangement: string | null;
  arrangements: string | null;
  obligation: string | null;
  subject: string | null;
  what: string;
  reason: string | null;
  document: string | null;
  requestId: string;
}

const columns = `e.id AS id, e.at AS at, e.kind, e.key_id AS keyId, e.holder,
  (SELECT role FROM access_keys WHERE id = e.key_id) AS role, e.unit_id AS unitId, e.units, e.list_id AS listId,
  e.arrangement, e.arrangements, e.obligation, e.subject, e.what, e.reason, e.document, e.request_id AS requestId`;

/** Pushes that wrote rows of an obligation. A row has a submission or a draft for as long as it has revisions. */
const pushesOf = `SELECT r.push_id FROM revisions r WHERE r.row_key IN (
    SELECT row_key FROM submissions WHERE obligation_key = ?3 UNION SELECT row_key FROM drafts WHERE obligation_key = ?3)`;
const actsOn = `SELECT act_id FROM act_obligations WHERE obligation_key = ?3 AND outcome = 'applied'`;

/** All conditions but that of the unit; a filter that is not given is NULL. */
const conditions = `(?2 IS NULL OR e.arrangement = ?2 OR EXISTS (SELECT 1 FROM json_each(e.arrangements) WHERE value = ?2))
  AND (?3 IS NULL OR e.obligation = ?3 OR (e.kind IN ('push', 'upload') AND e.subject IN (${pushesOf}))
    OR (e.kind NOT IN ('push', 'upload') AND e.subject IN (${actsOn})))
  AND (?4 IS NULL OR e.key_id = ?4 OR e.holder = ?4) AND (?5 IS NULL OR e.kind = ?5)
  AND e.at >= ?6 AND e.at < ?7 AND (e.at, e.id) < (?8, ?9) AND e.id <= ?11`;

const whoever = `SELECT ${columns} FROM audit_entries e WHERE ?1 IS NULL AND ${conditions}`;
/** Of one unit: by its index what is about it alone, and beside that what is about several. */
const ofUnit = `SELECT ${columns} FROM audit_entries e WHERE e.unit_id = ?1 AND ${conditions}
  UNION ALL SELECT ${columns} FROM audit_entries e
  WHERE e.unit_id IS NULL AND EXISTS (SELECT 1 FROM json_each(e.units) WHERE value = ?1) AND ${conditions}`;

const listIn = (one: string | null, several: string | null): string[] =>
  several === null ? (one === null ? [] : [one]) : (JSON.parse(several) as string[]);

function itemOf(row: EntryRow, unitNames: ReadonlyMap<string, string>): AuditItem {
  const { changes, more, counts } = JSON.parse(row.what) as AuditWhat;
  return {
    id: row.id,
    at: shanghaiTime(row.at),
    kind: row.kind,
    by: row.holder,
    key: row.keyId,
    role: row.role,
    year: row.listId === null ? null : Number(row.listId),
    units: listIn(row.unitId, row.units).map((id) => ({ id, name: unitNames.get(id) ?? id })),
    arrangements: listIn(row.arrangement, row.arrangements),
    obligation: row.obligation,
    subject: row.subject,
    ...{ changes, more, counts },
    reason: row.reason,
    document: row.document,
    requestId: row.requestId,
  };
}

/** The unit whose obligation a key names. */
const unitOfObligation = async (db: D1Database, key: string): Promise<string | null> =>
  db.prepare(`SELECT unit_id AS unit FROM obligations WHERE key = ?1`).bind(key).first<string>('unit');

/** The number of the last entry; 0 where there is none. */
export const lastEntry = async (db: D1Database): Promise<number> =>
  (await db.prepare(`SELECT max(id) AS id FROM audit_entries`).first<number>('id')) ?? 0;

/** A page of who did what, the newest first. */
export async function listAudit(
  db: D1Database,
  filter: AuditFilter,
  page: { after: TimePlace | null; limit: number },
): Promise<{ entries: AuditItem[]; next: TimePlace | null }> {
  const owner = filter.obligation === undefined ? null : await unitOfObligation(db, filter.obligation);
  const unit = filter.unit ?? owner;
  const isElsewhere = filter.obligation !== undefined && filter.unit !== undefined && owner !== filter.unit;
  if (isElsewhere) return { entries: [], next: null };
  const [found, units] = await db.batch([
    db
      .prepare(`${unit === null ? whoever : ofUnit} ORDER BY at DESC, id DESC LIMIT ?10`)
      .bind(
        ...[unit, filter.arrangement ?? null, filter.obligation ?? null, filter.actor ?? null],
        ...[filter.kind ?? null, filter.from ?? 0, filter.before ?? Number.MAX_SAFE_INTEGER],
        ...[page.after?.at ?? Number.MAX_SAFE_INTEGER, page.after?.id ?? 0, page.limit + 1],
        filter.upTo ?? Number.MAX_SAFE_INTEGER,
      ),
    db.prepare(`SELECT id, name FROM units`),
  ]);
  const rows = rowsOf<EntryRow>(found);
  const names = new Map(rowsOf<{ id: string; name: string }>(units).map(({ id, name }) => [id, name]));
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    entries: shown.map((row) => itemOf(row, names)),
    next: rows.length > page.limit && last ? { at: last.at, id: last.id } : null,
  };
}
