import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { ReminderLog, ReminderState } from '../../shared/wire/reminderLog.ts';
import { rowsOf } from '../db/results.ts';

/** A message that was refused is tried again by a later run of its day, up to so many attempts in all. */
const mostAttempts = 8;
/** So many days are kept. */
const keptDays = 400;

export interface Claimed {
  unit: string;
  text: string;
}

/**
 * Claims a day's message for units; gives those that were not claimed before, or were refused. What is claimed is sent once
 * at most: where the run breaks off during the request, it stays claimed.
 */
export async function claimMessages(
  db: D1Database,
  day: string,
  of: { units: readonly Claimed[]; channel: string | null; digest: boolean; at: number },
): Promise<Set<string>> {
  const claimed = await db
    .prepare(
      `INSERT INTO reminder_messages (day, unit_id, state, channel, digest, text, claimed_at)
       SELECT ?1, e.value->>0, 'sending', ?3, ?4, e.value->>1, ?5 FROM json_each(?2) e WHERE true
       ON CONFLICT (day, unit_id) DO UPDATE SET state = 'sending', channel = excluded.channel, digest = excluded.digest,
         text = excluded.text, claimed_at = excluded.claimed_at, finished_at = NULL
       WHERE state = 'refused' AND attempts < ${mostAttempts} RETURNING unit_id AS unit`,
    )
    .bind(
      day,
      JSON.stringify(of.units.map(({ unit, text }) => [unit, text])),
      of.channel,
      Number(of.digest),
      of.at,
    )
    .all();
  return new Set(rowsOf<{ unit: string }>(claimed).map(({ unit }) => unit));
}

/** Notes what became of an attempt with claimed messages. */
export const finishMessages = (
  db: D1Database,
  day: string,
  units: readonly string[],
  end: { state: ReminderState; answer: string; at: number },
): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE reminder_messages SET state = ?3, attempts = attempts + 1, answer = ?4, finished_at = ?5
       WHERE day = ?1 AND unit_id IN (SELECT value FROM json_each(?2))`,
    )
    .bind(day, JSON.stringify(units), end.state, end.answer, end.at);

/** What was claimed before a moment and never finished: its run broke off, and nobody knows whether it went out. */
export const giveUpBroken = (db: D1Database, before: number): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE reminder_messages SET state = 'unknown', answer = 'broken off' WHERE state = 'sending' AND claimed_at < ?1`,
    )
    .bind(before);

/** Notes why nothing was sent on a day, unless something was. */
export const noteDay = (
  db: D1Database,
  day: string,
  state: 'nothing' | 'dayOff',
  at: number,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO reminder_messages (day, unit_id, state, claimed_at, finished_at) SELECT ?1, '', ?2, ?3, ?3
       WHERE NOT EXISTS (SELECT 1 FROM reminder_messages WHERE day = ?1) ON CONFLICT DO NOTHING`,
    )
    .bind(day, state, at);

/** Lets go what is older than is kept. */
export const forgetOld = (db: D1Database, today: string): D1PreparedStatement =>
  db.prepare(`DELETE FROM reminder_messages WHERE day < date(?1, '-${keptDays} days')`).bind(today);

interface Row {
  day: string;
  unitId: string;
  unitName: string | null;
  state: ReminderState;
  channel: string | null;
  digest: number;
  attempts: number;
  answer: string;
  text: string;
  at: number;
}

/** A page of what was sent, the newest day first. */
export async function listMessages(
  db: D1Database,
  after: { day: string; unit: string } | null,
  limit: number,
): Promise<ReminderLog> {
  const found = await db
    .prepare(
      `SELECT m.day, m.unit_id AS unitId, u.name AS unitName, m.state, m.channel, m.digest, m.attempts, m.answer, m.text,
         coalesce(m.finished_at, m.claimed_at) AS at
       FROM reminder_messages m LEFT JOIN units u ON u.id = m.unit_id
       WHERE m.day < ?1 OR (m.day = ?1 AND m.unit_id > ?2) ORDER BY m.day DESC, m.unit_id LIMIT ?3`,
    )
    .bind(after?.day ?? '9999', after?.unit ?? '', limit + 1)
    .all();
  const rows = rowsOf<Row>(found);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    messages: shown.map(({ unitId, unitName, digest, at, ...row }) => ({
      ...row,
      unit: unitId === '' ? null : { id: unitId, name: unitName ?? unitId },
      digest: digest === 1,
      at: shanghaiTime(at),
    })),
    next: rows.length > limit && last ? `${last.day}~${last.unitId}` : null,
  };
}

/** All that was sent, the newest day first, page by page. */
export const allMessages = (db: D1Database): AsyncIterable<ReminderLog['messages'][number]> => ({
  async *[Symbol.asyncIterator]() {
    let after: { day: string; unit: string } | null = null;
    for (;;) {
      const { messages, next }: ReminderLog = await listMessages(db, after, 1000);
      yield* messages;
      const last = messages.at(-1);
      if (next === null || !last) return;
      after = { day: last.day, unit: last.unit?.id ?? '' };
    }
  },
});
