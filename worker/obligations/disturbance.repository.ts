import type { ObligationPlace } from './inOrder.repository.ts';

/** How far everything was written: the number of the last change, and of the last entry of who did what. */
export interface Written {
  change: number;
  entry: number;
}

/** Whose obligations a file is made of. */
export interface FileScope {
  listId: string;
  /** None: the whole district's. */
  unit?: string | undefined;
}

const written = `value AS change, (SELECT coalesce(max(id), 0) FROM audit_entries) AS entry`;

export const writtenNow = async (db: D1Database): Promise<Written> =>
  (await db.prepare(`SELECT ${written} FROM sequences WHERE name = 'changes'`).first<Written>()) ?? {
    change: 0,
    entry: 0,
  };

/**
 * Whether something was changed since by anything but a push, which alone changes no name, unit or due date; or an obligation by
 * a push, up to a place in the order of due date (`null`: whatever its place; left out: none is looked at).
 */
export async function disturbedSince(
  db: D1Database,
  since: Written,
  { listId, unit }: FileScope,
  upTo?: ObligationPlace | null,
): Promise<{ isDisturbed: boolean; now: Written }> {
  const index = unit === undefined ? 'obligations_by_sequence' : 'obligations_by_change';
  const place = upTo === null ? '' : `AND (coalesce(due_on, '9999'), key) <= (?5, ?6)`;
  const found = await db
    .prepare(
      `SELECT ${written}, EXISTS (SELECT 1 FROM audit_entries WHERE id > ?1 AND kind NOT IN ('push', 'upload')) OR EXISTS (
         SELECT 1 FROM obligations INDEXED BY ${index} WHERE list_id = ?2 AND ${unit === undefined ? '?3 IS NULL' : 'unit_id = ?3'}
           AND sequence > ?4 ${place}) AS disturbed
       FROM sequences WHERE name = 'changes'`,
    )
    .bind(
      since.entry,
      listId,
      unit ?? null,
      since.change,
      ...(upTo === null ? [] : [upTo?.due ?? '', upTo?.key ?? '']),
    )
    .first<Written & { disturbed: number }>();
  const { disturbed, ...now } = found ?? { ...since, disturbed: 0 };
  return { isDisturbed: disturbed !== 0, now };
}
