import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accessKeys } from '../keys/keys.table.ts';

/** Bulletins (通报), drafts and issued ones; an issued one is neither changed nor deleted, by triggers. */
export const bulletins = sqliteTable(
  'bulletins',
  {
    id: text('id').primaryKey(),
    listId: text('list_id').notNull(),
    preset: text('preset').notNull(),
    period: text('period'),
    /** Days, both of them meant. */
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    /** Id of the issued one that it corrects; empty where it corrects none. */
    corrects: text('corrects').notNull().default(''),
    /** Head and foot where an officer has set them, else as they are made. */
    title: text('title'),
    office: text('office'),
    code: text('code'),
    salutation: text('salutation'),
    signature: text('signature'),
    /** Edited sentences by id, as JSON: `{ text, made }`, with what was made when it was edited. */
    edits: text('edits').notNull().default('{}'),
    version: integer('version').notNull().default(1),
    /** Server times in milliseconds; holders are names of persons. */
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => accessKeys.id),
    createdHolder: text('created_holder').notNull(),
    /** Of an issued one, as all that follows. */
    issuedAt: integer('issued_at'),
    issuedBy: text('issued_by').references(() => accessKeys.id),
    issuedHolder: text('issued_holder'),
    /** Its number within the year of its issue. */
    numberYear: integer('number_year'),
    sequence: integer('sequence'),
    asOf: text('as_of'),
    change: integer('change'),
    /** `BulletinContent`, packed (`packContent`), and the Markdown that was made of it. */
    content: text('content'),
    markdown: text('markdown'),
  },
  (table) => [
    uniqueIndex('bulletins_by_number').on(table.numberYear, table.sequence),
    uniqueIndex('bulletins_drafted')
      .on(table.listId, table.fromDay, table.toDay, table.corrects)
      .where(sql`issued_at IS NULL`),
    uniqueIndex('bulletins_issued')
      .on(table.listId, table.fromDay, table.toDay, table.corrects)
      .where(sql`issued_at IS NOT NULL`),
    uniqueIndex('bulletins_corrected')
      .on(table.corrects)
      .where(sql`issued_at IS NOT NULL AND corrects <> ''`),
    index('bulletins_by_list').on(table.listId, table.createdAt),
    check(
      'bulletins_whole',
      sql`(${table.issuedAt} IS NULL) = (${table.content} IS NULL) AND (${table.issuedAt} IS NULL) = (${table.sequence} IS NULL)`,
    ),
  ],
);
