import { ledgerMemory, type LedgerMemory } from '../../shared/ledgers/ledgerMemory.ts';
import { rowsOf } from '../db/results.ts';

/** What was remembered of files of one shape. */
export interface StoredShape {
  shape: string;
  revision: number;
  memory: LedgerMemory;
  /** Milliseconds. */
  changedAt: number;
}

/** So many shapes are kept of a unit; the oldest goes first. */
const most = 24;

/** Reads what a unit's files were remembered as, the newest first; `unit` is SQL over the facts in ?1. */
export const shapesStatement = (db: D1Database, unit: string, facts: object): D1PreparedStatement =>
  db
    .prepare(
      `SELECT shape, revision, content, changed_at AS changedAt FROM ledger_shapes
       WHERE unit_id = ${unit} ORDER BY changed_at DESC, shape LIMIT ${most}`,
    )
    .bind(JSON.stringify(facts));

export function shapesOf(result: D1Result | undefined): StoredShape[] {
  const rows = rowsOf<{ shape: string; revision: number; content: string; changedAt: number }>(result);
  return rows.flatMap(({ content, ...row }) => {
    const read = ledgerMemory.safeParse(JSON.parse(content));
    return read.success ? [{ ...row, memory: read.data }] : [];
  });
}

/** What one unit's files were remembered as, the newest first. */
export async function readShapes(db: D1Database, unitId: string): Promise<Omit<StoredShape, 'changedAt'>[]> {
  const found = await shapesStatement(db, `?1->>'unitId'`, { unitId }).all();
  return shapesOf(found).map(({ shape, revision, memory }) => ({ shape, revision, memory }));
}

/**
 * Keeps what was confirmed of a shape as its next revision. Somebody else's that came in between is told by `null`: it stands, and
 * is read anew.
 * @param further statements that follow in the batch, and see by `changes()` whether it was kept.
 */
export async function keepShape(
  db: D1Database,
  { unitId, keyId, now }: { unitId: string; keyId: string; now: number },
  { shape, revision, memory }: { shape: string; revision: number; memory: LedgerMemory },
  further: readonly D1PreparedStatement[],
): Promise<number | null> {
  const [written] = await db.batch([
    db
      .prepare(
        `INSERT INTO ledger_shapes (unit_id, shape, revision, content, changed_at, changed_by)
         SELECT ?1->>'unitId', ?1->>'shape', ?1->>'revision' + 1, ?2, ?1->>'now', ?1->>'keyId' WHERE true
         ON CONFLICT (unit_id, shape) DO UPDATE SET revision = excluded.revision, content = excluded.content,
           changed_at = excluded.changed_at, changed_by = excluded.changed_by
         WHERE ledger_shapes.revision = ?1->>'revision' RETURNING revision`,
      )
      .bind(JSON.stringify({ unitId, keyId, now, shape, revision }), JSON.stringify(memory)),
    ...further,
    db
      .prepare(
        `DELETE FROM ledger_shapes WHERE unit_id = ?1->>'unitId' AND shape NOT IN (
           SELECT shape FROM ledger_shapes WHERE unit_id = ?1->>'unitId' ORDER BY changed_at DESC, shape LIMIT ${most})`,
      )
      .bind(JSON.stringify({ unitId })),
  ]);
  return rowsOf<{ revision: number }>(written)[0]?.revision ?? null;
}
