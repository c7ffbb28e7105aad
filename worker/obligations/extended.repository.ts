import type { DatesInForce } from '../../shared/acts/extensions.ts';
import { bulk, eachRow } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';

/** An obligation whose due date the bureau has extended. */
export interface ExtendedObligation extends DatesInForce {
  key: string;
  unit: string;
}

/** The extended obligations of a list: few, and found by the acts that have extended them. */
export async function readExtended(db: D1Database, listId: string): Promise<ExtendedObligation[]> {
  const found = await db
    .prepare(
      `SELECT DISTINCT o.key, o.unit_id AS unit, o.due_on AS dueOn, o.lock_on AS lockOn, o.due_original AS dueOriginal,
         o.extension_reason AS extensionReason, o.extension_document AS extensionDocument
       FROM acts a CROSS JOIN act_obligations x ON x.act_id = a.act_id CROSS JOIN obligations o ON o.key = x.obligation_key
       WHERE a.act = 'extend' AND o.list_id = ?1 AND o.due_original IS NOT NULL`,
    )
    .bind(listId)
    .all();
  return rowsOf<ExtendedObligation>(found as D1Result);
}

/** Statements that write when obligations fall due and are locked, and what of it an extension has made. */
export function writeDates(
  db: D1Database,
  dates: readonly (DatesInForce & { key: string })[],
): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE obligations SET due_on = e.value->>1, lock_on = e.value->>2, due_original = e.value->>3,
       extension_reason = e.value->>4, extension_document = e.value->>5, sequence = ${thisChange}
     FROM ${eachRow} WHERE obligations.key = e.value->>0`,
    dates.map(({ key, dueOn, lockOn, dueOriginal, extensionReason, extensionDocument }) => [
      ...[key, dueOn, lockOn, dueOriginal, extensionReason, extensionDocument],
    ]),
  );
}
