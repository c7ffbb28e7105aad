import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accessKeys } from '../keys/keys.table.ts';

/** Of what is set of a version (the roster, settings and shares of a list): which one stands, and who made it when. */
export const versions = sqliteTable('versions', {
  /** `roster`, `reminders`, `settings 2024` or `allocations 2024`. */
  thing: text('thing').primaryKey(),
  /** Counts up by one; nothing is stored of what was never set. */
  version: integer('version').notNull(),
  /** Milliseconds, by the server's clock. */
  changedAt: integer('changed_at').notNull(),
  changedBy: text('changed_by')
    .notNull()
    .references(() => accessKeys.id),
});
