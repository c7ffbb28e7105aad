import type { OccasionOfUnits } from '../../shared/obligations/compareOccasions.ts';
import { bulk } from '../db/bulk.ts';
import { rowsOf } from '../db/results.ts';
import { each, key, packed } from './remake.repository.ts';

/** How many obligations of a unit and an arrangement are concerned. */
export interface ConcernedCount {
  unit: string;
  arrangement: string;
  obligations: number;
}

/** Of the obligations at these occasions, those of which nothing says that they are done or not expected. */
export async function countOpenAt(
  db: D1Database,
  all: readonly OccasionOfUnits[],
): Promise<ConcernedCount[]> {
  const statements = bulk(
    db,
    `SELECT u.value AS unit, e.value->>1 AS arrangement, count(*) AS obligations FROM ${each}
     WHERE NOT EXISTS (SELECT 1 FROM obligations o WHERE o.key = ${key} AND (o.fulfilled_rows = o.rows
       OR (o.waived_by IS NOT NULL AND o.received_rows = 0 AND o.retired = 0)))
     GROUP BY u.value, e.value->>1`,
    packed(all, ({ arrangement }) => [arrangement]),
  );
  if (statements.length === 0) return [];
  return (await db.batch(statements)).flatMap((result) => rowsOf<ConcernedCount>(result));
}
