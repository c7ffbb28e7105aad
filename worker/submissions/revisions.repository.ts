import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { RevisionItem } from '../../shared/wire/revisions.ts';
import { rowsOf } from '../db/results.ts';
import type { TimePlace } from '../db/timePlace.ts';
import { contentValues } from '../ledger/rows.repository.ts';
import {
  revisionArrangement,
  revisionList,
  revisionPeriod,
  revisionUnit,
} from '../ledger/submissions.table.ts';

/** Filters of `GET /v1/revisions`; all that are given must hold. */
export interface RevisionFilter {
  unit?: string | undefined;
  arrangement?: string | undefined;
  period?: string | undefined;
  /** Milliseconds: from this moment on, and before this one. */
  from?: number | undefined;
  before?: number | undefined;
  /** The number of a revision in its table: none that was written later. */
  upTo?: number | undefined;
}

export type RevisionOrder = 'newest' | 'oldest';

interface Row {
  id: number;
  row_key: string;
  version: number;
  obligation_key: string;
  kind: RevisionItem['kind'];
  content: string;
  made_at: number;
  made_by: string;
  on_behalf: number;
  holder: string | null;
  unit_id: string;
  unit_name: string;
  arrangement_code: string;
  text: string;
  period_id: string;
  indicator: string;
  label: string | null;
  unit_of_measure: string | null;
}

/** The indicator that a row's key names. */
const indicator = `json_extract('["' || replace(r.row_key, '.', '","') || '"]', '$[3]')`;

const columns = `r.rowid AS id, r.row_key, r.version, r.obligation_key, r.kind, r.content, r.made_at, r.made_by, r.on_behalf,
  (SELECT holder FROM access_keys WHERE id = r.made_by) AS holder, o.unit_id, u.name AS unit_name, o.arrangement_code,
  a.text, o.period_id, ${indicator} AS indicator, i.label, i.unit_of_measure`;

const joins = `CROSS JOIN obligations o ON o.key = r.obligation_key CROSS JOIN units u ON u.id = o.unit_id
  CROSS JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
  LEFT JOIN indicators i ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code AND i.id = ${indicator}`;

function itemOf(row: Row): RevisionItem {
  return {
    key: row.row_key,
    obligation: row.obligation_key,
    unit: { id: row.unit_id, name: row.unit_name },
    arrangement: row.arrangement_code,
    arrangementText: row.text,
    indicator: row.indicator,
    label: row.label ?? '',
    unitOfMeasure: row.unit_of_measure ?? '',
    period: row.period_id,
    version: row.version,
    kind: row.kind,
    values: contentValues(row.content),
    madeAt: shanghaiTime(row.made_at),
    madeBy: row.made_by,
    by: row.holder ?? row.made_by,
    onBehalf: row.on_behalf === 1,
  };
}

/** The number of the last revision; 0 where there is none. */
export const lastRevision = async (db: D1Database): Promise<number> =>
  (await db.prepare(`SELECT max(rowid) AS id FROM revisions`).first<number>('id')) ?? 0;

/** Whether something falls due in a period that its key does not name, because a list was corrected. */
const hasMoved = async (db: D1Database, listId: string, period: string): Promise<boolean> =>
  (await db
    .prepare(
      `SELECT 1 AS moved FROM obligations INDEXED BY obligations_moved
       WHERE list_id = ?1 AND period_id = ?2 AND substr(key, -length(period_id)) <> period_id LIMIT 1`,
    )
    .bind(listId, period)
    .first('moved')) !== null;

/** A page of the versions of a list's rows in order of time; what is read grows with the page. */
export async function listRevisions(
  db: D1Database,
  listId: string,
  { unit, arrangement, period, from, before, upTo }: RevisionFilter,
  page: { order: RevisionOrder; after: TimePlace | null; limit: number },
): Promise<{ items: RevisionItem[]; next: TimePlace | null }> {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const where = (condition: string, ...bound: (string | number)[]): void => {
    conditions.push(condition.replaceAll('?', () => `?${values.push(bound.shift()!)}`));
  };
  where(`${revisionList} = ?`, listId);
  if (unit !== undefined) where(`${revisionUnit} = ?`, unit);
  if (arrangement !== undefined) where(`${revisionArrangement} = ?`, arrangement);
  if (period !== undefined) where('o.period_id = ?', period);
  const isNamed = period !== undefined && !(await hasMoved(db, listId, period));
  if (isNamed) where(`${revisionPeriod} = ?`, period);
  if (from !== undefined) where('r.made_at >= ?', from);
  if (before !== undefined) where('r.made_at < ?', before);
  if (upTo !== undefined) where('r.rowid <= ?', upTo);
  const [than, order] = page.order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
  if (page.after) where(`(r.made_at, r.rowid) ${than} (?, ?)`, page.after.at, page.after.id);
  const index = [
    unit !== undefined && 'revisions_by_unit',
    isNamed && 'revisions_by_period',
    arrangement !== undefined && 'revisions_by_arrangement',
    'revisions_by_time',
  ].find((each) => each !== false);
  const found = await db
    .prepare(
      `SELECT ${columns} FROM revisions r INDEXED BY ${index} ${joins} WHERE ${conditions.join(' AND ')}
       ORDER BY r.made_at ${order}, r.rowid ${order} LIMIT ${page.limit + 1}`,
    )
    .bind(...values)
    .all();
  const rows = rowsOf<Row>(found);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    next: rows.length > page.limit && last ? { at: last.made_at, id: last.id } : null,
  };
}
