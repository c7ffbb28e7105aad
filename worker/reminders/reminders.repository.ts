import { rowsOf } from '../db/results.ts';
import { guardedSequence } from '../db/change.ts';
import { raiseVersion, versionOf, versionStatement, type Version } from '../versions/versions.repository.ts';
import { noReminders, type StoredReminders } from './storedReminders.ts';

const stored = `SELECT value FROM settings WHERE scope = '' AND name = 'reminders'`;

/** The settings with their version, of one moment. */
export async function loadReminders(
  db: D1Database,
): Promise<{ settings: StoredReminders; version: Version }> {
  const [found, version] = await db.batch([db.prepare(stored), versionStatement(db, 'reminders')]);
  const [row] = rowsOf<{ value: string }>(found);
  const settings = row ? { ...noReminders, ...(JSON.parse(row.value) as StoredReminders) } : noReminders;
  return { settings, version: versionOf(version) };
}

/** Sets the settings of a version; aborts the batch where another stands. */
export function writeReminders(
  db: D1Database,
  settings: StoredReminders,
  standing: Version,
  by: { at: number; keyId: string },
): D1PreparedStatement[] {
  const moved = `(SELECT coalesce(max(version), 0) FROM versions WHERE thing = 'reminders') <> ?3`;
  return [
    guardedSequence(db, moved, { changes: 0, at: by.at }, standing.number),
    db
      .prepare(
        `INSERT INTO settings (scope, name, value) VALUES ('', 'reminders', ?1)
         ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value`,
      )
      .bind(JSON.stringify(settings)),
    raiseVersion(db, 'reminders', by),
  ];
}
