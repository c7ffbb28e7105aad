import type { SeriesRow } from '../../shared/sync/series.ts';
import type { ScheduleKind } from '../../shared/taskList/taskList.ts';
import type { Definitions } from './rows.repository.ts';

export const definitionStatementCount = 2;

/**
 * SQL that reads what a list says of its rows, with a unit's allocations. `list` and `unit` are SQL; `named` narrows a
 * column of arrangements' codes.
 */
export const definitionQueries = (
  list: string,
  unit: string,
  named: (column: string) => string,
): string[] => [
  `SELECT s.arrangement_code AS arrangement, s.number, coalesce(s.decided_kind, s.kind) AS kind FROM schedules s
   WHERE s.list_id = ${list} ${named('s.arrangement_code')}`,
  `SELECT i.arrangement_code AS arrangement, i.id, i.label, i.unit_of_measure AS unitOfMeasure, i.mode, i.target,
     i.retired, a.share FROM indicators i
   LEFT JOIN allocations a ON a.list_id = i.list_id AND a.unit_id = ${unit}
     AND a.arrangement_code = i.arrangement_code AND a.indicator_id = i.id
   WHERE i.list_id = ${list} ${named('i.arrangement_code')} ORDER BY i.arrangement_code, i.number`,
];

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
