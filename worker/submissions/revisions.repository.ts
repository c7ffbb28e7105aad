import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { RevisionItem } from '../../shared/wire/revisions.ts';
import { rowsOf } from '../db/results.ts';
import { contentValues } from '../ledger/rows.repository.ts';
import { revisionList, revisionUnit } from '../ledger/submissions.table.ts';

/** Filters of `GET /v1/revisions`; all that are given must hold. */
export interface RevisionFilter {
  unit?: string | undefined;
  arrangement?: string | undefined;
  period?: string | undefined;
  /** Milliseconds: from this moment on, and before this one. */
  from?: number | undefined;
  before?: number | undefined;
}

/** Where a page ended: when the last revision was made, and its number in the table. */
export interface RevisionPlace {
  at: number;
  id: number;
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

/** A page of the versions of a list's rows in order of time; what is read grows with the page. */
export async function listRevisions(
  db: D1Database,
  listId: string,
  { unit, arrangement, period, from, before }: RevisionFilter,
  page: { order: RevisionOrder; after: RevisionPlace | null; limit: number },
): Promise<{ items: RevisionItem[]; next: RevisionPlace | null }> {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const where = (condition: string, ...bound: (string | number)[]): void => {
    conditions.push(condition.replaceAll('?', () => `?${values.push(bound.shift()!)}`));
  };
  where(`${revisionList} = ?`, listId);
  if (unit !== undefined) where(`${revisionUnit} = ?`, unit);
  if (arrangement !== undefined) where('o.arrangement_code = ?', arrangement);
  if (period !== undefined) where('o.period_id = ?', period);
  if (from !== undefined) where('r.made_at >= ?', from);
  if (before !== undefined) where('r.made_at < ?', before);
  const [than, order] = page.order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
  if (page.after) where(`(r.made_at, r.rowid) ${than} (?, ?)`, page.after.at, page.after.id);
  const index = unit === undefined ? 'revisions_by_time' : 'revisions_by_unit';
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
