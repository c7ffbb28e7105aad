import { Problem } from '../problems/problem.ts';

/** The number of the change that a batch makes; valid after `guardedSequence` in the same batch. */
export const thisChange = `(SELECT value FROM sequences WHERE name = 'changes')`;

/**
 * The number of the last change that deleted obligations of a list; a cursor from before it cannot tell what has gone.
 * `list` is SQL.
 */
export const lastDeletionOf = (list: string): string =>
  `(SELECT value FROM sequences WHERE name = 'deletions ' || ${list})`;

/** The same of the list that ?1 names. */
export const lastDeletion = lastDeletionOf('?1');

/**
 * Begins a batch that relies on what was read before it: where `refuted` holds, the number would become NULL, which the
 * column refuses, and all of the batch with it. Else it takes the next number (S6), inside the batch, so that numbers
 * follow the order of commits without gaps; `takes` 0 takes none. Parameters are ?1 `takes`, ?2 the time, and those of
 * `refuted` from ?3 on.
 */
export function guardedSequence(
  db: D1Database,
  refuted: string,
  takes: { changes: 0 | 1; at: number },
  ...values: (string | number | null)[]
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sequences SET value = CASE WHEN ${refuted} THEN NULL ELSE value + ?1 END,
         at = CASE ?1 WHEN 0 THEN at ELSE max(at, ?2) END WHERE name = 'changes'`,
    )
    .bind(takes.changes, takes.at, ...values);
}

/** The number of the last wide change: of anything but pushed rows. */
export const lastWideChange = `(SELECT value FROM sequences WHERE name = 'wide changes')`;

/**
 * Begins a rare, wide change, of roster, list, settings, assignments or allocations. Aborts the batch when anything
 * at all was changed since `sequence`, takes the next number, and keeps it as the last wide one. By that a push knows
 * whether what it read of a list still holds.
 */
export function beginWideChange(db: D1Database, sequence: number, now: number): D1PreparedStatement[] {
  return [
    guardedSequence(db, 'value <> ?3', { changes: 1, at: now }, sequence),
    db.prepare(
      `INSERT INTO sequences (name, value, at) SELECT 'wide changes', ${thisChange}, 0 WHERE true
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    ),
  ];
}

/** A guard's refusal, or the receipt of the same push or act, or a bulletin's number, twice at the same moment. */
export const isAborted = (error: unknown): boolean =>
  error instanceof Error &&
  /NOT NULL constraint failed: sequences\.value|UNIQUE constraint failed: (?:pushes|acts|bulletins)\./u.test(
    error.message,
  );

/** Foreign keys are checked at the end of the batch, so that what refers to each other can be replaced in any order. */
export function deferForeignKeys(db: D1Database): D1PreparedStatement {
  return db.prepare(`PRAGMA defer_foreign_keys = on`);
}

/**
 * How often a plan is made anew before the client is asked to come back. Every abort means that another
 * writer's batch was committed; one attempt asks at most about forty queries of the thousand allowed.
 */
const attempts = 20;

/**
 * Plans and applies until the plan held: `attempt` reads, plans, and runs one batch whose first statement
 * guards the plan; when it aborts the batch, everything is read and planned again.
 * @throws Problem `busy` after the last attempt; nothing was stored.
 */
export async function untilPlanHolds<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isAborted(error)) throw error;
      if (round === attempts) throw new Problem('busy');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * round));
    }
  }
}
