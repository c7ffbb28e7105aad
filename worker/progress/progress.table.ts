import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The roll-up behind every progress answer: for each group of each dimension and each due date, how many
 * obligations there are. Kept in the batch that changes an obligation, so that a question reads a few rows
 * for each group shown, however many obligations and revisions there are.
 */
export const progressRollups = sqliteTable(
  'progress_rollups',
  {
    listId: text('list_id').notNull(),
    dimension: text('dimension').notNull(),
    groupId: text('group_id').notNull(),
    /** Empty for undated obligations. */
    dueOn: text('due_on').notNull(),
    expected: integer('expected').notNull(),
    received: integer('received').notNull(),
    fulfilled: integer('fulfilled').notNull(),
    onTime: integer('on_time').notNull(),
    reportedLate: integer('reported_late').notNull(),
    completedLate: integer('completed_late').notNull(),
    /** How the bureau has reviewed what is received, undated ones included. */
    toAccept: integer('to_accept').notNull().default(0),
    accepted: integer('accepted').notNull().default(0),
    returned: integer('returned').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.listId, table.dimension, table.groupId, table.dueOn] })],
);

/** Reported and allocated counts by unit, and under unit `*` their sum over the units that count (B2). */
export const indicatorTotals = sqliteTable(
  'indicator_totals',
  {
    listId: text('list_id').notNull(),
    unitId: text('unit_id').notNull(),
    arrangementCode: text('arrangement_code').notNull(),
    indicatorId: text('indicator_id').notNull(),
    reported: integer('reported'),
    allocated: integer('allocated'),
    /** How many units' counts stand behind `reported` in the `*` row. */
    reporting: integer('reporting').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.unitId, table.arrangementCode, table.indicatorId] }),
  ],
);
