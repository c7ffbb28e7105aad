import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accessKeys } from '../keys/keys.table.ts';
import { units } from '../units/units.table.ts';

/** Links by which calendars read one unit's deadlines: only their SHA-256 is stored. Times in milliseconds. */
export const calendarTokens = sqliteTable(
  'calendar_tokens',
  {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull().unique(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    /** Whose calendar it is for, as its maker calls it. */
    label: text('label').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => accessKeys.id),
    createdAt: integer('created_at').notNull(),
    /** Day in Shanghai on which it was last read. */
    lastUsedOn: text('last_used_on'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('calendar_tokens_by_unit').on(table.unitId)],
);
