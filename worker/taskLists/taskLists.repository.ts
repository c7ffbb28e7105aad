import type { AssignmentSet } from '../../shared/roster/expandUnits.ts';
import { listSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import type {
  Arrangement,
  Indicator,
  LeftOpen,
  Schedule,
  Task,
  TaskList,
} from '../../shared/taskList/taskList.ts';
import { and, desc, eq, lte } from 'drizzle-orm';
import { database } from '../db/database.ts';
import { raiseVersion } from '../versions/versions.repository.ts';
import { settings } from '../settings/settings.table.ts';
import { taskLists } from './taskLists.table.ts';

/** A list as stored, with what the bureau decided of it. */
export interface StoredList {
  taskList: TaskList;
  version: number;
  /** Its first publishing was taken back: it is as if there were none, but for codes and versions. */
  isWithdrawn: boolean;
  publishedAt: number;
  settings: ListSettings;
  /** The bureau's own narrowings, by arrangement code. */
  narrowings: Map<string, AssignmentSet[]>;
}

/** A list by its name, with its settings. */
export interface ListFound {
  id: string;
  year: number;
  title: string;
  settings: ListSettings;
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
    ...(row.left_open === null ? {} : { leftOpen: parsed<LeftOpen>(row.left_open) }),
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
    isWithdrawn: list.withdrawn === 1,
    publishedAt: Number(list.published_at),
    settings: listSettings.parse(decided?.[0] ? parsed(decided[0].value) : {}),
    narrowings,
  };
}

/** A published list; `null` where there is none. */
export async function loadList(db: D1Database, listId: string): Promise<StoredList | null> {
  const stored = await loadStoredList(db, listId);
  return stored?.isWithdrawn === true ? null : stored;
}

/** What is stored of a year, a withdrawn list too: what was decided of that holds on. */
export async function loadStoredList(db: D1Database, listId: string): Promise<StoredList | null> {
  return storedListOf(await db.batch(listStatements(db, listId)));
}

/** What the bureau has decided of a list; the defaults where it was never published. */
export async function loadListSettings(db: D1Database, listId: string): Promise<ListSettings> {
  const value = await db
    .prepare(`SELECT value FROM settings WHERE scope = ?1 AND name = 'list'`)
    .bind(listId)
    .first<string>('value');
  return listSettings.parse(value === null ? {} : parsed(value));
}

export async function publishedYears(d1: D1Database): Promise<number[]> {
  const lists = await database(d1).select({ year: taskLists.year }).from(taskLists).orderBy(taskLists.year);
  return lists.map((list) => list.year);
}

const json = JSON.stringify;

/** Makes a list's settings these, of a version of their own. */
export function writeListSettings(
  db: D1Database,
  year: number,
  settings: ListSettings,
  by: { at: number; keyId: string },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO settings (scope, name, value) VALUES (?1, 'list', ?2)
         ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value`,
      )
      .bind(String(year), json(settings)),
    raiseVersion(db, `settings ${year}`, by),
  ];
}

const isPublished = (which: { year: number } | { notAfter: number }) =>
  and(
    eq(taskLists.withdrawn, 0),
    'year' in which ? eq(taskLists.year, which.year) : lte(taskLists.year, which.notAfter),
  );

/** A list's id, year and title: of a year, or the newest not after one. */
export async function findList(
  d1: D1Database,
  which: { year: number } | { notAfter: number },
): Promise<ListFound | null> {
  const [list] = await database(d1)
    .select({ id: taskLists.id, year: taskLists.year, title: taskLists.title, settings: settings.value })
    .from(taskLists)
    .leftJoin(settings, and(eq(settings.scope, taskLists.id), eq(settings.name, 'list')))
    .where(isPublished(which))
    .orderBy(desc(taskLists.year))
    .limit(1);
  return list
    ? { ...list, settings: listSettings.parse(list.settings === null ? {} : parsed(list.settings)) }
    : null;
}
