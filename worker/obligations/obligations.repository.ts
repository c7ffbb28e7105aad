import { lightOf, lightsOn, type LightsOn } from '../../shared/obligations/light.ts';
import { stateOf } from '../../shared/obligations/obligationState.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import { listSettings } from '../../shared/taskList/listSettings.ts';
import { rowsOf } from '../db/results.ts';
import { conditionsOf, indexOf, oneSided, type ObligationFilter } from './obligationFilter.repository.ts';
import { actedOf } from '../../shared/sync/acted.ts';
import { actedFactsOf, obligationColumns, type ObligationRow } from '../ledger/rows.repository.ts';

type ObligationJoined = ObligationRow & { unit_name: string; task_name: string; text: string };

const columns = `${obligationColumns}, u.name AS unit_name,
  coalesce(a.task_name, t.name) AS task_name, a.text`;
/** CROSS JOIN: the obligations come first, in the order of their index, and each looks for its names. */
const joined = (obligations: string): string => `${obligations} CROSS JOIN units u ON u.id = o.unit_id
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

/** Where a page of obligations ended: by due date (`9999`: undated, which come last), then key. */
export interface ObligationPlace {
  due: string;
  key: string;
}

const undated = '9999';

/** Statements of a page's two branches: what has a due date, and after that what has none. */
function branches(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  after: ObligationPlace | null,
): { dated: (limit: number) => D1PreparedStatement; undated: (limit: number) => D1PreparedStatement } {
  const { conditions, values } = conditionsOf(listId, on, filter);
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

/** A page of obligations in order of due date; what is read grows with the page, not with the list. */
export async function listObligations(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  page: { after: ObligationPlace | null; limit: number },
): Promise<{ items: ObligationItem[]; next: ObligationPlace | null }> {
  const branch = branches(db, listId, on, filter, page.after);
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
    items: shown.map((row) => obligationItem(row, on)),
    next: found.length > page.limit && last ? { due: last.due_on ?? undated, key: last.key } : null,
  };
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
      `SELECT ${columns}, (SELECT value FROM settings WHERE scope = o.list_id AND name = 'list') AS settings
       FROM ${joined('obligations o')} WHERE o.key = ?1`,
    )
    .bind(key)
    .first<ObligationJoined & { settings: string | null }>();
  if (!row) return null;
  const { blueDays } = listSettings.parse(row.settings === null ? {} : JSON.parse(row.settings));
  return { item: obligationItem(row, lightsOn(today, blueDays)), row };
}
