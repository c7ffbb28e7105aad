import { DatabaseSync } from 'node:sqlite';
import { rowFields } from '../../../shared/row/row.ts';
import { setExcluded } from '../../../worker/db/sql.ts';
import { bareColumns, bareTable } from './bareRows.ts';
import type { Pushed } from './rows.ts';

/** The lowest floor: node:sqlite, WAL, synchronous FULL, the rows upserted in one transaction. */
export function sqliteFloor(file: string): { push(rows: readonly Pushed[]): number; close(): void } {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    ${bareTable}`);
  const upsert = db.prepare(
    `INSERT INTO bare_rows VALUES (${bareColumns.map(() => '?').join(', ')})
     ON CONFLICT (row_key) DO UPDATE SET ${setExcluded(bareColumns)}`,
  );
  return {
    push(rows) {
      const tuples = rows.map(({ key, values }) => [key, ...rowFields.map((field) => values[field] ?? null)]);
      const begun = performance.now();
      db.exec('BEGIN IMMEDIATE');
      for (const tuple of tuples) upsert.run(...(tuple as (string | number | null)[]));
      db.exec('COMMIT');
      return performance.now() - begun;
    },
    close: () => db.close(),
  };
}
