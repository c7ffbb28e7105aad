import type { SeriesRow } from '../../shared/sync/series.ts';
import type { ScheduleKind } from '../../shared/taskList/taskList.ts';
import type { Definitions } from './rows.repository.ts';

export const definitionStatementCount = 3;

/**
 * Statements that read what a list says of its rows, and a unit's allocations. `only` narrows them to the
 * arrangements that a subselect gives; `values` are its parameters from ?1, the list, and ?2, the unit.
 */
export function definitionStatements(
  db: D1Database,
  values: readonly [listId: string, unitId: string, ...rest: (string | number)[]],
  only: string | null = null,
): D1PreparedStatement[] {
  const [listId, unitId] = values;
  const named = only === null ? '' : `AND arrangement_code IN (${only})`;
  const bound = only === null ? [listId] : values;
  return [
    db
      .prepare(
        `SELECT arrangement_code AS arrangement, number, kind FROM schedules WHERE list_id = ?1 ${named}`,
      )
      .bind(...bound),
    db
      .prepare(
        `SELECT arrangement_code AS arrangement, id, label, unit_of_measure AS unitOfMeasure, mode, target
         FROM indicators WHERE list_id = ?1 ${named} ORDER BY arrangement_code, number`,
      )
      .bind(...bound),
    db
      .prepare(
        `SELECT arrangement_code AS arrangement, indicator_id AS indicator, share FROM allocations
         WHERE list_id = ?1 AND unit_id = ?2`,
      )
      .bind(listId, unitId),
  ];
}

export function definitionsOf(results: readonly D1Result[]): Definitions {
  const [schedules, indicators, allocations] = results.map((result) => result.results);
  const byArrangement = new Map<string, SeriesRow['indicator'][]>();
  for (const row of (indicators ?? []) as (SeriesRow['indicator'] & { arrangement: string })[]) {
    const { arrangement, ...indicator } = row;
    const list = byArrangement.get(arrangement) ?? [];
    byArrangement.set(arrangement, list);
    list.push(indicator);
  }
  return {
    kinds: new Map(
      ((schedules ?? []) as { arrangement: string; number: number; kind: ScheduleKind }[]).map((row) => [
        `${row.arrangement} ${row.number}`,
        row.kind,
      ]),
    ),
    indicators: byArrangement,
    allocations: new Map(
      ((allocations ?? []) as { arrangement: string; indicator: string; share: number }[]).map((row) => [
        `${row.arrangement} ${row.indicator}`,
        row.share,
      ]),
    ),
  };
}
