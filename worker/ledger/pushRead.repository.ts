import type { RowValues } from '../../shared/row/row.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import type { Outcome } from '../../shared/wire/parts/outcome.ts';
import { rowsOf } from '../db/results.ts';
import type { KeyClaim } from '../identity/claim.ts';
import {
  askedFacts,
  askedList,
  askedUnit,
  askStatement,
  foundOf,
  type Asked,
  type Found,
} from './asked.repository.ts';
import { contentValues } from './rows.repository.ts';
import { seriesOf, seriesStatements, type StoredSeries } from './series.repository.ts';

/** What a push names. */
export interface PushNamed {
  pushId: string;
  /** Arrangements that its keys name. */
  arrangements: readonly string[];
  rows: readonly { key: string; base: number | null }[];
}

/** What is stored of what the push is about. */
export interface StoredPushState extends StoredSeries {
  receipt: { bodySha256: string; outcomes: Outcome[] } | null;
  /** Values of the versions that rows name as their base, by `key@version`. */
  bases: Map<string, RowValues>;
}

/** Reads in one round trip who pushes, to what, and all that a push needs, of one moment. The batch that follows guards it. */
export async function readForPush(
  db: D1Database,
  claim: KeyClaim,
  asked: Asked,
  { pushId, arrangements, rows }: PushNamed,
): Promise<{ found: Found; stored: StoredPushState }> {
  const facts = { ...askedFacts(claim, asked), pushId };
  const based = rows.filter(({ base }) => base !== null);
  const results = await db.batch([
    askStatement(db, facts),
    db
      .prepare(
        `SELECT p.body_sha256 AS bodySha256, p.outcomes, o.outcomes AS further FROM pushes p
         LEFT JOIN push_outcomes o ON o.unit_id = p.unit_id AND o.push_id = p.push_id
         WHERE p.unit_id = ${askedUnit} AND p.push_id = ?1->>'pushId' ORDER BY o.part`,
      )
      .bind(JSON.stringify(facts)),
    // A base that is the submission itself stands in the row; only another one is read from its revision.
    db
      .prepare(
        `SELECT e.value->>0 AS rowKey, e.value->>1 AS base, r.content
         FROM json_each(?1) e
         LEFT JOIN revisions r ON r.row_key = e.value->>0 AND r.version = e.value->>1 AND NOT EXISTS (
           SELECT 1 FROM submissions s WHERE s.row_key = e.value->>0 AND s.version = e.value->>1)`,
      )
      .bind(JSON.stringify(based.map(({ key, base }) => [key, base]))),
    ...seriesStatements(db, { list: askedList, unit: askedUnit, facts, arrangements }),
  ]);
  const [first, receipts, bases, ...ofSeries] = results;
  const series = seriesOf(ofSeries, arrangements);
  const receipt = rowsOf<{ bodySha256: string; outcomes: string | null; further: string | null }>(receipts);
  const stored = {
    ...series,
    receipt: receipt[0]
      ? {
          bodySha256: receipt[0].bodySha256,
          outcomes: [receipt[0].outcomes, ...receipt.map(({ further }) => further)].flatMap(
            (part) => JSON.parse(part ?? '[]') as Outcome[],
          ),
        }
      : null,
    bases: basesOf(series.obligations, rowsOf<BaseRow>(bases)),
  };
  return { found: foundOf(first), stored };
}

interface BaseRow {
  rowKey: string;
  base: number;
  content: string | null;
}

function basesOf(
  obligations: readonly SeriesObligation[],
  versions: readonly BaseRow[],
): Map<string, RowValues> {
  const submissions = new Map(
    obligations.flatMap(({ rows }) => rows.map(({ key, submission }) => [key, submission] as const)),
  );
  const bases = new Map<string, RowValues>();
  for (const { rowKey, base, content } of versions) {
    const submission = submissions.get(rowKey);
    const values =
      content !== null
        ? contentValues(content)
        : submission?.version === base
          ? submission?.values
          : undefined;
    if (values) bases.set(`${rowKey}@${base}`, values);
  }
  return bases;
}
