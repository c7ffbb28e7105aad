import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { units } from '../units/units.table.ts';

/** What a unit has confirmed of files of one shape: the roles of columns, what rows are of, sheets left out, answers. */
export const ledgerShapes = sqliteTable(
  'ledger_shapes',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    /** Digest of the headings of all its sheets. */
    shape: text('shape').notNull(),
    /** Raised by every upload that confirms something new. */
    revision: integer('revision').notNull(),
    /** JSON, as `shared/ledgers/memory.ts` has it. */
    content: text('content').notNull(),
    /** Milliseconds. */
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.shape] })],
);
