import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Settings as JSON values; `scope` is a list's id, or empty for the deployment. */
export const settings = sqliteTable(
  'settings',
  {
    scope: text('scope').notNull(),
    name: text('name').notNull(),
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.name] })],
);

/** Numbers that count up. `changes` has that of the last change and its time, taken inside each writing batch (S6).
 * `wide changes` has the last change of anything but pushed rows, `deletions LIST` the last that took obligations
 * from a list (S6.4). */
export const sequences = sqliteTable('sequences', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
  at: integer('at').notNull(),
});
