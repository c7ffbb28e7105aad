import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Reminders by day: a row is claimed for a unit before its message is sent, so that none is sent twice. Times in
 * milliseconds.
 */
export const reminderMessages = sqliteTable(
  'reminder_messages',
  {
    day: text('day').notNull(),
    /** Empty: the day's own row, where nothing was sent. Units may have left the roster since. */
    unitId: text('unit_id').notNull(),
    state: text('state').notNull(),
    /** The unit whose own address it went to; none: the district's. */
    channel: text('channel'),
    /** Whether it was one message for several units. */
    digest: integer('digest').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    answer: text('answer').notNull().default(''),
    text: text('text').notNull().default(''),
    claimedAt: integer('claimed_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.unitId] }),
    index('reminder_messages_by_state').on(table.state),
  ],
);
