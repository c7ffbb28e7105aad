import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { Publishing } from '../../shared/wire/publishings.ts';
import type { PublishingSummary } from '../../shared/wire/parts/publishingSummary.ts';
import { thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';

/** What is written of a publishing, in the batch that it is. */
export interface PublishingToKeep {
  listId: string;
  /** The version that it makes. */
  version: number;
  at: number;
  keyId: string;
  undoes: number | null;
  summary: PublishingSummary;
  /** The list that it replaces; `null` for the first. */
  former: TaskList | null;
}

/** D1 takes 2 MB a value: at most three bytes for each of these. */
const mostCharacters = 500_000;

/** A text in parts, none of which ends within a character. */
export function partsOf(text: string, most = mostCharacters): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + most);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

/** Codes of what a publishing gave something new to hang on. */
const concerned = ({ added, returned, changed }: PublishingSummary): string[] => [
  ...added,
  ...returned,
  ...changed,
];

/** Revisions by arrangement; ?1 is the list, `codes` a JSON array. A row's key begins with list and code. */
const revisionsOf = (codes: string): string =>
  `SELECT e.value AS code, count(r.row_key) AS revisions FROM json_each(${codes}) e
   LEFT JOIN revisions r ON r.row_key >= ?1 || '.' || e.value || '.' AND r.row_key < ?1 || '.' || e.value || '/'
   GROUP BY e.value`;

/** Statements that keep who published what when, and the list that it replaced. */
export function keepPublishing(db: D1Database, kept: PublishingToKeep): D1PreparedStatement[] {
  const { listId, version, summary } = kept;
  const former = kept.former === null ? [] : partsOf(JSON.stringify(kept.former));
  return [
    db
      .prepare(
        `INSERT INTO publishings (list_id, version, published_at, published_by, sequence, undoes, summary, revisions)
         SELECT ?1, ?2, ?3, ?4, ${thisChange}, ?5, ?6,
           (SELECT json_group_object(code, revisions) FROM (${revisionsOf('?7')}))`,
      )
      .bind(
        listId,
        version,
        kept.at,
        kept.keyId,
        kept.undoes,
        JSON.stringify(summary),
        JSON.stringify(concerned(summary)),
      ),
    ...former.map((content, part) =>
      db
        .prepare(`INSERT INTO former_lists (list_id, version, part, content) VALUES (?1, ?2, ?3, ?4)`)
        .bind(listId, version, part, content),
    ),
  ];
}

interface PublishingRow {
  version: number;
  published_at: number;
  published_by: string;
  label: string | null;
  holder: string | null;
  sequence: number;
  undoes: number | null;
  summary: string;
  revisions: string;
}

/** A publishing as it is kept. */
export interface KeptPublishing extends Omit<Publishing, 'undoable'> {
  /** Number of the change that it was. */
  sequence: number;
  /** Revisions of what it added or changed, by code, when it was published. */
  revisions: Record<string, number>;
}

function publishingOf(row: PublishingRow): KeptPublishing {
  return {
    version: row.version,
    publishedAt: shanghaiTime(row.published_at),
    publishedBy: { id: row.published_by, label: row.label },
    by: row.holder ?? row.published_by,
    undoes: row.undoes,
    summary: JSON.parse(row.summary) as PublishingSummary,
    sequence: row.sequence,
    revisions: JSON.parse(row.revisions) as Record<string, number>,
  };
}

/** All publishings of a list, the newest first. */
export async function loadPublishings(db: D1Database, listId: string): Promise<KeptPublishing[]> {
  const { results } = await db
    .prepare(
      `SELECT p.*, k.label, k.holder FROM publishings p LEFT JOIN access_keys k ON k.id = p.published_by
       WHERE p.list_id = ?1 ORDER BY p.version DESC`,
    )
    .bind(listId)
    .all<PublishingRow>();
  return results.map(publishingOf);
}

/** The list that a publishing replaced; `null` where there was none, or it is not kept. */
export async function loadFormerList(
  db: D1Database,
  listId: string,
  version: number,
): Promise<TaskList | null> {
  const { results } = await db
    .prepare(`SELECT content FROM former_lists WHERE list_id = ?1 AND version = ?2 ORDER BY part`)
    .bind(listId, version)
    .all<{ content: string }>();
  if (results.length === 0) return null;
  return JSON.parse(results.map(({ content }) => content).join('')) as TaskList;
}

/** What has come to hang on a publishing since, by code. */
export interface NewlyHanging {
  code: string;
  revisions: number;
  allocations: number;
  narrowings: number;
}

/** What was written since a publishing on what it added or changed; whether what was before it can be had again. */
export async function loadNewlyHanging(
  db: D1Database,
  listId: string,
  { version, sequence, summary, revisions }: KeptPublishing,
): Promise<{ hasFormer: boolean; hanging: NewlyHanging[] }> {
  const codes = JSON.stringify(concerned(summary));
  const since = (sql: string): D1PreparedStatement => db.prepare(sql).bind(listId, codes, sequence);
  const inCodes = `list_id = ?1 AND arrangement_code IN (SELECT value FROM json_each(?2)) AND sequence > ?3`;
  const [former, written, allocated, narrowed] = await db.batch([
    db
      .prepare(`SELECT 1 FROM former_lists WHERE list_id = ?1 AND version = ?2 LIMIT 1`)
      .bind(listId, version),
    db.prepare(revisionsOf('?2')).bind(listId, codes),
    since(`SELECT arrangement_code AS code, count(*) AS n FROM allocations WHERE ${inCodes} GROUP BY code`),
    since(
      `SELECT arrangement_code AS code, count(DISTINCT starts_on) AS n FROM assignments
       WHERE ${inCodes} AND origin = 'bureau' GROUP BY code`,
    ),
  ]);
  const numbers = (result: D1Result | undefined) =>
    new Map(rowsOf<{ code: string; n: number }>(result).map(({ code, n }) => [code, n]));
  const [allocations, narrowings] = [numbers(allocated), numbers(narrowed)];
  const hanging = rowsOf<{ code: string; revisions: number }>(written).map(({ code, ...now }) => ({
    code,
    revisions: now.revisions - (revisions[code] ?? 0),
    allocations: allocations.get(code) ?? 0,
    narrowings: narrowings.get(code) ?? 0,
  }));
  return {
    hasFormer: version === 1 || rowsOf(former).length > 0,
    hanging: hanging.filter((each) => each.revisions + each.allocations + each.narrowings > 0),
  };
}
