import type { SeriesRow } from '../../shared/sync/series.ts';
import type { ScheduleKind } from '../../shared/taskList/taskList.ts';
import type { Definitions } from './rows.repository.ts';

export const definitionStatementCount = 2;

/**
 * Statements that read what a list says of its rows, with a unit's allocations. `only` narrows them to the
 * arrangements that a subselect gives; `values` are its parameters from ?1, the list, and ?2, the unit.
 */
export function definitionStatements(
  db: D1Database,
  values: readonly [listId: string, unitId: string, ...rest: (string | number)[]],
  only: string | null = null,
): D1PreparedStatement[] {
  const [listId, unitId] = values;
  const named = (table: string): string =>
    only === null ? '' : `AND ${table}.arrangement_code IN (${only})`;
  return [
    db
      .prepare(
        `SELECT s.arrangement_code AS arrangement, s.number, coalesce(s.decided_kind, s.kind) AS kind FROM schedules s
         WHERE s.list_id = ?1 ${named('s')}`,
      )
      .bind(...(only === null ? [listId] : values)),
    db
      .prepare(
        `SELECT i.arrangement_code AS arrangement, i.id, i.label, i.unit_of_measure AS unitOfMeasure, i.mode, i.target,
           i.retired, a.share FROM indicators i
         LEFT JOIN allocations a ON a.list_id = i.list_id AND a.unit_id = ?2
           AND a.arrangement_code = i.arrangement_code AND a.indicator_id = i.id
         WHERE i.list_id = ?1 ${named('i')} ORDER BY i.arrangement_code, i.number`,
      )
      .bind(...(only === null ? [listId, unitId] : values)),
  ];
}

type IndicatorRow = SeriesRow['indicator'] & { arrangement: string; share: number | null; retired: number };

export function definitionsOf(results: readonly D1Result[]): Definitions {
  const [schedules, indicators] = results.map((result) => result.results);
  const live = new Map<string, SeriesRow['indicator'][]>();
  const former = new Map<string, SeriesRow['indicator'][]>();
  const allocations = new Map<string, number>();
  for (const { arrangement, share, retired, ...indicator } of (indicators ??
    []) as unknown as IndicatorRow[]) {
    const indicatorsOf = retired === 1 ? former : live;
    const list = indicatorsOf.get(arrangement) ?? [];
    indicatorsOf.set(arrangement, list);
    list.push(indicator);
    if (share !== null) allocations.set(`${arrangement} ${indicator.id}`, share);
  }
  return {
    kinds: new Map(
      ((schedules ?? []) as { arrangement: string; number: number; kind: ScheduleKind }[]).map((row) => [
        `${row.arrangement} ${row.number}`,
        row.kind,
      ]),
    ),
    indicators: live,
    former,
    allocations,
  };
}
