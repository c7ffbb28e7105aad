import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accessKeys } from '../keys/keys.table.ts';

/** Of what is set as a whole (the roster, the settings of a list): which version stands, and who made it when. */
export const versions = sqliteTable('versions', {
  /** `roster`, or `settings 2024`. */
  thing: text('thing').primaryKey(),
  /** Counts up by one; nothing is stored of what was never set. */
  version: integer('version').notNull(),
  /** Milliseconds, by the server's clock. */
  changedAt: integer('changed_at').notNull(),
  changedBy: text('changed_by')
    .notNull()
    .references(() => accessKeys.id),
});
