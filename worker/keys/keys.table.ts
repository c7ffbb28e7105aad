import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { units } from '../units/units.table.ts';

/** Access keys: only their SHA-256 is stored. Times in milliseconds. */
export const accessKeys = sqliteTable(
  'access_keys',
  {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    role: text('role').notNull(),
    unitId: text('unit_id').references(() => units.id),
    label: text('label').notNull(),
    /** The person to whom it was issued: what stands for the key wherever it is said who did something. */
    holder: text('holder').notNull().default(''),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    lastUsedOn: text('last_used_on'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    check('access_keys_role', sql`${table.role} IN ('reporter','officer','admin','viewer')`),
    check('access_keys_unit', sql`(${table.role} = 'reporter') = (${table.unitId} IS NOT NULL)`),
  ],
);
