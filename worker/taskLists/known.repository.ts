import type { Hanging, KnownList, RetiredArrangement, UsedNumbers } from '../../shared/taskList/knownList.ts';
import type { Indicator, Schedule } from '../../shared/taskList/taskList.ts';
import { bulk } from '../db/bulk.ts';
import { rowsOf } from '../db/results.ts';
import {
  arrangementsOf,
  indicatorOf,
  scheduleOf,
  type Row,
  type StoredList,
} from './taskLists.repository.ts';

export const knownStatementCount = 6;

/** Statements that read what is kept of a list beside what is in force, and what hangs on each arrangement. */
export function knownStatements(db: D1Database, listId: string): D1PreparedStatement[] {
  const select = (sql: string): D1PreparedStatement => db.prepare(sql).bind(listId);
  return [
    select(`SELECT * FROM arrangements WHERE list_id = ?1 AND retired = 1 ORDER BY code`),
    select(
      `SELECT s.* FROM schedules s JOIN arrangements a ON a.list_id = s.list_id AND a.code = s.arrangement_code
       WHERE s.list_id = ?1 AND (s.retired = 1 OR a.retired = 1) ORDER BY s.arrangement_code, s.place, s.number`,
    ),
    select(
      `SELECT i.* FROM indicators i JOIN arrangements a ON a.list_id = i.list_id AND a.code = i.arrangement_code
       WHERE i.list_id = ?1 AND (i.retired = 1 OR a.retired = 1) ORDER BY i.arrangement_code, i.number`,
    ),
    select(`SELECT code, schedules, indicators FROM used_codes WHERE list_id = ?1`),
    select(
      `SELECT o.arrangement_code AS code, sum(o.touched) AS obligations,
         sum((SELECT count(*) FROM submissions s WHERE s.obligation_key = o.key)) AS submissions,
         sum((SELECT count(*) FROM drafts d WHERE d.obligation_key = o.key)) AS drafts
       FROM obligations o WHERE o.list_id = ?1 AND o.touched = 1 GROUP BY o.arrangement_code`,
    ),
    select(
      `SELECT arrangement_code AS code, count(*) AS allocations, 0 AS narrowings FROM allocations
       WHERE list_id = ?1 GROUP BY arrangement_code
       UNION ALL SELECT arrangement_code, 0, count(DISTINCT starts_on) FROM assignments
       WHERE list_id = ?1 AND origin = 'bureau' GROUP BY arrangement_code`,
    ),
  ];
}

export interface KnownOfList {
  /** `null` where nothing was ever published of the year. */
  known: KnownList | null;
  hangs: Map<string, Hanging>;
}

/** What the results of `knownStatements` say, beside the list in force. */
export function knownOf(stored: StoredList | null, results: readonly D1Result[]): KnownOfList {
  const [retired, schedules, indicators, used, written, decided] = results;
  const schedulesOf = Map.groupBy(rowsOf<Row>(schedules), (row) => String(row.arrangement_code));
  const indicatorsOf = Map.groupBy(rowsOf<Row>(indicators), (row) => String(row.arrangement_code));
  const live = (rows: Row[] | undefined): Row[] => (rows ?? []).filter((row) => row.retired === 0);
  const former = (rows: Row[] | undefined): Row[] => (rows ?? []).filter((row) => row.retired === 1);
  const hangs = new Map<string, Hanging>();
  const hanging = (code: string): Hanging => {
    const found = hangs.get(code) ?? {
      obligations: 0,
      submissions: 0,
      drafts: 0,
      allocations: 0,
      narrowings: 0,
    };
    hangs.set(code, found);
    return found;
  };
  for (const { code, ...numbers } of rowsOf<{ code: string } & Partial<Hanging>>(written)) {
    Object.assign(hanging(code), numbers);
  }
  for (const row of rowsOf<{ code: string; allocations: number; narrowings: number }>(decided)) {
    const found = hanging(row.code);
    found.allocations += row.allocations;
    found.narrowings += row.narrowings;
  }
  if (!stored) return { known: null, hangs };
  const codes = new Set([...schedulesOf.keys(), ...indicatorsOf.keys()]);
  return {
    hangs,
    known: {
      taskList: stored.taskList,
      retired: rowsOf<Row>(retired).map((row): RetiredArrangement => {
        const code = String(row.code);
        const parts = [live(schedulesOf.get(code)), live(indicatorsOf.get(code))] as const;
        return {
          arrangement: arrangementsOf([row], new Map([[code, parts[0]]]), new Map([[code, parts[1]]]))[0]!,
          taskName: String(row.task_name ?? ''),
        };
      }),
      former: new Map(
        [...codes].map((code): [string, { schedules: Schedule[]; indicators: Indicator[] }] => [
          code,
          {
            schedules: former(schedulesOf.get(code)).map((row) => ({
              ...scheduleOf(row),
              number: Number(row.number),
            })),
            indicators: former(indicatorsOf.get(code)).map(indicatorOf),
          },
        ]),
      ),
      used: new Map(
        rowsOf<{ code: string } & UsedNumbers>(used).map(({ code, ...numbers }) => [code, numbers]),
      ),
      settings: stored.settings,
    },
  };
}

/** Statements that keep which codes and numbers were ever given. */
export function useCodes(
  db: D1Database,
  listId: string,
  used: ReadonlyMap<string, UsedNumbers>,
): D1PreparedStatement[] {
  return bulk(
    db,
    `INSERT INTO used_codes (list_id, code, schedules, indicators)
     SELECT ?2, e.value->>0, e.value->>1, e.value->>2 FROM json_each(?1) e WHERE true
     ON CONFLICT (list_id, code) DO UPDATE SET schedules = max(schedules, excluded.schedules),
       indicators = max(indicators, excluded.indicators)`,
    [...used].map(([code, { schedules, indicators }]) => [code, schedules, indicators]),
    listId,
  );
}
