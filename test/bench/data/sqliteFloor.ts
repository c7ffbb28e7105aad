import { DatabaseSync } from 'node:sqlite';
import { rowFields } from '../../../shared/row/row.ts';
import type { Pushed } from './rows.ts';

/** The lowest floor: node:sqlite, WAL, synchronous FULL, the rows upserted in one transaction. */
export function sqliteFloor(file: string): { push(rows: readonly Pushed[]): number; close(): void } {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE bare_rows (row_key TEXT PRIMARY KEY, status TEXT, count INTEGER, completed_on TEXT, note TEXT,
      problems TEXT, contact TEXT, evidence TEXT, explanation TEXT) STRICT`);
  const upsert = db.prepare(
    `INSERT INTO bare_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (row_key) DO UPDATE SET
       status = excluded.status, count = excluded.count, completed_on = excluded.completed_on, note = excluded.note,
       problems = excluded.problems, contact = excluded.contact, evidence = excluded.evidence,
       explanation = excluded.explanation`,
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
