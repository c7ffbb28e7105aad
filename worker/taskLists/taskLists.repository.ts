import type { AssignmentSet } from '../../shared/roster/expandUnits.ts';
import { listSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import {
  numberOf,
  type Arrangement,
  type Indicator,
  type Schedule,
  type Task,
  type TaskList,
} from '../../shared/taskList/taskList.ts';
import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { bulk } from '../db/bulk.ts';
import { lastWideChange } from '../db/change.ts';
import { database } from '../db/database.ts';
import { units } from '../roster/roster.table.ts';
import { settings } from '../settings/settings.table.ts';
import { taskLists } from './taskLists.table.ts';

/** A list as stored, with what the bureau decided of it. */
export interface StoredList {
  taskList: TaskList;
  version: number;
  publishedAt: number;
  settings: ListSettings;
  /** The bureau's own narrowings, by arrangement code. */
  narrowings: Map<string, AssignmentSet[]>;
}

export type Row = Record<string, string | number | null>;

/** Statements that read a list, for a batch; `storedListOf` makes a list of their results. */
export function listStatements(db: D1Database, listId: string): D1PreparedStatement[] {
  const select = (sql: string): D1PreparedStatement => db.prepare(sql).bind(listId);
  return [
    select(`SELECT * FROM task_lists WHERE id = ?1`),
    select(`SELECT * FROM tasks WHERE list_id = ?1 AND retired = 0 ORDER BY category, sequence`),
    select(`SELECT * FROM arrangements WHERE list_id = ?1 AND retired = 0 ORDER BY task_code, position`),
    select(
      `SELECT * FROM schedules WHERE list_id = ?1 AND retired = 0 ORDER BY arrangement_code, place, number`,
    ),
    select(`SELECT * FROM indicators WHERE list_id = ?1 AND retired = 0 ORDER BY arrangement_code, number`),
    select(`SELECT value FROM settings WHERE scope = ?1 AND name = 'list'`),
    select(
      `SELECT arrangement_code, starts_on, unit_id FROM assignments
       WHERE list_id = ?1 AND origin = 'bureau' ORDER BY arrangement_code, starts_on, unit_id`,
    ),
  ];
}

export const listStatementCount = 7;

const parsed = <T>(value: unknown): T => JSON.parse(String(value)) as T;
const group = (rows: Row[], column: string): Map<string, Row[]> =>
  Map.groupBy(rows, (row) => String(row[column]));

/** A schedule with its number; `arrangementsOf` leaves out the number where it is its place. */
export function scheduleOf(row: Row): Schedule {
  return {
    kind: row.kind as Schedule['kind'],
    ...(row.start === null ? {} : { start: String(row.start) }),
    ...(row.due === null ? {} : { due: String(row.due) }),
    ...(row.season === null ? {} : { season: String(row.season) }),
    number: Number(row.number),
    ...(row.period === null ? {} : { period: String(row.period) }),
    source: row.source === null ? null : parsed(row.source),
  };
}

export function indicatorOf(row: Row): Indicator {
  return {
    id: String(row.id),
    label: String(row.label),
    unitOfMeasure: String(row.unit_of_measure),
    target: row.target as number | null,
    ...(row.baseline === null ? {} : { baseline: row.baseline as number }),
    mode: row.mode as Indicator['mode'],
    source: row.source === null ? null : parsed(row.source),
  };
}

function schedulesInPlace(rows: readonly Row[]): Schedule[] {
  return rows.map((row, index) => {
    const { number, ...schedule } = scheduleOf(row);
    return number === index + 1 ? schedule : scheduleOf(row);
  });
}

/** Arrangements of their rows, with the rows of their schedules and indicators. */
export function arrangementsOf(
  rows: readonly Row[],
  schedulesOf: ReadonlyMap<string, Row[]>,
  indicatorsOf: ReadonlyMap<string, Row[]>,
): Arrangement[] {
  return rows.map((row) => ({
    code: String(row.code),
    position: Number(row.position),
    printedNumber: row.printed_number as string | null,
    text: String(row.text),
    textAsPrinted: String(row.text_as_printed),
    schedules: schedulesInPlace(schedulesOf.get(String(row.code)) ?? []),
    indicators: (indicatorsOf.get(String(row.code)) ?? []).map(indicatorOf),
    ...(row.undated_words === null ? {} : { undatedWords: parsed<string[]>(row.undated_words) }),
  }));
}

/** The list that the results of `listStatements` hold; `null` where there is none. */
export function storedListOf(results: readonly D1Result[]): StoredList | null {
  const [lists, tasks, arrangements, schedules, indicators, decided, narrowed] = results.map(
    (result) => result.results as Row[],
  );
  const list = lists?.[0];
  if (!list) return null;
  const schedulesOf = group(schedules ?? [], 'arrangement_code');
  const indicatorsOf = group(indicators ?? [], 'arrangement_code');
  const rowsOfTask = group(arrangements ?? [], 'task_code');
  const narrowings = new Map<string, AssignmentSet[]>();
  for (const row of narrowed ?? []) {
    const sets = narrowings.get(String(row.arrangement_code)) ?? [];
    narrowings.set(String(row.arrangement_code), sets);
    const last = sets.at(-1);
    if (last && last.startsOn === row.starts_on) last.units.push(String(row.unit_id));
    else sets.push({ startsOn: String(row.starts_on), units: [String(row.unit_id)] });
  }
  return {
    taskList: {
      year: Number(list.year),
      title: String(list.title),
      categories: parsed(list.categories),
      tasks: (tasks ?? []).map((row): Task => ({
        code: String(row.code),
        category: Number(row.category),
        sequence: Number(row.sequence),
        name: String(row.name),
        goal: String(row.goal),
        goalQuantities: parsed(row.goal_quantities),
        unitsAsPrinted: String(row.units_as_printed),
        units: parsed(row.units),
        arrangements: arrangementsOf(rowsOfTask.get(String(row.code)) ?? [], schedulesOf, indicatorsOf),
      })),
    },
    version: Number(list.version),
    publishedAt: Number(list.published_at),
    settings: listSettings.parse(decided?.[0] ? parsed(decided[0].value) : {}),
    narrowings,
  };
}

export async function loadList(db: D1Database, listId: string): Promise<StoredList | null> {
  return storedListOf(await db.batch(listStatements(db, listId)));
}

export async function publishedYears(d1: D1Database): Promise<number[]> {
  const lists = await database(d1).select({ year: taskLists.year }).from(taskLists).orderBy(taskLists.year);
  return lists.map((list) => list.year);
}

const json = JSON.stringify;

/** Statements that make the stored list this one; they expect foreign keys to be deferred. */
export function replaceList(
  db: D1Database,
  list: TaskList,
  by: { at: number; keyId: string },
  sets: ReadonlyMap<string, readonly AssignmentSet[]>,
): D1PreparedStatement[] {
  const id = String(list.year);
  const arrangements = list.tasks.flatMap((task) =>
    task.arrangements.map((arrangement) => ({ task, arrangement })),
  );
  const drop = (sql: string): D1PreparedStatement => db.prepare(sql).bind(id);
  const dropGone = (table: string, codes: string[]): D1PreparedStatement =>
    db
      .prepare(`DELETE FROM ${table} WHERE list_id = ?1 AND code NOT IN (SELECT value FROM json_each(?2))`)
      .bind(id, json(codes));
  return [
    db
      .prepare(
        `INSERT INTO task_lists (id, year, title, categories, published_at, published_by, version)
         VALUES (?1, CAST(?1 AS INTEGER), ?2, ?3, ?4, ?5, 1)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, categories = excluded.categories,
           published_at = excluded.published_at, published_by = excluded.published_by, version = version + 1`,
      )
      .bind(id, list.title, json(list.categories), by.at, by.keyId),
    drop(`DELETE FROM schedules WHERE list_id = ?1`),
    drop(`DELETE FROM indicators WHERE list_id = ?1`),
    ...bulk(
      db,
      `INSERT INTO tasks (list_id, code, category, sequence, name, goal, goal_quantities, units_as_printed, units)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6, e.value->>7
       FROM json_each(?1) e WHERE true
       ON CONFLICT (list_id, code) DO UPDATE SET category = excluded.category, sequence = excluded.sequence,
         name = excluded.name, goal = excluded.goal, goal_quantities = excluded.goal_quantities,
         units_as_printed = excluded.units_as_printed, units = excluded.units`,
      list.tasks.map((task) => [
        task.code,
        task.category,
        task.sequence,
        task.name,
        task.goal,
        json(task.goalQuantities),
        task.unitsAsPrinted,
        json(task.units),
      ]),
      id,
    ),
    ...bulk(
      db,
      `INSERT INTO arrangements (list_id, code, task_code, position, printed_number, text, text_as_printed, undated_words)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6
       FROM json_each(?1) e WHERE true
       ON CONFLICT (list_id, code) DO UPDATE SET task_code = excluded.task_code, position = excluded.position,
         printed_number = excluded.printed_number, text = excluded.text, text_as_printed = excluded.text_as_printed,
         undated_words = excluded.undated_words`,
      arrangements.map(({ task, arrangement }) => [
        arrangement.code,
        task.code,
        arrangement.position,
        arrangement.printedNumber,
        arrangement.text,
        arrangement.textAsPrinted,
        arrangement.undatedWords ? json(arrangement.undatedWords) : null,
      ]),
      id,
    ),
    ...bulk(
      db,
      `INSERT INTO schedules (list_id, arrangement_code, number, kind, start, due, season, source, place, period)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6,
         e.value->>7, e.value->>8
       FROM json_each(?1) e`,
      arrangements.flatMap(({ arrangement }) =>
        arrangement.schedules.map((schedule, index) => [
          arrangement.code,
          numberOf(schedule, index),
          schedule.kind,
          schedule.start ?? null,
          schedule.due ?? null,
          schedule.season ?? null,
          schedule.source ? json(schedule.source) : null,
          index + 1,
          schedule.period ?? null,
        ]),
      ),
      id,
    ),
    ...bulk(
      db,
      `INSERT INTO indicators (list_id, arrangement_code, id, number, label, unit_of_measure, target, baseline, mode, source)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6,
         e.value->>7, e.value->>8
       FROM json_each(?1) e`,
      arrangements.flatMap(({ arrangement }) =>
        arrangement.indicators.map((indicator, index) => [
          arrangement.code,
          indicator.id,
          index + 1,
          indicator.label,
          indicator.unitOfMeasure,
          indicator.target,
          indicator.baseline ?? null,
          indicator.mode,
          indicator.source ? json(indicator.source) : null,
        ]),
      ),
      id,
    ),
    drop(
      `DELETE FROM allocations WHERE list_id = ?1 AND NOT EXISTS (
         SELECT 1 FROM indicators i WHERE i.list_id = allocations.list_id
           AND i.arrangement_code = allocations.arrangement_code AND i.id = allocations.indicator_id)`,
    ),
    db
      .prepare(
        `DELETE FROM assignments WHERE list_id = ?1 AND arrangement_code NOT IN (SELECT value FROM json_each(?2))`,
      )
      .bind(id, json(arrangements.map(({ arrangement }) => arrangement.code))),
    dropGone(
      'arrangements',
      arrangements.map(({ arrangement }) => arrangement.code),
    ),
    dropGone(
      'tasks',
      list.tasks.map((task) => task.code),
    ),
    ...replacePrintedAssignments(db, id, sets),
  ];
}

/** Drops the bureau's narrowing of an arrangement that begins on a day. */
export function dropNarrowing(
  db: D1Database,
  listId: string,
  arrangement: string,
  startsOn: string,
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM assignments WHERE list_id = ?1 AND arrangement_code = ?2 AND origin = 'bureau' AND starts_on = ?3`,
    )
    .bind(listId, arrangement, startsOn);
}

/** Makes the assignments as printed these sets. */
export function replacePrintedAssignments(
  db: D1Database,
  listId: string,
  sets: ReadonlyMap<string, readonly AssignmentSet[]>,
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM assignments WHERE list_id = ?1 AND origin = 'list'`).bind(listId),
    ...insertAssignments(db, listId, 'list', sets),
  ];
}

/** Statements that write assignment sets. */
export function insertAssignments(
  db: D1Database,
  listId: string,
  origin: 'list' | 'bureau',
  sets: ReadonlyMap<string, readonly AssignmentSet[]>,
): D1PreparedStatement[] {
  return bulk(
    db,
    `INSERT INTO assignments (list_id, arrangement_code, origin, starts_on, unit_id)
     SELECT ?2, e.value->>0, ?3, e.value->>1, e.value->>2 FROM json_each(?1) e`,
    [...sets].flatMap(([code, each]) =>
      each.flatMap((set) => set.units.map((unit) => [code, set.startsOn, unit])),
    ),
    listId,
    origin,
  );
}

export function writeListSettings(
  db: D1Database,
  listId: string,
  settings: ListSettings,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO settings (scope, name, value) VALUES (?1, 'list', ?2)
       ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value`,
    )
    .bind(listId, json(settings));
}

/** A list's id, year and title: of a year, or the newest not after one. */
export async function findList(
  d1: D1Database,
  which: { year: number } | { notAfter: number },
): Promise<{ id: string; year: number; title: string } | null> {
  const [list] = await database(d1)
    .select({ id: taskLists.id, year: taskLists.year, title: taskLists.title })
    .from(taskLists)
    .where('year' in which ? eq(taskLists.year, which.year) : lte(taskLists.year, which.notAfter))
    .orderBy(desc(taskLists.year))
    .limit(1);
  return list ?? null;
}

/** A unit, a list (of a year, or the newest not after one) and the list's settings, in one round trip. */
export async function findScope(
  d1: D1Database,
  unitId: string,
  which: { year: number } | { notAfter: number },
): Promise<{
  unit: { id: string; name: string } | null;
  list: { id: string; year: number; title: string } | null;
  settings: ListSettings;
  /** Number of the last wide change. */
  wide: number | null;
}> {
  const db = database(d1);
  const [foundUnits, foundLists] = await db.batch([
    db.select({ id: units.id, name: units.name }).from(units).where(eq(units.id, unitId)),
    db
      .select({
        id: taskLists.id,
        year: taskLists.year,
        title: taskLists.title,
        settings: settings.value,
        wide: sql<number | null>`${sql.raw(lastWideChange)}`,
      })
      .from(taskLists)
      .leftJoin(settings, and(eq(settings.scope, taskLists.id), eq(settings.name, 'list')))
      .where('year' in which ? eq(taskLists.year, which.year) : lte(taskLists.year, which.notAfter))
      .orderBy(desc(taskLists.year))
      .limit(1),
  ]);
  const [found] = foundLists;
  return {
    unit: foundUnits[0] ?? null,
    list: found ? { id: found.id, year: found.year, title: found.title } : null,
    settings: listSettings.parse(found?.settings ? parsed(found.settings) : {}),
    wide: found?.wide ?? null,
  };
}
