import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { byField } from '../../shared/row/columns.ts';
import { obligations } from './obligations.table.ts';
import { units } from '../units/units.table.ts';

/** A row's values, by field: a status and a date are text, as they are read. */
const valueColumns = byField(({ field, holds }) => {
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return holds === 'count' ? integer(name) : text(name);
});

/** What a unit has reported for one row: the current version, the only one that counts. */
export const submissions = sqliteTable(
  'submissions',
  {
    rowKey: text('row_key').primaryKey(),
    obligationKey: text('obligation_key')
      .notNull()
      .references(() => obligations.key),
    indicatorId: text('indicator_id').notNull(),
    version: integer('version').notNull(),
    ...valueColumns,
    /** Warnings that passed, and the rules that the explanation was written for: JSON. */
    findings: text('findings').notNull(),
    explainedRules: text('explained_rules').notNull(),
    receivedAt: integer('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
    onBehalf: integer('on_behalf').notNull(),
  },
  (table) => [
    index('submissions_by_obligation').on(table.obligationKey),
    check('submissions_version', sql`${table.version} > 0`),
    check('submissions_count', sql`${table.count} IS NULL OR ${table.count} >= 0`),
    check(
      'submissions_status',
      sql`${table.status} IN ('未开始','进行中','已完成','本地无此类','已开展','未开展')`,
    ),
  ],
);

/** The last pushed values of a row that breaks a rule: kept, shown, never counted (S10). */
export const drafts = sqliteTable(
  'drafts',
  {
    rowKey: text('row_key').primaryKey(),
    obligationKey: text('obligation_key')
      .notNull()
      .references(() => obligations.key),
    indicatorId: text('indicator_id').notNull(),
    version: integer('version').notNull(),
    /** The row as the clerk left it, as JSON: a draft may hold what no column could. */
    content: text('content').notNull(),
    findings: text('findings').notNull(),
    explainedRules: text('explained_rules').notNull(),
    receivedAt: integer('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
  },
  (table) => [index('drafts_by_obligation').on(table.obligationKey)],
);

/**
 * List, arrangement, unit and period of a revision, as its obligation's key names them: what its indexes are made of, word by
 * word (drizzle-kit parts expressions at their commas: the migration was put right by hand).
 */
const named = (place: number): string =>
  `json_extract('["' || replace(obligation_key, '.', '","') || '"]', '$[${place}]')`;
export const revisionList = `substr(obligation_key, 1, 4)`;
export const revisionArrangement = named(1);
export const revisionUnit = named(3);
export const revisionPeriod = named(4);

/** Every version a row ever had, drafts included; a trigger refuses to change or delete one. */
export const revisions = sqliteTable(
  'revisions',
  {
    rowKey: text('row_key').notNull(),
    version: integer('version').notNull(),
    obligationKey: text('obligation_key')
      .notNull()
      .references(() => obligations.key),
    kind: text('kind').notNull(),
    content: text('content').notNull(),
    explainedRules: text('explained_rules').notNull(),
    rulesVersion: text('rules_version').notNull(),
    pushId: text('push_id').notNull(),
    madeAt: integer('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    onBehalf: integer('on_behalf').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.rowKey, table.version] }),
    index('revisions_by_time').on(sql.raw(revisionList), table.madeAt),
    index('revisions_by_unit').on(sql.raw(revisionList), sql.raw(revisionUnit), table.madeAt),
    index('revisions_by_arrangement').on(sql.raw(revisionList), sql.raw(revisionArrangement), table.madeAt),
    index('revisions_by_period').on(sql.raw(revisionList), sql.raw(revisionPeriod), table.madeAt),
    check('revisions_kind', sql`${table.kind} IN ('submission','draft')`),
  ],
);

/**
 * Receipts (S2): what a push was, and what was answered. By unit, not by key: a push travels in its workbook, and a
 * colleague may send it again with another key.
 */
export const pushes = sqliteTable(
  'pushes',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    pushId: text('push_id').notNull(),
    /** The access key that sent it first. */
    keyId: text('key_id').notNull(),
    bodySha256: text('body_sha256').notNull(),
    receivedAt: integer('received_at').notNull(),
    rulesVersion: text('rules_version').notNull(),
    /** What was answered, as JSON: all of it, or as much as fits a D1 value. */
    outcomes: text('outcomes'),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.pushId] })],
);

/** What of a receipt's outcomes does not fit in it, in further parts; of older receipts, all of them. */
export const pushOutcomes = sqliteTable(
  'push_outcomes',
  {
    unitId: text('unit_id').notNull(),
    pushId: text('push_id').notNull(),
    part: integer('part').notNull(),
    outcomes: text('outcomes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.pushId, table.part] }),
    foreignKey({ columns: [table.unitId, table.pushId], foreignColumns: [pushes.unitId, pushes.pushId] }),
  ],
);
