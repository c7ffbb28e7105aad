import type { BulletinEdits } from '../../shared/bulletin/edits.ts';
import type { BulletinHeads } from '../../shared/bulletin/facts.ts';
import type { BulletinNumber } from '../../shared/bulletin/content.ts';
import type { BulletinDays } from '../../shared/bulletin/period.ts';
import { guardedSequence } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import type { TimePlace } from '../db/timePlace.ts';
import type { By } from '../identity/by.ts';

/** A bulletin as it is stored, without its content. Times in milliseconds. */
export interface StoredBulletin extends BulletinDays, BulletinHeads {
  id: string;
  listId: string;
  /** Id, number and office's code of the issued one that it corrects. */
  corrects: { id: string; number: BulletinNumber; code: string } | null;
  correctedBy: BulletinNumber | null;
  version: number;
  createdAt: number;
  createdHolder: string;
  /** `null`: a draft. */
  issued: { at: number; holder: string; number: BulletinNumber; asOf: string; change: number } | null;
}

/** The same with what was made of it. */
export interface WholeBulletin extends StoredBulletin {
  edits: BulletinEdits;
  /** Of an issued one: its content, packed, and its Markdown. */
  kept: { content: string; markdown: string } | null;
}

type Row = Record<string, string | number | null>;

const columns = `b.id, b.list_id, b.preset, b.period, b.from_day, b.to_day, b.corrects, b.title, b.office, b.code, b.salutation,
  b.signature, b.version, b.created_at, b.created_holder, b.issued_at, b.issued_holder, b.number_year, b.sequence, b.as_of,
  b.change, k.number_year AS corrects_year, k.sequence AS corrects_sequence,
  json_extract(k.content, '$.content.code') AS corrects_code, c.number_year AS by_year, c.sequence AS by_sequence`;

const joined = `bulletins b LEFT JOIN bulletins k ON k.id = b.corrects
  LEFT JOIN bulletins c INDEXED BY bulletins_corrected ON c.corrects = b.id AND c.issued_at IS NOT NULL AND c.corrects <> ''`;

const numberOf = (year: Row[string], sequence: Row[string]): BulletinNumber | null =>
  sequence === null || sequence === undefined ? null : { year: Number(year), sequence: Number(sequence) };

const textOf = (value: Row[string]): string | null =>
  value === null || value === undefined ? null : String(value);

function storedOf(row: Row): StoredBulletin {
  const number = numberOf(row.number_year!, row.sequence!);
  const corrected = numberOf(row.corrects_year!, row.corrects_sequence!);
  return {
    id: String(row.id),
    listId: String(row.list_id),
    preset: row.preset as StoredBulletin['preset'],
    period: textOf(row.period!),
    from: String(row.from_day),
    to: String(row.to_day),
    title: textOf(row.title!),
    office: textOf(row.office!),
    code: textOf(row.code!),
    salutation: textOf(row.salutation!),
    signature: textOf(row.signature!),
    corrects: corrected && { id: String(row.corrects), number: corrected, code: String(row.corrects_code) },
    correctedBy: numberOf(row.by_year!, row.by_sequence!),
    version: Number(row.version),
    createdAt: Number(row.created_at),
    createdHolder: String(row.created_holder),
    issued: number && {
      at: Number(row.issued_at),
      holder: String(row.issued_holder),
      number,
      asOf: String(row.as_of),
      change: Number(row.change),
    },
  };
}

/** Which bulletins of a list a page holds. */
interface BulletinsPage {
  drafts: boolean;
  /** Only those of a state. */
  state: 'draft' | 'issued' | undefined;
  after: TimePlace | null;
  limit: number;
}

/** A page of a list's bulletins, the newest first, and the number of the last change. */
export async function listBulletins(
  db: D1Database,
  listId: string,
  { drafts, state, after, limit }: BulletinsPage,
): Promise<{ bulletins: StoredBulletin[]; next: TimePlace | null; change: number }> {
  const [found, change] = await db.batch([
    db
      .prepare(
        `SELECT ${columns}, b.rowid AS place FROM ${joined}
         WHERE b.list_id = ?1 AND (b.created_at, b.rowid) < (?2, ?3) ${drafts ? '' : 'AND b.issued_at IS NOT NULL'}
           ${state === undefined ? '' : `AND b.issued_at IS ${state === 'draft' ? '' : 'NOT '}NULL`}
         ORDER BY b.created_at DESC, b.rowid DESC LIMIT ${limit + 1}`,
      )
      .bind(listId, after?.at ?? Number.MAX_SAFE_INTEGER, after?.id ?? 0),
    db.prepare(`SELECT value FROM sequences WHERE name = 'changes'`),
  ]);
  const rows = rowsOf<Row>(found);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    bulletins: shown.map(storedOf),
    next: rows.length > limit && last ? { at: Number(last.created_at), id: Number(last.place) } : null,
    change: rowsOf<{ value: number }>(change)[0]?.value ?? 0,
  };
}

/** A bulletin with what was made of it; `null`: there is none. */
export async function findBulletin(db: D1Database, id: string): Promise<WholeBulletin | null> {
  const row = await db
    .prepare(`SELECT ${columns}, b.edits, b.content, b.markdown FROM ${joined} WHERE b.id = ?1`)
    .bind(id)
    .first<Row>();
  if (!row) return null;
  return {
    ...storedOf(row),
    edits: JSON.parse(String(row.edits)) as BulletinEdits,
    kept: row.content === null ? null : { content: String(row.content), markdown: String(row.markdown) },
  };
}

/** Which bulletin of some days is meant: the first one, or the one that corrects another. */
export interface Same {
  listId: string;
  from: string;
  to: string;
  corrects: string | null;
}

/** The draft of these days, and the issued one. */
export async function findSame(
  db: D1Database,
  { listId, from, to, corrects }: Same,
): Promise<{ draft: string | null; issued: { number: BulletinNumber; code: string } | null }> {
  const { results } = await db
    .prepare(
      `SELECT id, number_year, sequence, json_extract(content, '$.content.code') AS code FROM bulletins
       WHERE list_id = ?1 AND from_day = ?2 AND to_day = ?3 AND corrects = ?4`,
    )
    .bind(listId, from, to, corrects ?? '')
    .all<Row>();
  const draft = results.find(({ sequence }) => sequence === null);
  const issued = results.find(({ sequence }) => sequence !== null);
  const number = issued ? numberOf(issued.number_year!, issued.sequence!) : null;
  return {
    draft: draft ? String(draft.id) : null,
    issued: number && { number, code: String(issued?.code) },
  };
}

/** What stays from one bulletin to the next: what was set last. */
const lasting = ['office', 'code', 'salutation', 'signature'] as const;
const lastSet = (column: string): string =>
  `(SELECT ${column} FROM bulletins WHERE ${column} IS NOT NULL ORDER BY created_at DESC, rowid DESC LIMIT 1) AS ${column}`;

/** Head and foot of a new draft. */
export async function newHeads(db: D1Database): Promise<BulletinHeads> {
  const set = await db.prepare(`SELECT ${lasting.map(lastSet).join(', ')}`).first<Row>();
  const of = (name: (typeof lasting)[number]): string | null => textOf(set?.[name] ?? null);
  return {
    title: null,
    ...{ office: of('office'), code: of('code'), salutation: of('salutation'), signature: of('signature') },
  };
}

/** Stores a draft, unless one of these days stands. */
export function insertDraft(
  { db, access, clock }: By,
  { id, listId, preset, period, from, to, corrects, office, code, salutation, signature }: StoredBulletin,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO bulletins (id, list_id, preset, period, from_day, to_day, corrects, created_at, created_by,
         created_holder, office, code, salutation, signature)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT DO NOTHING`,
    )
    .bind(
      ...[id, listId, preset, period, from, to, corrects?.id ?? ''],
      ...[clock.now, access.keyId, access.holder, office, code, salutation, signature],
    );
}

/** Aborts the batch unless the draft is the one that was read. */
function guardDraft({ db, clock }: By, { id, version }: StoredBulletin): D1PreparedStatement {
  const same = `SELECT 1 FROM bulletins WHERE id = ?3 AND version = ?4 AND issued_at IS NULL`;
  return guardedSequence(db, `NOT EXISTS (${same})`, { changes: 0, at: clock.now }, id, version);
}

/** Statements that store what an officer has made of a draft. */
export function writeEdits(
  by: By,
  stored: StoredBulletin,
  heads: BulletinHeads,
  edits: BulletinEdits,
): D1PreparedStatement[] {
  const { title, office, code, salutation, signature } = heads;
  return [
    guardDraft(by, stored),
    by.db
      .prepare(
        `UPDATE bulletins SET title = ?2, office = ?3, code = ?4, salutation = ?5, signature = ?6, edits = ?7,
           version = version + 1 WHERE id = ?1`,
      )
      .bind(stored.id, title, office, code, salutation, signature, JSON.stringify(edits)),
  ];
}

/** What is kept of a bulletin that is issued. */
export interface Issue {
  number: BulletinNumber;
  asOf: string;
  change: number;
  title: string;
  content: string;
  markdown: string;
}

/** Statements that issue a draft: aborted where anything was changed since it was made, or its number was given. */
export function writeIssue(by: By, stored: StoredBulletin, issue: Issue): D1PreparedStatement[] {
  const { db, access, clock } = by;
  const { number, asOf, change, title, content, markdown } = issue;
  return [
    guardDraft(by, stored),
    guardedSequence(
      db,
      `value <> ?3 OR (SELECT coalesce(max(sequence), 0) FROM bulletins WHERE number_year = ?4) <> ?5`,
      { changes: 0, at: clock.now },
      ...[change, number.year, number.sequence - 1],
    ),
    db
      .prepare(
        `UPDATE bulletins SET issued_at = ?2, issued_by = ?3, issued_holder = ?4, number_year = ?5, sequence = ?6, as_of = ?7,
           change = ?8, title = ?9, content = ?10, markdown = ?11, version = version + 1 WHERE id = ?1`,
      )
      .bind(
        ...[stored.id, clock.now, access.keyId, access.holder, number.year, number.sequence],
        ...[asOf, change, title, content, markdown],
      ),
  ];
}

/** Statements that delete a draft. */
export const deleteDraft = (by: By, stored: StoredBulletin): D1PreparedStatement[] => [
  guardDraft(by, stored),
  by.db.prepare(`DELETE FROM bulletins WHERE id = ?1`).bind(stored.id),
];
