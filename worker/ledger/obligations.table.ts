import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { units } from '../units/units.table.ts';
import { arrangements } from '../taskLists/taskLists.table.ts';

export const periods = sqliteTable('periods', {
  /** `2024`, `2024-H1`, `2024-Q1`, `2024-B1`, `2024-03`, `2024-W07`. */
  id: text('id').primaryKey(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
});

/** Reports that are expected, with what the pushes have made of them (kept in each push's own batch). */
export const obligations = sqliteTable(
  'obligations',
  {
    /** `list.arrangement.schedule.unit.period`. */
    key: text('key').primaryKey(),
    listId: text('list_id').notNull(),
    category: integer('category').notNull(),
    taskCode: text('task_code').notNull(),
    arrangementCode: text('arrangement_code').notNull(),
    scheduleNumber: integer('schedule_number').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    periodId: text('period_id')
      .notNull()
      .references(() => periods.id),
    opensOn: text('opens_on').notNull(),
    dueOn: text('due_on'),
    lockOn: text('lock_on'),
    /** Rows that it has, one for each indicator; how many are received, say done, stand as drafts. */
    rowCount: integer('rows').notNull(),
    receivedRows: integer('received_rows').notNull().default(0),
    fulfilledRows: integer('fulfilled_rows').notNull().default(0),
    draftRows: integer('draft_rows').notNull().default(0),
    /** Server times in milliseconds (P2). */
    firstReceivedAt: integer('first_received_at'),
    firstFulfilledAt: integer('first_fulfilled_at'),
    lastChangedAt: integer('last_changed_at'),
    punctuality: text('punctuality'),
    /** Why nothing is expected any more: a final report is done, or 本地无此类 holds on. */
    waivedBy: text('waived_by'),
    retired: integer('retired').notNull().default(0),
    /** Whether any of its rows was ever written: then it is retired, never deleted. */
    touched: integer('touched').notNull().default(0),
    /** How it counts (`countsOf`): 1 where it is expected, received as a whole, fulfilled. */
    expected: integer('expected').notNull().default(1),
    received: integer('received').notNull().default(0),
    fulfilled: integer('fulfilled').notNull().default(0),
    /** How the bureau has reviewed it: `toAccept`, `accepted`, `returned`; none where it is not received. */
    review: text('review'),
    /** Of the last return: why, on which day, until when an answer is asked for, by whom (a person's name). */
    returnReason: text('return_reason'),
    returnedOn: text('returned_on'),
    answerBy: text('answer_by'),
    returnedBy: text('returned_by'),
    /** The due date before an extension; `due_on` is the one in force. */
    dueOriginal: text('due_original'),
    extensionReason: text('extension_reason'),
    extensionDocument: text('extension_document'),
    /** The date from which a holiday moved the due date (P9). */
    movedFrom: text('moved_from'),
    /** The lock does not hold up to this day, the day itself included. */
    unlockedUntil: text('unlocked_until'),
    /** Why the bureau has declared that there is nothing of this kind at the unit, where that holds. */
    declared: text('declared'),
    /** The first day on which it is behind pace as things stand. */
    behindFrom: text('behind_from'),
    /** Number of the last change, from `sequences`: what a pull's cursor and a plan's guard look at. */
    sequence: integer('sequence').notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.listId, table.arrangementCode],
      foreignColumns: [arrangements.listId, arrangements.code],
    }),
    index('obligations_by_series').on(table.listId, table.unitId, table.arrangementCode),
    index('obligations_by_change').on(table.listId, table.unitId, table.sequence),
    index('obligations_by_opening').on(table.listId, table.unitId, table.opensOn),
    index('obligations_by_due').on(table.listId, table.dueOn, table.key),
    index('obligations_by_unit_due').on(table.listId, table.unitId, table.dueOn, table.key),
    index('obligations_by_arrangement_due').on(table.listId, table.arrangementCode, table.dueOn, table.key),
    index('obligations_by_review')
      .on(table.listId, table.review, table.dueOn, table.key)
      .where(sql`review IS NOT NULL`),
    // The whole district's in the order of their last change: what a program follows.
    index('obligations_by_sequence').on(table.listId, table.sequence, table.key),
    // What has rows that were reported, or drafts: a small part of all.
    index('obligations_by_received')
      .on(table.listId, table.dueOn, table.key)
      .where(sql`received_rows > 0`),
    index('obligations_by_draft')
      .on(table.listId, table.dueOn, table.key)
      .where(sql`draft_rows > 0`),
    // What falls due in another period than its key names: hardly any.
    index('obligations_moved')
      .on(table.listId, table.periodId)
      .where(sql`substr(key, -length(period_id)) <> period_id`),
    // What may have a yellow light: a small part of all.
    index('obligations_by_yellow')
      .on(table.listId, table.dueOn, table.key)
      .where(sql`behind_from IS NOT NULL OR review = 'returned'`),
    check('obligations_rows', sql`${table.receivedRows} BETWEEN 0 AND ${table.rowCount}`),
    check('obligations_fulfilled', sql`${table.fulfilledRows} BETWEEN 0 AND ${table.receivedRows}`),
    check(
      'obligations_punctuality',
      sql`${table.punctuality} IS NULL OR ${table.punctuality} IN ('onTime','reportedLate','completedLate')`,
    ),
    check(
      'obligations_waived',
      sql`${table.waivedBy} IS NULL OR ${table.waivedBy} IN ('completed','notApplicable')`,
    ),
  ],
);
