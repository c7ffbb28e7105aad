import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const units = sqliteTable(
  'units',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull().unique(),
    kind: text('kind').notNull(),
    aliases: text('aliases').notNull(),
    /** Place in the roster file: the order in which units are shown. */
    position: integer('position').notNull(),
  },
  (table) => [check('units_kind', sql`${table.kind} IN ('bureau','park','town','subdistrict')`)],
);

export const unitGroups = sqliteTable('unit_groups', {
  name: text('name').primaryKey(),
  aliases: text('aliases').notNull(),
});

/** Members of a group, by day; an empty `starts_on` is since ever. */
export const unitGroupMembers = sqliteTable(
  'unit_group_members',
  {
    groupName: text('group_name')
      .notNull()
      .references(() => unitGroups.name),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on'),
  },
  (table) => [primaryKey({ columns: [table.groupName, table.unitId, table.startsOn] })],
);
