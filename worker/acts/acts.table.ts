import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accessKeys } from '../keys/keys.table.ts';

/** What officers have decided of obligations; append-only, by a trigger. */
export const acts = sqliteTable('acts', {
  /** Made by the client: the same act sent again is answered again, not applied again. */
  actId: text('act_id').primaryKey(),
  act: text('act').notNull(),
  keyId: text('key_id')
    .notNull()
    .references(() => accessKeys.id),
  /** Name of the person whose key it was. */
  holder: text('holder').notNull(),
  /** Of all that was asked for, by which an id that is used again is told. */
  bodySha256: text('body_sha256').notNull(),
  reason: text('reason'),
  document: text('document'),
  /** Of an extension: the new due date; of an unlocking: the last day on which the lock does not hold. */
  due: text('due'),
  until: text('until'),
  /** Server time in milliseconds. */
  madeAt: integer('made_at').notNull(),
  requestId: text('request_id').notNull(),
});

/** What became of each obligation of an act. All that it was about are there from its first portion on. */
export const actObligations = sqliteTable(
  'act_obligations',
  {
    actId: text('act_id')
      .notNull()
      .references(() => acts.actId),
    /** As it was named: it may be a key of nothing. */
    obligationKey: text('obligation_key').notNull(),
    /** Its place among those named. */
    place: integer('place').notNull(),
    /** `applied`, `unchanged`, `refused`; none while its portion is still to be written. Set once, by a trigger. */
    outcome: text('outcome'),
    /** Why it was refused. */
    code: text('code'),
    /** What of it the act has changed, as JSON; none where nothing was. */
    before: text('before'),
    after: text('after'),
  },
  (table) => [
    primaryKey({ columns: [table.actId, table.obligationKey] }),
    index('act_obligations_by_obligation').on(table.obligationKey),
  ],
);

/** The bureau's word that there is nothing of an arrangement's kind at a unit, from a period on. */
export const declarations = sqliteTable(
  'declarations',
  {
    actId: text('act_id')
      .notNull()
      .references(() => acts.actId),
    listId: text('list_id').notNull(),
    unitId: text('unit_id').notNull(),
    arrangementCode: text('arrangement_code').notNull(),
    scheduleNumber: integer('schedule_number').notNull(),
    /** The day on which the first period opens, and that period. */
    fromDay: text('from_day').notNull(),
    period: text('period').notNull(),
    reason: text('reason').notNull(),
    /** Server time in milliseconds; of the withdrawal, where it was withdrawn. */
    madeAt: integer('made_at').notNull(),
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [
    primaryKey({
      columns: [
        table.listId,
        table.unitId,
        table.arrangementCode,
        table.scheduleNumber,
        table.fromDay,
        table.actId,
      ],
    }),
  ],
);
