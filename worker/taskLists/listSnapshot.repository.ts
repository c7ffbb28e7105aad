import type { Roster } from '../../shared/roster/roster.ts';
import { rowsOf } from '../db/results.ts';
import { Problem } from '../problems/problem.ts';
import { rosterOf, rosterStatements } from '../units/units.repository.ts';
import { versionOf, versionStatement, type Version } from '../versions/versions.repository.ts';
import type { Hanging, KnownList } from '../../shared/taskList/knownList.ts';
import { knownOf, knownStatementCount, knownStatements } from './known.repository.ts';
import { listStatementCount, listStatements, storedListOf, type StoredList } from './taskLists.repository.ts';

/** All that a wide change of a year's list relies on, read at one moment. */
export interface ListSnapshot {
  /** Number of the last change; the batch that follows guards it. */
  sequence: number;
  list: StoredList | null;
  /** What was ever published of the year; `null` where nothing was. */
  known: KnownList | null;
  /** What hangs on each arrangement, by code. */
  hangs: Map<string, Hanging>;
  /** The roster as it is kept; what its names mean in this list says `rosterOfList`. */
  roster: Roster;
  rosterVersion: Version;
  settingsVersion: Version;
  /** Units that keys, reports or the bureau's narrowings refer to. */
  unitsInUse: string[];
}

export async function readListSnapshot(db: D1Database, year: number): Promise<ListSnapshot> {
  const results = await db.batch([
    db.prepare(`SELECT value FROM sequences WHERE name = 'changes'`),
    db.prepare(
      // D1 takes five terms of a compound SELECT: two stand together.
      `SELECT id FROM (SELECT unit_id AS id FROM access_keys WHERE unit_id IS NOT NULL
         UNION SELECT unit_id FROM calendar_tokens)
       UNION SELECT unit_id FROM obligations WHERE touched = 1
       UNION SELECT unit_id FROM assignments WHERE origin = 'bureau'
       UNION SELECT unit_id FROM allocations
       UNION SELECT unit_id FROM pushes`,
    ),
    ...listStatements(db, String(year)),
    ...knownStatements(db, String(year)),
    ...rosterStatements(db),
    versionStatement(db, 'roster'),
    versionStatement(db, `settings ${year}`),
  ]);
  const [sequence, units] = results;
  const list = storedListOf(results.slice(2, 2 + listStatementCount));
  const rest = results.slice(2 + listStatementCount);
  return {
    sequence: rowsOf<{ value: number }>(sequence)[0]?.value ?? 0,
    unitsInUse: rowsOf<{ id: string }>(units).map((row) => row.id),
    list,
    ...knownOf(list, rest.slice(0, knownStatementCount)),
    roster: rosterOf(rest.slice(knownStatementCount, -2)),
    rosterVersion: versionOf(rest.at(-2)),
    settingsVersion: versionOf(rest.at(-1)),
  };
}

/**
 * The same of a year that has a list.
 * @throws Problem `list-not-found`.
 */
export async function readPublishedList(
  db: D1Database,
  year: number,
): Promise<ListSnapshot & { list: StoredList }> {
  const snapshot = await readListSnapshot(db, year);
  if (!snapshot.list) throw new Problem('list-not-found', { year });
  return { ...snapshot, list: snapshot.list };
}
