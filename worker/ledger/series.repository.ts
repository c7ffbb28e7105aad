import type { ArrangementNames } from '../../shared/sheet/buildRows.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import { lastDeletionOf, lastWideChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { outsideSum } from '../progress/outsideSum.ts';
import { nameQuery, namesOf } from './names.repository.ts';
import { definitionQueries, definitionsOf, definitionStatementCount } from './definitions.repository.ts';
import {
  assemble,
  draftColumns,
  packedObligation,
  submissionColumns,
  unpackObligation,
  type DraftRow,
  type ObligationRow,
  type PackedObligation,
  type SubmissionRow,
} from './rows.repository.ts';

/** Series of one unit on one list: those of some arrangements, or all that it has. */
export interface SeriesScope {
  listId: string;
  unitId: string;
  arrangements: readonly string[] | 'all';
}

/** The same where only the database knows list and unit: SQL gives them, from facts that stand in ?1 as JSON. */
export interface SeriesAsked {
  list: string;
  unit: string;
  facts: object;
  arrangements: readonly string[] | 'all';
}

const byIds = ({ listId, unitId, arrangements }: SeriesScope): SeriesAsked => ({
  list: `(?1->>'list')`,
  unit: `(?1->>'unit')`,
  facts: { list: listId, unit: unitId },
  arrangements,
});

/** Series as they are stored, read at one moment. */
export interface StoredSeries {
  /** Number of the last change. */
  sequence: number;
  /** Number of the last change that deleted obligations of the list; 0 where none did. */
  deletion: number;
  /** Number of the last wide change; `null` where there was none. */
  wide: number | null;
  /** Number of the last change of each series, by arrangement; `null` where the unit has none of it. */
  last: Map<string, number | null>;
  obligations: SeriesObligation[];
  /** Arrangements of which the unit's counts stay outside the sum over units. */
  outsideSum: Set<string>;
  names: Map<string, ArrangementNames>;
}

export const seriesStatementCount = 7 + definitionStatementCount;

/** Statements that read series, whole. Each has one parameter. */
export function seriesStatements(db: D1Database, asked: SeriesScope | SeriesAsked): D1PreparedStatement[] {
  const { list, unit, facts, arrangements } = 'facts' in asked ? asked : byIds(asked);
  const all = arrangements === 'all';
  const bound = JSON.stringify(all ? facts : { ...facts, arrangements });
  const select = (sql: string): D1PreparedStatement => db.prepare(sql).bind(bound);
  const codes = all
    ? `SELECT DISTINCT arrangement_code AS code FROM obligations WHERE list_id = ${list} AND unit_id = ${unit}`
    : `SELECT value AS code FROM json_each(?1, '$.arrangements')`;
  const inSeries = `o.list_id = ${list} AND o.unit_id = ${unit}${all ? '' : ` AND o.arrangement_code IN (${codes})`}`;
  const named = (column: string): string => (all ? '' : `AND ${column} IN (${codes})`);
  return [
    select(
      `SELECT value, ${lastDeletionOf(list)} AS deletion, ${lastWideChange} AS wide FROM sequences WHERE name = 'changes'`,
    ),
    select(`SELECT ${packedObligation} FROM obligations o WHERE ${inSeries}`),
    select(
      `SELECT ${submissionColumns} FROM obligations o JOIN submissions s ON s.obligation_key = o.key WHERE ${inSeries}`,
    ),
    select(
      `SELECT ${draftColumns} FROM obligations o JOIN drafts d ON d.obligation_key = o.key WHERE ${inSeries}`,
    ),
    // Of a row whose draft was emptied only the revisions are left. Its key is the obligation's with the indicator in it.
    select(
      `SELECT r.row_key AS rowKey, max(r.version) AS last FROM (
         SELECT o.list_id || '.' || o.arrangement_code || '.' || o.schedule_number || '.' AS head, o.key, i.id AS indicator
         FROM obligations o
         JOIN indicators i ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code
         WHERE ${inSeries} AND o.touched = 1 AND o.received_rows < o.rows) e
       JOIN revisions r ON r.row_key > e.head || e.indicator || '.' || substr(e.key, length(e.head) + 1) || '.'
         AND r.row_key < e.head || e.indicator || '.' || substr(e.key, length(e.head) + 1) || '/'
       GROUP BY r.row_key`,
    ),
    select(
      `SELECT e.code FROM units u CROSS JOIN (${codes}) e
       WHERE u.id = ${unit} AND ${outsideSum('u', list, 'e.code')}`,
    ),
    select(nameQuery(list, named('a.code'))),
    ...definitionQueries(list, unit, named).map(select),
  ];
}

/** What those statements found. */
export function seriesOf(
  results: readonly D1Result[],
  arrangements: SeriesScope['arrangements'],
): StoredSeries {
  const rows = <T>(index: number): T[] => rowsOf<T>(results[index]);
  const change = rows<{ value: number; deletion: number | null; wide: number | null }>(0)[0];
  const obligations = rows<PackedObligation>(1).map(unpackObligation);
  return {
    sequence: change?.value ?? 0,
    deletion: change?.deletion ?? 0,
    wide: change?.wide ?? null,
    last: lastOf(arrangements === 'all' ? [] : arrangements, obligations),
    obligations: assemble(
      obligations,
      rows<SubmissionRow>(2),
      rows<DraftRow>(3),
      definitionsOf(results.slice(7, seriesStatementCount)),
      new Map(rows<{ rowKey: string; last: number }>(4).map(({ rowKey, last }) => [rowKey, last])),
    ),
    outsideSum: new Set(rows<{ code: string }>(5).map(({ code }) => code)),
    names: namesOf(results[6]),
  };
}

function lastOf(arrangements: readonly string[], rows: readonly ObligationRow[]): Map<string, number | null> {
  const last = new Map<string, number | null>(arrangements.map((code) => [code, null]));
  for (const { arrangement_code: code, sequence } of rows) {
    last.set(code, Math.max(last.get(code) ?? 0, sequence));
  }
  return last;
}

/** Reads series in one round trip. */
export async function readSeries(db: D1Database, scope: SeriesScope): Promise<StoredSeries> {
  return seriesOf(await db.batch(seriesStatements(db, scope)), scope.arrangements);
}
