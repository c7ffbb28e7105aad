import { stateOf } from '../../shared/obligations/obligationState.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { ObligationItem, ProgressCounts } from '../../shared/wire/progress.ts';
import type { ObligationState } from '../../shared/wire/sheet.ts';
import { obligationColumns, type ObligationRow } from '../ledger/rows.repository.ts';

/** Filters of `GET /v1/obligations`; all that are given must hold. */
export interface ObligationFilter {
  unit?: string | undefined;
  category?: number | undefined;
  task?: string | undefined;
  arrangement?: string | undefined;
  period?: string | undefined;
  state?: ObligationState | undefined;
  /** A number of a progress answer: the obligations that it counts. */
  counted?: keyof ProgressCounts | undefined;
  /** Due on this day or later. */
  dueFrom?: string | undefined;
  /** Due before this day, the day itself left out. */
  dueBefore?: string | undefined;
}

/** States as SQL says them (see `stateOf`), from how an obligation counts; ?2 is today. */
const stateConditions: Record<ObligationState, string> = {
  retired: `o.retired = 1`,
  fulfilled: `o.fulfilled = 1`,
  waived: `o.retired = 0 AND o.expected = 0`,
  overdue: `o.expected = 1 AND o.fulfilled = 0 AND o.due_on < ?2`,
  received: `o.received = 1 AND o.fulfilled = 0 AND (o.due_on IS NULL OR o.due_on >= ?2)`,
  undated: `o.expected = 1 AND o.received = 0 AND o.due_on IS NULL`,
  open: `o.expected = 1 AND o.received = 0 AND o.due_on >= ?2 AND o.opens_on <= ?2`,
  upcoming: `o.expected = 1 AND o.received = 0 AND o.due_on >= ?2 AND o.opens_on > ?2`,
};

const fulfilled = `o.fulfilled = 1 AND o.due_on IS NOT NULL`;

/** Exactly the obligations that each number of a progress answer counts. */
const countConditions: Record<keyof ProgressCounts, string> = {
  expected: `o.expected = 1 AND o.due_on IS NOT NULL`,
  due: `o.expected = 1 AND o.due_on < ?2`,
  received: `o.received = 1 AND o.due_on IS NOT NULL`,
  fulfilled,
  onTime: `${fulfilled} AND o.punctuality = 'onTime'`,
  reportedLate: `${fulfilled} AND o.punctuality = 'reportedLate'`,
  completedLate: `${fulfilled} AND o.punctuality = 'completedLate'`,
  overdue: `o.expected = 1 AND o.due_on < ?2 AND o.fulfilled = 0`,
  missing: `o.expected = 1 AND o.due_on < ?2 AND o.received = 0`,
  undated: `o.expected = 1 AND o.due_on IS NULL`,
};

type ObligationJoined = ObligationRow & { unit_name: string; task_name: string; text: string };

const columns = `${obligationColumns}, u.name AS unit_name,
  coalesce(a.task_name, t.name) AS task_name, a.text`;
const joins = `obligations o JOIN units u ON u.id = o.unit_id
  JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
  JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code`;

const timeOf = (at: number | null): string | null => (at === null ? null : shanghaiTime(at));

export function obligationItem(row: ObligationJoined, today: string): ObligationItem {
  return {
    key: row.key,
    unit: { id: row.unit_id, name: row.unit_name },
    category: row.category,
    task: row.task_code,
    taskName: row.task_name,
    arrangement: row.arrangement_code,
    arrangementText: row.text,
    period: row.period_id,
    opens: row.opens_on,
    due: row.due_on,
    lock: row.lock_on,
    state: stateOf(
      {
        opensOn: row.opens_on,
        dueOn: row.due_on,
        rowCount: row.rows,
        receivedRows: row.received_rows,
        fulfilledRows: row.fulfilled_rows,
        waivedBy: row.waived_by,
        retired: row.retired !== 0,
      },
      today,
    ),
    punctuality: row.punctuality,
    rows: row.rows,
    receivedRows: row.received_rows,
    fulfilledRows: row.fulfilled_rows,
    drafts: row.draft_rows,
    firstReceivedAt: timeOf(row.first_received_at),
    firstFulfilledAt: timeOf(row.first_fulfilled_at),
    lastChangedAt: timeOf(row.last_changed_at),
  };
}

/** Where a page of obligations ended: by due date (undated last), then key. */
export interface ObligationPlace {
  due: string;
  key: string;
}

/** A page of obligations in order of due date. */
export async function listObligations(
  db: D1Database,
  listId: string,
  today: string,
  filter: ObligationFilter,
  page: { after: ObligationPlace | null; limit: number },
): Promise<{ items: ObligationItem[]; next: ObligationPlace | null }> {
  const conditions = ['o.list_id = ?1', '?2 IS NOT NULL'];
  const values: (string | number)[] = [listId, today];
  const where = (condition: string, ...bound: (string | number)[]): void => {
    conditions.push(condition.replaceAll('?', () => `?${values.push(bound.shift() ?? '')}`));
  };
  if (filter.unit !== undefined) where('o.unit_id = ?', filter.unit);
  if (filter.category !== undefined) where('o.category = ?', filter.category);
  if (filter.task !== undefined) where('o.task_code = ?', filter.task);
  if (filter.arrangement !== undefined) where('o.arrangement_code = ?', filter.arrangement);
  if (filter.period !== undefined) where('o.period_id = ?', filter.period);
  if (filter.dueFrom !== undefined) where('o.due_on >= ?', filter.dueFrom);
  if (filter.dueBefore !== undefined) where('o.due_on < ?', filter.dueBefore);
  if (filter.state !== undefined) conditions.push(stateConditions[filter.state]);
  if (filter.counted !== undefined) conditions.push(countConditions[filter.counted]);
  if (filter.state === undefined) conditions.push('o.retired = 0');
  if (page.after) {
    where(
      `(coalesce(o.due_on, '9999') > ? OR (coalesce(o.due_on, '9999') = ? AND o.key > ?))`,
      page.after.due,
      page.after.due,
      page.after.key,
    );
  }
  const { results } = await db
    .prepare(
      `SELECT ${columns} FROM ${joins} WHERE ${conditions.join(' AND ')}
       ORDER BY coalesce(o.due_on, '9999'), o.key LIMIT ${page.limit + 1}`,
    )
    .bind(...values)
    .all<ObligationJoined>();
  const shown = results.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => obligationItem(row, today)),
    next: results.length > page.limit && last ? { due: last.due_on ?? '9999', key: last.key } : null,
  };
}

/** One obligation, with its list's year. */
export async function findObligation(
  db: D1Database,
  key: string,
  today: string,
): Promise<{ item: ObligationItem; row: ObligationRow } | null> {
  const row = await db
    .prepare(`SELECT ${columns} FROM ${joins} WHERE o.key = ?1`)
    .bind(key)
    .first<ObligationJoined>();
  return row ? { item: obligationItem(row, today), row } : null;
}
