import type { Named } from '../../shared/acts/planAct.ts';
import { listSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import type { ActOutcomeKind } from '../../shared/wire/actAnswer.ts';
import { lastWideChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { assemble, obligationColumns, type ObligationRow } from '../ledger/rows.repository.ts';

/** An act that has begun: all that it is about is kept with it. */
export interface BegunAct {
  bodySha256: string;
  /** Each obligation as it was named, in that order; `outcome` is none while its portion is still to be written. */
  named: { key: string; outcome: ActOutcomeKind | null; code: string | null }[];
}

/** Statements that read an act that may have begun. */
export function begunStatements(db: D1Database, actId: string): D1PreparedStatement[] {
  return [
    db.prepare(`SELECT body_sha256 AS bodySha256 FROM acts WHERE act_id = ?1`).bind(actId),
    db
      .prepare(
        `SELECT obligation_key AS key, outcome, code FROM act_obligations WHERE act_id = ?1 ORDER BY place`,
      )
      .bind(actId),
  ];
}

export const begunStatementCount = 2;

/** What they found; `null`: the act has not begun. */
export function begunOf([act, named]: readonly D1Result[]): BegunAct | null {
  const [found] = rowsOf<{ bodySha256: string }>(act);
  return found ? { ...found, named: rowsOf<BegunAct['named'][number]>(named) } : null;
}

export async function findAct(db: D1Database, actId: string): Promise<BegunAct | null> {
  return begunOf(await db.batch(begunStatements(db, actId)));
}

/** A unit's obligations of one arrangement of a list. */
export interface SeriesName {
  list: string;
  unit: string;
  arrangement: string;
}

/** What an act is planned on, of one moment. */
export interface ActState {
  /** Whether the act has begun, and which of the portion's obligations are done. */
  begun: boolean;
  done: ReadonlySet<string>;
  named: Named[];
  /** Series of what is named, with how many obligations each has and the number of the last change of it. */
  series: (SeriesName & { obligations: number; last: number })[];
  settings: ReadonlyMap<string, ListSettings>;
  /** Number of the last wide change; `null` where there was none. */
  wide: number | null;
}

/**
 * Reads a portion of an act in one round trip: of obligations what they are counted by, without rows. `withSeries`: also of
 * which series they are, where the act is settled by these.
 */
export async function readPortion(
  db: D1Database,
  actId: string,
  keys: readonly string[],
  withSeries: boolean,
): Promise<ActState> {
  const bound = JSON.stringify(keys);
  const [act, done, obligations, series, settings, wide] = await db.batch([
    db.prepare(`SELECT 1 FROM acts WHERE act_id = ?1`).bind(actId),
    db
      .prepare(
        `SELECT x.obligation_key AS key FROM json_each(?2) e CROSS JOIN act_obligations x
         ON x.act_id = ?1 AND x.obligation_key = e.value WHERE x.outcome IS NOT NULL`,
      )
      .bind(actId, bound),
    db
      .prepare(`SELECT ${obligationColumns} FROM json_each(?1) e CROSS JOIN obligations o ON o.key = e.value`)
      .bind(bound),
    db
      .prepare(
        `SELECT s.list, s.unit, s.arrangement, count(*) AS obligations, max(o.sequence) AS last
         FROM (SELECT DISTINCT o.list_id AS list, o.unit_id AS unit, o.arrangement_code AS arrangement
           FROM json_each(?1) e CROSS JOIN obligations o ON o.key = e.value WHERE ?2) s
         CROSS JOIN obligations o ON o.list_id = s.list AND o.unit_id = s.unit AND o.arrangement_code = s.arrangement
         GROUP BY s.list, s.unit, s.arrangement`,
      )
      .bind(bound, Number(withSeries)),
    db.prepare(`SELECT scope AS list, value FROM settings WHERE name = 'list'`),
    db.prepare(`SELECT ${lastWideChange} AS wide`),
  ]);
  const rows = rowsOf<ObligationRow>(obligations);
  const rowAt = new Map(rows.map((row) => [row.key, row]));
  const nothing = { kinds: new Map(), indicators: new Map(), former: new Map(), allocations: new Map() };
  const obligationAt = new Map(assemble(rows, [], [], nothing).map((each) => [each.key, each]));
  return {
    begun: rowsOf(act).length > 0,
    done: new Set(rowsOf<{ key: string }>(done).map(({ key }) => key)),
    named: keys.map((key) => ({
      key,
      obligation: obligationAt.get(key) ?? null,
      sequence: rowAt.get(key)?.sequence ?? 0,
    })),
    series: rowsOf(series),
    settings: new Map(
      rowsOf<{ list: string; value: string }>(settings).map(({ list, value }) => [
        list,
        listSettings.parse(JSON.parse(value)),
      ]),
    ),
    wide: rowsOf<{ wide: number | null }>(wide)[0]?.wide ?? null,
  };
}
