import type { Quantity } from '../../shared/wire/progress.ts';
import { rowsOf } from '../db/results.ts';

export interface IndicatorRow extends Omit<Quantity, 'reported' | 'allocated'> {
  text: string;
}

interface UnitRow {
  id: string;
  name: string;
  kind: string;
  asked: number;
  reported: number | null;
  allocated: number | null;
}

interface LatestRow {
  unit: string;
  obligation: string;
  period: string;
  status: string;
  count: number | null;
  completedOn: string | null;
  note: string | null;
  receivedAt: number;
}

export interface IndicatorRows {
  indicator: IndicatorRow | null;
  district: { reported: number | null; allocated: number | null } | null;
  units: UnitRow[];
  latest: LatestRow[];
}

/** An indicator with what each unit has counted of it, and each unit's latest report, in one round trip. */
export async function loadIndicator(
  db: D1Database,
  listId: string,
  arrangement: string,
  indicator: string,
): Promise<IndicatorRows> {
  const of = (sql: string): D1PreparedStatement => db.prepare(sql).bind(listId, arrangement, indicator);
  const [found, district, units, latest] = await db.batch([
    of(
      `SELECT i.arrangement_code AS arrangement, i.id AS indicator, i.label, i.unit_of_measure AS unitOfMeasure,
         i.mode, i.target, a.text
       FROM indicators i JOIN arrangements a ON a.list_id = i.list_id AND a.code = i.arrangement_code
       WHERE i.list_id = ?1 AND i.arrangement_code = ?2 AND i.id = ?3 AND i.retired = 0 AND a.retired = 0`,
    ),
    of(
      `SELECT reported, allocated FROM indicator_totals
       WHERE list_id = ?1 AND unit_id = '*' AND arrangement_code = ?2 AND indicator_id = ?3`,
    ),
    of(
      `SELECT * FROM (SELECT u.id, u.name, u.kind, u.position, t.reported, t.allocated,
         EXISTS (SELECT 1 FROM obligations o WHERE o.list_id = ?1 AND o.unit_id = u.id
           AND o.arrangement_code = ?2 AND o.retired = 0) AS asked
         FROM units u LEFT JOIN indicator_totals t ON t.list_id = ?1 AND t.unit_id = u.id
           AND t.arrangement_code = ?2 AND t.indicator_id = ?3)
       WHERE asked = 1 OR reported IS NOT NULL OR allocated IS NOT NULL ORDER BY position`,
    ),
    // Where the count comes from: the last period with one. A final report without a date comes last of all.
    of(
      `SELECT * FROM (SELECT o.unit_id AS unit, o.key AS obligation, o.period_id AS period, s.status, s.count,
           s.completed_on AS completedOn, s.note, s.received_at AS receivedAt,
           row_number() OVER (PARTITION BY o.unit_id ORDER BY s.count IS NULL, coalesce(o.due_original, o.due_on, '~') DESC,
             o.schedule_number DESC, o.key DESC) AS place
         FROM obligations o JOIN submissions s ON s.obligation_key = o.key AND s.indicator_id = ?3
         WHERE o.list_id = ?1 AND o.arrangement_code = ?2 AND o.retired = 0)
       WHERE place = 1`,
    ),
  ]);
  return {
    indicator: rowsOf<IndicatorRow>(found)[0] ?? null,
    district: rowsOf<NonNullable<IndicatorRows['district']>>(district)[0] ?? null,
    units: rowsOf(units),
    latest: rowsOf(latest),
  };
}
