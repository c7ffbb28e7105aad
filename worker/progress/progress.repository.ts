import type { LightsOn } from '../../shared/obligations/light.ts';
import { rowsOf } from '../db/results.ts';
import { lightConditions, mayBeYellow } from './lights.repository.ts';
import { dimensions, tallies } from './rollups.repository.ts';
import type { GroupBy, ProgressCounts, Quantity } from '../../shared/wire/progress.ts';

/** Counts of the roll-up; lights that depend on more than due dates are counted by themselves. */
type RollupCounts = Omit<ProgressCounts, 'yellow' | 'blue'>;

export interface CountRow extends ProgressCounts {
  id: string;
}

/** Sums a roll-up over due dates; what is overdue or missing depends on the day, and so is told apart here. */
const sums = `
  sum(CASE WHEN due_on <> '' THEN expected ELSE 0 END) AS expected,
  sum(CASE WHEN due_on <> '' AND due_on < ?3 THEN expected ELSE 0 END) AS due,
  sum(CASE WHEN due_on <> '' AND due_on < ?3 THEN received ELSE 0 END) AS dueReceived,
  sum(CASE WHEN due_on <> '' AND due_on < ?3 THEN fulfilled ELSE 0 END) AS dueFulfilled,
  sum(CASE WHEN due_on <> '' AND due_on < ?3 THEN on_time ELSE 0 END) AS dueOnTime,
  sum(CASE WHEN due_on <> '' THEN received ELSE 0 END) AS received,
  sum(CASE WHEN due_on <> '' THEN fulfilled ELSE 0 END) AS fulfilled,
  sum(CASE WHEN due_on <> '' THEN on_time ELSE 0 END) AS onTime,
  sum(CASE WHEN due_on <> '' THEN reported_late ELSE 0 END) AS reportedLate,
  sum(CASE WHEN due_on <> '' THEN completed_late ELSE 0 END) AS completedLate,
  sum(CASE WHEN due_on <> '' AND due_on < ?3 THEN expected - fulfilled ELSE 0 END) AS overdue,
  sum(CASE WHEN due_on <> '' AND due_on < ?3 THEN expected - fulfilled ELSE 0 END) AS red,
  sum(CASE WHEN due_on <> '' AND due_on < ?3 THEN expected - received ELSE 0 END) AS missing,
  sum(CASE WHEN due_on = '' THEN expected ELSE 0 END) AS undated,
  sum(to_accept) AS toAccept, sum(accepted) AS accepted, sum(returned) AS returned`;

export interface ProgressRows {
  counts: CountRow[];
  /** Reported and allocated counts; `groupId` says under which group each stands. */
  quantities: (Quantity & { groupId: string })[];
  names: { id: string; name: string }[];
}

const names: Record<GroupBy, string> = {
  unit: `SELECT id, name FROM units WHERE ?1 IS NOT NULL ORDER BY position`,
  category: `SELECT CAST(e.value->>'number' AS TEXT) AS id, e.value->>'name' AS name FROM task_lists l, json_each(l.categories) e
             WHERE l.id = ?1 ORDER BY CAST(e.value->>'number' AS INTEGER)`,
  task: `SELECT code AS id, name FROM tasks WHERE list_id = ?1 AND retired = 0 ORDER BY category, sequence`,
  arrangement: `SELECT a.code AS id, a.text AS name FROM arrangements a
                JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
                WHERE a.list_id = ?1 AND a.retired = 0 ORDER BY t.category, t.sequence, a.position`,
  period: `SELECT p.id, p.id AS name FROM periods p
           WHERE p.id IN (SELECT group_id FROM progress_rollups WHERE list_id = ?1 AND dimension = 'period')
           ORDER BY p.ends_on, p.starts_on DESC`,
};

/** Under which group an indicator's total stands; periods have none, since a running total belongs to no period. */
const quantityGroup: Record<GroupBy, string | null> = {
  unit: 't.unit_id',
  category: 'CAST(k.category AS TEXT)',
  task: 'k.code',
  arrangement: 'i.arrangement_code',
  period: null,
};

function quantityStatement(
  db: D1Database,
  listId: string,
  groupBy: GroupBy,
  { unit: unitId, category }: ProgressFilter,
): D1PreparedStatement[] {
  const group = quantityGroup[groupBy];
  if (group === null) return [];
  const units = groupBy === 'unit' ? `t.unit_id <> '*'` : `t.unit_id = '*'`;
  const unit = unitId === null ? `${units} AND ?2 IS NULL` : 't.unit_id = ?2';
  const join = groupBy === 'unit' ? 'JOIN' : 'LEFT JOIN';
  const asked = `EXISTS (SELECT 1 FROM obligations o WHERE o.list_id = i.list_id AND o.unit_id = ?2
    AND o.arrangement_code = i.arrangement_code AND o.retired = 0)`;
  return [
    db
      .prepare(
        `SELECT ${group} AS groupId, i.arrangement_code AS arrangement, i.id AS indicator, i.label,
           i.unit_of_measure AS unitOfMeasure, i.mode, t.reported, t.allocated, i.target
         FROM indicators i
         JOIN arrangements a ON a.list_id = i.list_id AND a.code = i.arrangement_code
         JOIN tasks k ON k.list_id = a.list_id AND k.code = a.task_code
         ${join} indicator_totals t ON t.list_id = i.list_id AND t.arrangement_code = i.arrangement_code
           AND t.indicator_id = i.id AND ${unit}
         WHERE i.list_id = ?1 AND i.id <> 'done' AND i.retired = 0 AND a.retired = 0
           AND ${unitId === null ? 'true' : asked} AND (?3 IS NULL OR k.category = ?3)
         ORDER BY k.category, k.sequence, a.position, i.number`,
      )
      .bind(listId, unitId, category ?? null),
  ];
}

/** Of which obligations a progress tells; without any of these, of all. */
export interface ProgressFilter {
  unit: string | null;
  category?: number | undefined;
  period?: string | undefined;
}

/** Counts of a list by group: from the roll-up, or from the obligations where only some are meant. */
function countStatement(
  db: D1Database,
  listId: string,
  groupBy: GroupBy,
  today: string,
  { unit, category, period }: ProgressFilter,
): D1PreparedStatement {
  const few = unit !== null || category !== undefined || period !== undefined;
  const ofSome = `(SELECT ${dimensions[groupBy]} AS group_id, coalesce(due_on, '') AS due_on, ${tallies}
    FROM obligations WHERE list_id = ?1 AND ?2 IS NOT NULL AND expected = 1
      AND (?4 IS NULL OR unit_id = ?4) AND (?5 IS NULL OR category = ?5) AND (?6 IS NULL OR period_id = ?6)
    GROUP BY ${dimensions[groupBy]}, coalesce(due_on, ''))`;
  const ofList = `(SELECT * FROM progress_rollups WHERE list_id = ?1 AND dimension = ?2
    AND coalesce(?4, ?5, ?6) IS NULL)`;
  return db
    .prepare(`SELECT group_id AS id, ${sums} FROM ${few ? ofSome : ofList} GROUP BY group_id`)
    .bind(listId, groupBy, today, unit, category ?? null, period ?? null);
}

/**
 * Yellow and blue lights by group. Only what may have one is read: of the district what falls due soon, and what has a share or
 * was returned; of a unit its own obligations.
 */
function lightStatement(
  db: D1Database,
  listId: string,
  groupBy: GroupBy,
  { today, blueUntil }: LightsOn,
  { unit, category, period }: ProgressFilter,
): D1PreparedStatement {
  const candidates =
    unit === null
      ? `(SELECT rowid FROM obligations INDEXED BY obligations_by_due
            WHERE list_id = ?1 AND due_on >= ?2 AND due_on <= ?3
          UNION SELECT rowid FROM obligations INDEXED BY obligations_by_yellow
            WHERE list_id = ?1 AND ${mayBeYellow})`
      : `(SELECT rowid FROM obligations INDEXED BY obligations_by_unit_due WHERE list_id = ?1 AND unit_id = ?4)`;
  // Of undated ones alone a comparison of dates tells nothing, and the sum of that is no number.
  const tally = (light: 'yellow' | 'blue'): string =>
    `coalesce(sum(${lightConditions[light]}), 0) AS ${light}`;
  return db
    .prepare(
      `SELECT ${dimensions[groupBy]} AS id, ${tally('yellow')}, ${tally('blue')}
       FROM ${candidates} c CROSS JOIN obligations o ON o.rowid = c.rowid
       WHERE (?4 IS NULL OR o.unit_id = ?4) AND (?5 IS NULL OR o.category = ?5) AND (?6 IS NULL OR o.period_id = ?6)
       GROUP BY ${dimensions[groupBy]}`,
    )
    .bind(listId, today, blueUntil, unit, category ?? null, period ?? null);
}

/** Counts and names of every group, and quantities where they are asked for, in one round trip. */
export async function loadProgress(
  db: D1Database,
  listId: string,
  { groupBy, quantities: isAsked }: { groupBy: GroupBy; quantities: boolean },
  on: LightsOn,
  filter: ProgressFilter,
): Promise<ProgressRows> {
  const [counts, lights, named, quantities] = await db.batch([
    countStatement(db, listId, groupBy, on.today, filter),
    lightStatement(db, listId, groupBy, on, filter),
    db.prepare(names[groupBy]).bind(listId),
    ...(isAsked ? quantityStatement(db, listId, groupBy, filter) : []),
  ]);
  const lightsOf = new Map(
    rowsOf<{ id: string; yellow: number; blue: number }>(lights).map(({ id, ...lit }) => [id, lit]),
  );
  return {
    counts: rowsOf<RollupCounts & { id: string }>(counts).map((row) => ({
      ...{ yellow: 0, blue: 0 },
      ...row,
      ...lightsOf.get(row.id),
    })),
    names: rowsOf(named),
    quantities: rowsOf(quantities),
  };
}
