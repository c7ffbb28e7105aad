import { stateOf } from '../../shared/obligations/obligationState.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import type { ProgressCounts } from '../../shared/wire/progress.ts';
import type { ObligationState } from '../../shared/wire/parts/obligationState.ts';
import type { Mark } from '../../shared/wire/parts/mark.ts';
import { rowsOf } from '../db/results.ts';
import { actedOf } from '../../shared/sync/acted.ts';
import { actedFactsOf, obligationColumns, type ObligationRow } from '../ledger/rows.repository.ts';
import { markOf } from '../progress/marks.ts';

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
  /** How it is marked among what falls due. */
  mark?: Mark | undefined;
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

const isDue = `o.expected = 1 AND o.due_on < ?2`;
const fulfilled = `o.fulfilled = 1 AND o.due_on IS NOT NULL`;

/** Exactly the obligations that each number of a progress answer counts. */
const countConditions: Record<keyof ProgressCounts, string> = {
  expected: `o.expected = 1 AND o.due_on IS NOT NULL`,
  due: isDue,
  dueReceived: `${isDue} AND o.received = 1`,
  dueFulfilled: `${isDue} AND o.fulfilled = 1`,
  dueOnTime: `${isDue} AND o.fulfilled = 1 AND o.punctuality = 'onTime'`,
  received: `o.received = 1 AND o.due_on IS NOT NULL`,
  fulfilled,
  onTime: `${fulfilled} AND o.punctuality = 'onTime'`,
  reportedLate: `${fulfilled} AND o.punctuality = 'reportedLate'`,
  completedLate: `${fulfilled} AND o.punctuality = 'completedLate'`,
  overdue: `${isDue} AND o.fulfilled = 0`,
  missing: `${isDue} AND o.received = 0`,
  undated: `o.expected = 1 AND o.due_on IS NULL`,
  toAccept: `o.expected = 1 AND o.review = 'toAccept'`,
  accepted: `o.expected = 1 AND o.review = 'accepted'`,
  returned: `o.expected = 1 AND o.review = 'returned'`,
};

/** Counts of dated and undated obligations alike. */
const ofBoth: ReadonlySet<keyof ProgressCounts> = new Set(['toAccept', 'accepted', 'returned']);

type ObligationJoined = ObligationRow & { unit_name: string; task_name: string; text: string };

const columns = `${obligationColumns}, u.name AS unit_name,
  coalesce(a.task_name, t.name) AS task_name, a.text`;
/** CROSS JOIN: the obligations come first, in the order of their index, and each looks for its names. */
const joined = (obligations: string): string => `${obligations} CROSS JOIN units u ON u.id = o.unit_id
  CROSS JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
  CROSS JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code`;

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
    ...actedOf(actedFactsOf(row)),
    rows: row.rows,
    receivedRows: row.received_rows,
    fulfilledRows: row.fulfilled_rows,
    drafts: row.draft_rows,
    firstReceivedAt: timeOf(row.first_received_at),
    firstFulfilledAt: timeOf(row.first_fulfilled_at),
    lastChangedAt: timeOf(row.last_changed_at),
  };
}

/** Where a page of obligations ended: by due date (`9999`: undated, which come last), then key. */
export interface ObligationPlace {
  due: string;
  key: string;
}

const undated = '9999';

/** The index that has a question's obligations in order of due date and key: what is read grows with the page. */
function indexOf({ unit, arrangement }: ObligationFilter): string {
  if (unit !== undefined) return 'obligations_by_unit_due';
  return arrangement === undefined ? 'obligations_by_due' : 'obligations_by_arrangement_due';
}

/** Statements of a page's two branches: what has a due date, and after that what has none. */
function branches(
  db: D1Database,
  listId: string,
  today: string,
  filter: ObligationFilter,
  after: ObligationPlace | null,
): { dated: (limit: number) => D1PreparedStatement; undated: (limit: number) => D1PreparedStatement } {
  const conditions = ['o.list_id = ?1', '?2 IS NOT NULL'];
  const values: (string | number)[] = [listId, today];
  const where = (condition: string, bound: string | number): void => {
    conditions.push(condition.replace(/\?$/u, `?${values.push(bound)}`));
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
  if (filter.mark !== undefined)
    where(`o.expected = 1 AND o.due_on IS NOT NULL AND (${markOf}) = ?`, filter.mark);
  if (filter.state === undefined) conditions.push('o.retired = 0');
  const branch = (condition: string, order: string, place: readonly string[], limit: number) =>
    db
      .prepare(
        `SELECT ${columns} FROM ${joined(`obligations o INDEXED BY ${indexOf(filter)}`)}
         WHERE ${[...conditions, condition].join(' AND ')} ORDER BY ${order} LIMIT ${limit}`,
      )
      .bind(...values, ...place);
  const [due, key] = [`?${values.length + 1}`, `?${values.length + 2}`];
  return {
    dated: (limit) =>
      after === null
        ? branch('o.due_on IS NOT NULL', 'o.due_on, o.key', [], limit)
        : branch(`(o.due_on, o.key) > (${due}, ${key})`, 'o.due_on, o.key', [after.due, after.key], limit),
    undated: (limit) =>
      after?.due === undated
        ? branch(`o.due_on IS NULL AND o.key > ${due}`, 'o.key', [after.key], limit)
        : branch('o.due_on IS NULL', 'o.key', [], limit),
  };
}

/** Whether a question is about dated obligations only, or about undated ones only. */
function oneSided({
  state,
  counted,
  mark,
  dueFrom,
  dueBefore,
}: ObligationFilter): 'dated' | 'undated' | null {
  if (state === 'undated' || counted === 'undated') return 'undated';
  const counts = counted !== undefined && !ofBoth.has(counted);
  return counts || mark !== undefined || dueFrom !== undefined || dueBefore !== undefined ? 'dated' : null;
}

/** A page of obligations in order of due date; what is read grows with the page, not with the list. */
export async function listObligations(
  db: D1Database,
  listId: string,
  today: string,
  filter: ObligationFilter,
  page: { after: ObligationPlace | null; limit: number },
): Promise<{ items: ObligationItem[]; next: ObligationPlace | null }> {
  const branch = branches(db, listId, today, filter, page.after);
  const only = oneSided(filter);
  const wanted = page.limit + 1;
  const found: ObligationJoined[] = [];
  if (only !== 'undated' && page.after?.due !== undated)
    found.push(...rowsOf<ObligationJoined>(await branch.dated(wanted).all()));
  if (only !== 'dated' && found.length < wanted)
    found.push(...rowsOf<ObligationJoined>(await branch.undated(wanted - found.length).all()));
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => obligationItem(row, today)),
    next: found.length > page.limit && last ? { due: last.due_on ?? undated, key: last.key } : null,
  };
}

/** One obligation, with its list's year. */
export async function findObligation(
  db: D1Database,
  key: string,
  today: string,
): Promise<{ item: ObligationItem; row: ObligationRow } | null> {
  const row = await db
    .prepare(`SELECT ${columns} FROM ${joined('obligations o')} WHERE o.key = ?1`)
    .bind(key)
    .first<ObligationJoined>();
  return row ? { item: obligationItem(row, today), row } : null;
}
