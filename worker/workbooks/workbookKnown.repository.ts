import type { KnownArrangement } from '../../shared/ledgers/known.ts';
import { rowsOf } from '../db/results.ts';
import {
  askedFacts,
  askedList,
  askedUnit,
  askStatement,
  foundOf,
  type Asked,
  type Found,
} from '../ledger/asked.repository.ts';
import {
  seriesOf,
  seriesStatementCount,
  seriesStatements,
  type StoredSeries,
} from '../ledger/series.repository.ts';
import type { KeyClaim } from '../identity/claim.ts';
import { shapesOf, shapesStatement, type StoredShape } from './ledgerShapes.repository.ts';

/** All that a clerk's file is read against, of one moment. */
export interface WorkbookKnown {
  found: Found;
  series: StoredSeries;
  units: { id: string; kind: string; names: string[] }[];
  arrangements: KnownArrangement[];
  shapes: StoredShape[];
}

/** Reads it in one round trip: who asks, the unit's rows as they stand, the list, the roster, and what was remembered. */
export async function readWorkbookKnown(
  db: D1Database,
  claim: KeyClaim,
  asked: Asked,
): Promise<WorkbookKnown> {
  const facts = askedFacts(claim, asked);
  const results = await db.batch([
    askStatement(db, facts),
    ...seriesStatements(db, { list: askedList, unit: askedUnit, facts, arrangements: 'all' }),
    db.prepare(`SELECT id, kind, name, aliases FROM units ORDER BY position`),
    db
      .prepare(
        `SELECT a.code, a.text, t.name AS taskName, a.task_code AS task, a.printed_number AS printedNumber
         FROM arrangements a JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
         WHERE a.list_id = ${askedList} AND a.retired = 0 ORDER BY t.category, t.sequence, a.position`,
      )
      .bind(JSON.stringify(facts)),
    shapesStatement(db, askedUnit, facts),
  ]);
  const [first, ...rest] = results;
  const [units, arrangements, shapes] = rest.slice(seriesStatementCount);
  return {
    found: foundOf(first),
    series: seriesOf(rest.slice(0, seriesStatementCount), 'all'),
    units: rowsOf<{ id: string; kind: string; name: string; aliases: string }>(units).map(
      ({ id, kind, name, aliases }) => ({ id, kind, names: [name, ...(JSON.parse(aliases) as string[])] }),
    ),
    arrangements: rowsOf<KnownArrangement>(arrangements).map((each) => ({
      ...each,
      printedNumber: each.printedNumber?.replace(/\D/gu, '') || null,
    })),
    shapes: shapesOf(shapes),
  };
}
