import { lightOf, lightsOn, type LightsOn } from '../../shared/obligations/light.ts';
import { stateOf } from '../../shared/obligations/obligationState.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import { listSettings } from '../../shared/taskList/listSettings.ts';
import { pageInOrder, type ObligationPlace } from './inOrder.repository.ts';
import { conditionsOf, indexOf, type ObligationFilter } from './obligationFilter.repository.ts';
import { actedOf } from '../../shared/sync/acted.ts';
import { actedFactsOf, obligationColumns, type ObligationRow } from '../ledger/rows.repository.ts';

export type ObligationJoined = ObligationRow & { unit_name: string; task_name: string; text: string };

/** What an obligation's item is made of. */
export const itemColumns = `${obligationColumns}, u.name AS unit_name,
  coalesce(a.task_name, t.name) AS task_name, a.text`;
/** CROSS JOIN: the obligations come first, in the order of their index, and each looks for its names. */
export const itemJoins = `CROSS JOIN units u ON u.id = o.unit_id
  CROSS JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
  CROSS JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code`;

const timeOf = (at: number | null): string | null => (at === null ? null : shanghaiTime(at));

export function obligationItem(row: ObligationJoined, on: LightsOn): ObligationItem {
  const acted = actedFactsOf(row);
  const state = stateOf(
    {
      opensOn: row.opens_on,
      dueOn: row.due_on,
      rowCount: row.rows,
      receivedRows: row.received_rows,
      fulfilledRows: row.fulfilled_rows,
      waivedBy: row.waived_by,
      retired: row.retired !== 0,
    },
    on.today,
  );
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
    state,
    punctuality: row.punctuality,
    ...actedOf(acted, lightOf({ ...acted, state, due: row.due_on }, on)),
    rows: row.rows,
    receivedRows: row.received_rows,
    fulfilledRows: row.fulfilled_rows,
    drafts: row.draft_rows,
    firstReceivedAt: timeOf(row.first_received_at),
    firstFulfilledAt: timeOf(row.first_fulfilled_at),
    lastChangedAt: timeOf(row.last_changed_at),
  };
}

/** A page of obligations in order of due date; what is read grows with the page, not with the list. */
export async function listObligations(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  page: { after: ObligationPlace | null; limit: number },
): Promise<{ items: ObligationItem[]; next: ObligationPlace | null }> {
  const selected = { columns: itemColumns, joins: itemJoins };
  const { rows, next } = await pageInOrder<ObligationJoined>(db, listId, on, filter, selected, page);
  return { items: rows.map((row) => obligationItem(row, on)), next };
}

/** A statement that counts what a filter leaves, and gives the number of the last change of that moment. */
export function totalStatement(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
): D1PreparedStatement {
  const { conditions, values } = conditionsOf(listId, on, filter);
  return db
    .prepare(
      `SELECT count(*) AS total, (SELECT value FROM sequences WHERE name = 'changes') AS change
       FROM obligations o INDEXED BY ${indexOf(filter)} WHERE ${conditions.join(' AND ')}`,
    )
    .bind(...values);
}

/** A statement that gives the keys of what a filter leaves, in order of due date; no more than `limit`. */
export function keysStatement(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  limit: number,
): D1PreparedStatement {
  const { conditions, values } = conditionsOf(listId, on, filter);
  return db
    .prepare(
      `SELECT o.key FROM obligations o INDEXED BY ${indexOf(filter)} WHERE ${conditions.join(' AND ')}
       ORDER BY o.due_on IS NULL, o.due_on, o.key LIMIT ${limit}`,
    )
    .bind(...values);
}

/** One obligation as it stands on a day. */
export async function findObligation(
  db: D1Database,
  key: string,
  today: string,
): Promise<{ item: ObligationItem; row: ObligationRow } | null> {
  const row = await db
    .prepare(
      `SELECT ${itemColumns}, (SELECT value FROM settings WHERE scope = o.list_id AND name = 'list') AS settings
       FROM obligations o ${itemJoins} WHERE o.key = ?1`,
    )
    .bind(key)
    .first<ObligationJoined & { settings: string | null }>();
  if (!row) return null;
  const { blueDays } = listSettings.parse(row.settings === null ? {} : JSON.parse(row.settings));
  return { item: obligationItem(row, lightsOn(today, blueDays)), row };
}
