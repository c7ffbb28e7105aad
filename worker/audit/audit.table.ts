import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who did what (A13): one entry for each request that changed something, in the batch of the change. A trigger refuses to
 * change or delete one.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    /** Counts up in the order of commits. */
    id: integer('id').primaryKey(),
    /** Milliseconds, of real time also where the demo clock runs. */
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    keyId: text('key_id').notNull(),
    /** The person to whom the key was issued. */
    holder: text('holder').notNull(),
    /** The unit concerned, where it is one; else NULL, and `units` lists them. Units may have left the roster since. */
    unitId: text('unit_id'),
    units: text('units'),
    listId: text('list_id'),
    /** The same of arrangements. */
    arrangement: text('arrangement'),
    arrangements: text('arrangements'),
    /** The key of an obligation, where it is about one. */
    obligation: text('obligation'),
    /** What else names it: id of the push, of the act, of the key that was issued. */
    subject: text('subject'),
    /** `AuditWhat` as JSON. */
    what: text('what').notNull(),
    reason: text('reason'),
    document: text('document'),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('audit_entries_by_time').on(table.at),
    index('audit_entries_by_unit').on(table.unitId, table.at),
  ],
);
