import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { units } from '../units/units.table.ts';

/** Published task lists. `id` is the year as text: it stands in row keys. */
export const taskLists = sqliteTable(
  'task_lists',
  {
    id: text('id').primaryKey(),
    year: integer('year').notNull().unique(),
    title: text('title').notNull(),
    /** Categories as published: `[{ number, name }]`. */
    categories: text('categories').notNull(),
    publishedAt: integer('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    /** Raised by every publishing that changes something. */
    version: integer('version').notNull(),
    /**
     * Its first publishing was taken back: nothing of the year is published, codes and versions count on. It has no tasks then, and
     * says so here, where every request looks.
     */
    withdrawn: integer('withdrawn').notNull().default(0),
  },
  (table) => [check('task_lists_year', sql`${table.year} BETWEEN 2000 AND 2100`)],
);

export const tasks = sqliteTable(
  'tasks',
  {
    listId: text('list_id')
      .notNull()
      .references(() => taskLists.id),
    code: text('code').notNull(),
    category: integer('category').notNull(),
    sequence: integer('sequence').notNull(),
    name: text('name').notNull(),
    goal: text('goal').notNull(),
    goalQuantities: text('goal_quantities').notNull(),
    unitsAsPrinted: text('units_as_printed').notNull(),
    units: text('units').notNull(),
    /** No longer in the list; kept for arrangements that are. */
    retired: integer('retired').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.listId, table.code] })],
);

export const arrangements = sqliteTable(
  'arrangements',
  {
    listId: text('list_id').notNull(),
    code: text('code').notNull(),
    taskCode: text('task_code').notNull(),
    position: integer('position').notNull(),
    printedNumber: text('printed_number'),
    text: text('text').notNull(),
    textAsPrinted: text('text_as_printed').notNull(),
    undatedWords: text('undated_words'),
    /** What else is left to a person, and what was decided of it. */
    leftOpen: text('left_open'),
    /** Taken out of the list by a correction; kept, with its code, for what hangs on it. */
    retired: integer('retired').notNull().default(0),
    /** Of a retired one: its task as it was called then, since another may have that code by now. */
    taskName: text('task_name'),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.code] }),
    foreignKey({ columns: [table.listId, table.taskCode], foreignColumns: [tasks.listId, tasks.code] }),
    index('arrangements_by_task').on(table.listId, table.taskCode),
  ],
);

export const schedules = sqliteTable(
  'schedules',
  {
    listId: text('list_id').notNull(),
    arrangementCode: text('arrangement_code').notNull(),
    /** Stands in row keys, and is never another schedule's of the arrangement. */
    number: integer('number').notNull(),
    kind: text('kind').notNull(),
    start: text('start'),
    due: text('due'),
    season: text('season'),
    source: text('source'),
    /** Its place in the text; 0 in databases from before places were kept: there it is the number. */
    place: integer('place').notNull().default(0),
    /** The period that its row's key names, where that is not the one of its dates. */
    period: text('period'),
    /** What the bureau has made of an undated one. */
    decidedKind: text('decided_kind'),
    /** No longer in the arrangement; kept for its obligations. */
    retired: integer('retired').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.arrangementCode, table.number] }),
    foreignKey({
      columns: [table.listId, table.arrangementCode],
      foreignColumns: [arrangements.listId, arrangements.code],
    }),
    check(
      'schedules_kind',
      sql`${table.kind} IN ('once','window','weekly','monthly','two-monthly','quarterly','half-yearly','undated')`,
    ),
  ],
);

export const indicators = sqliteTable(
  'indicators',
  {
    listId: text('list_id').notNull(),
    arrangementCode: text('arrangement_code').notNull(),
    id: text('id').notNull(),
    number: integer('number').notNull(),
    label: text('label').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    target: integer('target'),
    baseline: integer('baseline'),
    mode: text('mode').notNull(),
    source: text('source'),
    /** No longer in the arrangement; kept for what was reported of it or allocated. */
    retired: integer('retired').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.arrangementCode, table.id] }),
    foreignKey({
      columns: [table.listId, table.arrangementCode],
      foreignColumns: [arrangements.listId, arrangements.code],
    }),
    check('indicators_mode', sql`${table.mode} IN ('cumulative','perPeriod')`),
    check('indicators_target', sql`${table.target} IS NULL OR ${table.target} >= 0`),
  ],
);

/** Who an arrangement is assigned to, by day: a set of units in force from `starts_on` (I10). */
export const assignments = sqliteTable(
  'assignments',
  {
    listId: text('list_id').notNull(),
    arrangementCode: text('arrangement_code').notNull(),
    /** `list`: as printed, by the roster; `bureau`: narrowed by the bureau, which prevails. */
    origin: text('origin').notNull(),
    startsOn: text('starts_on').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    /** Number of the change that wrote it. */
    sequence: integer('sequence').notNull().default(0),
  },
  (table) => [
    primaryKey({
      columns: [table.listId, table.arrangementCode, table.origin, table.startsOn, table.unitId],
    }),
    foreignKey({
      columns: [table.listId, table.arrangementCode],
      foreignColumns: [arrangements.listId, arrangements.code],
    }),
    check('assignments_origin', sql`${table.origin} IN ('list','bureau')`),
  ],
);

/** A unit's share of an indicator's district target (分解指标). */
export const allocations = sqliteTable(
  'allocations',
  {
    listId: text('list_id').notNull(),
    arrangementCode: text('arrangement_code').notNull(),
    indicatorId: text('indicator_id').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    share: integer('share').notNull(),
    /** Number of the change that wrote it. */
    sequence: integer('sequence').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.arrangementCode, table.indicatorId, table.unitId] }),
    foreignKey({
      columns: [table.listId, table.arrangementCode, table.indicatorId],
      foreignColumns: [indicators.listId, indicators.arrangementCode, indicators.id],
    }),
    index('allocations_by_unit').on(table.listId, table.unitId),
    check('allocations_share', sql`${table.share} >= 0`),
  ],
);

/** Every code that was ever given, and the highest numbers that its arrangement has given: none is given twice. */
export const usedCodes = sqliteTable(
  'used_codes',
  {
    listId: text('list_id')
      .notNull()
      .references(() => taskLists.id),
    code: text('code').notNull(),
    schedules: integer('schedules').notNull(),
    indicators: integer('indicators').notNull(),
  },
  (table) => [primaryKey({ columns: [table.listId, table.code] })],
);

/** Who published what when: one row for each version of a list, in the batch that made it. */
export const publishings = sqliteTable(
  'publishings',
  {
    listId: text('list_id')
      .notNull()
      .references(() => taskLists.id),
    version: integer('version').notNull(),
    publishedAt: integer('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    /** Number of the change that it was. */
    sequence: integer('sequence').notNull(),
    /** The version that it took back; `null` where it is no undoing. */
    undoes: integer('undoes'),
    /** What changed, as JSON: counts, and the codes by kind of change. */
    summary: text('summary').notNull(),
    /** How many revisions each arrangement that it added or changed had by then, by code, as JSON. */
    revisions: text('revisions').notNull(),
  },
  (table) => [primaryKey({ columns: [table.listId, table.version] })],
);

/** The list that a publishing replaced, as JSON in parts that fit a D1 value; none for the first. */
export const formerLists = sqliteTable(
  'former_lists',
  {
    listId: text('list_id').notNull(),
    version: integer('version').notNull(),
    part: integer('part').notNull(),
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.version, table.part] }),
    foreignKey({
      columns: [table.listId, table.version],
      foreignColumns: [publishings.listId, publishings.version],
    }),
  ],
);
