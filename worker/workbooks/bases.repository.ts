import type { RowValues } from '../../shared/row/row.ts';
import { rowsOf } from '../db/results.ts';
import { contentValues } from '../ledger/rows.repository.ts';

/** What rows held at versions that stand no more, by key. */
export async function readBases(
  db: D1Database,
  wanted: readonly (readonly [key: string, version: number])[],
): Promise<Map<string, RowValues>> {
  if (wanted.length === 0) return new Map();
  const result = await db
    .prepare(
      `SELECT r.row_key AS rowKey, r.content FROM json_each(?1) e
       JOIN revisions r ON r.row_key = e.value->>0 AND r.version = e.value->>1`,
    )
    .bind(JSON.stringify(wanted))
    .all();
  return new Map(
    rowsOf<{ rowKey: string; content: string }>(result).map(({ rowKey, content }) => [
      rowKey,
      contentValues(content),
    ]),
  );
}
