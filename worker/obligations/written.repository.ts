import type { Declaration } from '../../shared/acts/declarations.ts';
import { compareTime, type SeriesObligation } from '../../shared/sync/series.ts';
import { bulk } from '../db/bulk.ts';
import { rowsOf } from '../db/results.ts';
import { definitionQueries, definitionsOf } from '../ledger/definitions.repository.ts';
import {
  assemble,
  obligationColumns,
  type Definitions,
  type DraftRow,
  type ObligationRow,
  type SubmissionRow,
} from '../ledger/rows.repository.ts';

/** Series that a wide change concerns: by arrangement, the units; `null` for all of them. */
export type Concerned = ReadonlyMap<string, ReadonlySet<string> | null>;

/** A series that somebody has written to, and how many obligations it has. */
export interface WrittenSeries {
  unit: string;
  arrangement: string;
  obligations: number;
}

/**
 * Of the series concerned those of which anything follows: somebody has written to them, or they have a share, by which they
 * have a pace. `shared` are series that get or lose one.
 */
export async function findWritten(
  db: D1Database,
  listId: string,
  concerned: Concerned,
  shared: Concerned = new Map(),
): Promise<WrittenSeries[]> {
  // CROSS JOIN keeps SQLite from going through all of the list's obligations.
  const written = (from: string, unit: string): string =>
    `SELECT o.unit_id AS unit, o.arrangement_code AS arrangement, count(*) AS obligations
     FROM ${from} CROSS JOIN obligations o
     WHERE o.list_id = ?2 AND o.unit_id = ${unit} AND o.arrangement_code = e.value->>0
     GROUP BY o.unit_id, o.arrangement_code HAVING sum(o.touched) > 0`;
  // One that is asked for again has no obligations yet: a year has a few for most.
  const paced = (from: string, unit: string): string =>
    `SELECT a.unit_id AS unit, a.arrangement_code AS arrangement, 12 AS obligations
     FROM ${from} CROSS JOIN allocations a
     WHERE a.list_id = ?2 AND a.unit_id = ${unit} AND a.arrangement_code = e.value->>0
     GROUP BY a.unit_id, a.arrangement_code`;
  const whole = [...concerned].flatMap(([code, units]) => (units === null ? [[code]] : []));
  const single = [...concerned].flatMap(([code, units]) => [...(units ?? [])].map((unit) => [code, unit]));
  const statements = [written, paced].flatMap((select) => [
    ...bulk(db, select('json_each(?1) e CROSS JOIN units u', 'u.id'), whole, listId),
    ...bulk(db, select('json_each(?1) e', 'e.value->>1'), single, listId),
  ]);
  const stored =
    statements.length === 0
      ? []
      : (await db.batch(statements)).flatMap((result) => rowsOf<WrittenSeries>(result));
  const given = [...shared].flatMap(([arrangement, units]) =>
    [...(units ?? [])].map((unit) => ({ unit, arrangement, obligations: 12 })),
  );
  const found = new Map<string, WrittenSeries>();
  for (const each of [...stored, ...given]) {
    const name = `${each.unit} ${each.arrangement}`;
    if (!found.has(name)) found.set(name, each);
  }
  return [...found.values()];
}

/** A series as it is stored. */
export interface StoredWrittenSeries {
  unit: string;
  arrangement: string;
  /** In order of time. Of rows and drafts only what they are counted by is read; texts and findings are blank. */
  obligations: SeriesObligation[];
  /** The unit's shares by indicator. */
  shares: Map<string, number>;
  /** What the bureau has declared of it, and has not withdrawn. */
  declarations: Declaration[];
  /** When the current version of each submitted row came, by row key. */
  receivedAt: ReadonlyMap<string, number>;
}

/** What the list in force says of its rows, without shares: these are each unit's own. */
export async function readDefinitions(db: D1Database, listId: string): Promise<Definitions> {
  const queries = definitionQueries('?1', 'NULL', () => '');
  return definitionsOf(await db.batch(queries.map((sql) => db.prepare(sql).bind(listId))));
}

/** Reads some series in one round trip of five statements. */
export async function readWritten(
  db: D1Database,
  listId: string,
  portion: readonly WrittenSeries[],
  definitions: Definitions,
): Promise<StoredWrittenSeries[]> {
  const names = JSON.stringify(portion.map(({ unit, arrangement }) => [unit, arrangement]));
  const select = (columns: string, from: string): D1PreparedStatement =>
    db
      .prepare(
        `SELECT ${columns} FROM json_each(?2) e CROSS JOIN ${from}
         WHERE x.list_id = ?1 AND x.unit_id = e.value->>0 AND x.arrangement_code = e.value->>1`,
      )
      .bind(listId, names);
  const blank = `NULL AS note, NULL AS problems, NULL AS contact, NULL AS evidence, NULL AS explanation,
    '[]' AS findings, '[]' AS explained_rules`;
  const [obligations, submissions, drafts, allocations, declared] = await db.batch([
    select(obligationColumns.replaceAll('o.', 'x.'), 'obligations x'),
    select(
      `s.row_key, s.obligation_key, s.indicator_id, s.version, s.status, s.count, s.completed_on, ${blank}, s.received_at`,
      'obligations x CROSS JOIN submissions s ON s.obligation_key = x.key',
    ),
    select(
      `d.row_key, d.obligation_key, d.indicator_id, d.version, '{}' AS content, '[]' AS findings, '[]' AS explained_rules`,
      'obligations x CROSS JOIN drafts d ON d.obligation_key = x.key',
    ),
    select(
      `x.unit_id AS unit, x.arrangement_code AS arrangement, x.indicator_id AS indicator, x.share`,
      'allocations x',
    ),
    select(
      `x.list_id AS list, x.unit_id AS unit, x.arrangement_code AS arrangement, x.schedule_number AS schedule,
         x.from_day AS fromDay, x.period, x.reason`,
      '(SELECT * FROM declarations WHERE withdrawn_at IS NULL) x',
    ),
  ]);
  const sent = rowsOf<SubmissionRow & { received_at: number }>(submissions);
  const receivedAt = new Map(sent.map((row) => [row.row_key, row.received_at]));
  const nameOf = (unit: string, arrangement: string): string => `${unit} ${arrangement}`;
  const ofSeries = Map.groupBy(rowsOf<ObligationRow>(obligations), (row) =>
    nameOf(row.unit_id, row.arrangement_code),
  );
  const sharesOf = Map.groupBy(
    rowsOf<{ unit: string; arrangement: string; indicator: string; share: number }>(allocations),
    ({ unit, arrangement }) => nameOf(unit, arrangement),
  );
  const declaredOf = Map.groupBy(rowsOf<Declaration>(declared), ({ unit, arrangement }) =>
    nameOf(unit, arrangement),
  );
  const sentOf = Map.groupBy(sent, (row) => row.obligation_key);
  const draftedOf = Map.groupBy(rowsOf<DraftRow>(drafts), (row) => row.obligation_key);
  return portion.map(({ unit, arrangement }) => {
    const rows = ofSeries.get(nameOf(unit, arrangement)) ?? [];
    const shares = sharesOf.get(nameOf(unit, arrangement)) ?? [];
    const assembled = assemble(
      rows,
      rows.flatMap(({ key }) => sentOf.get(key) ?? []),
      rows.flatMap(({ key }) => draftedOf.get(key) ?? []),
      {
        ...definitions,
        allocations: new Map(shares.map(({ indicator, share }) => [`${arrangement} ${indicator}`, share])),
      },
    );
    return {
      unit,
      arrangement,
      obligations: assembled.sort(compareTime),
      shares: new Map(shares.map(({ indicator, share }) => [indicator, share])),
      declarations: declaredOf.get(nameOf(unit, arrangement)) ?? [],
      receivedAt,
    };
  });
}
