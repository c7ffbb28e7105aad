import { scheduleInForce } from '../../shared/taskList/decisions.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { numberOf, type Arrangement, type Task, type TaskList } from '../../shared/taskList/taskList.ts';
import { bulk } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';

const json = JSON.stringify;

interface InTask {
  task: Task;
  arrangement: Arrangement;
}

/** A list with what its rows need to know beside it. */
export interface ListToStore {
  list: TaskList;
  settings: ListSettings;
  by: { at: number; keyId: string };
}

/** A list without tasks stands for none: that of a year whose first publishing was taken back. */
export const isWithdrawal = ({ tasks }: TaskList): boolean => tasks.length === 0;

/**
 * Statements that make the stored list this one; they expect foreign keys to be deferred and the sequence to be taken. What is
 * not in it any more is marked as retired: `dropUnused` deletes it once the obligations are remade, where nothing hangs on it.
 */
export function writeList(db: D1Database, { list, settings, by }: ListToStore): D1PreparedStatement[] {
  const id = String(list.year);
  const arrangements = list.tasks.flatMap((task) =>
    task.arrangements.map((arrangement) => ({ task, arrangement })),
  );
  return [
    db
      .prepare(
        `INSERT INTO task_lists (id, year, title, categories, published_at, published_by, version, withdrawn)
         VALUES (?1, CAST(?1 AS INTEGER), ?2, ?3, ?4, ?5, 1, ?6)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, categories = excluded.categories,
           published_at = excluded.published_at, published_by = excluded.published_by, version = version + 1,
           withdrawn = excluded.withdrawn`,
      )
      .bind(id, list.title, json(list.categories), by.at, by.keyId, isWithdrawal(list) ? 1 : 0),
    ...retireAll(
      db,
      id,
      arrangements.map(({ arrangement }) => arrangement.code),
    ),
    ...writeTasks(db, id, list.tasks),
    ...writeArrangements(db, id, arrangements),
    ...writeSchedules(db, id, arrangements, settings),
    ...writeIndicators(db, id, arrangements),
  ];
}

/** Marks what is stored as retired, save what is about to be written again; a retired arrangement keeps its parts as they are. */
function retireAll(db: D1Database, id: string, codes: readonly string[]): D1PreparedStatement[] {
  const here = (sql: string): D1PreparedStatement => db.prepare(sql).bind(id, json(codes));
  const inList = `IN (SELECT value FROM json_each(?2))`;
  return [
    here(
      `UPDATE arrangements SET retired = 1, task_name = (
         SELECT t.name FROM tasks t WHERE t.list_id = ?1 AND t.code = arrangements.task_code)
       WHERE list_id = ?1 AND retired = 0 AND code NOT ${inList}`,
    ),
    here(`UPDATE schedules SET retired = 1 WHERE list_id = ?1 AND arrangement_code ${inList}`),
    here(`UPDATE indicators SET retired = 1 WHERE list_id = ?1 AND arrangement_code ${inList}`),
    db.prepare(`UPDATE tasks SET retired = 1 WHERE list_id = ?1`).bind(id),
  ];
}

function writeTasks(db: D1Database, id: string, tasks: readonly Task[]): D1PreparedStatement[] {
  return bulk(
    db,
    `INSERT INTO tasks (list_id, code, category, sequence, name, goal, goal_quantities, units_as_printed, units)
     SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6, e.value->>7
     FROM json_each(?1) e WHERE true
     ON CONFLICT (list_id, code) DO UPDATE SET category = excluded.category, sequence = excluded.sequence,
       name = excluded.name, goal = excluded.goal, goal_quantities = excluded.goal_quantities,
       units_as_printed = excluded.units_as_printed, units = excluded.units, retired = 0`,
    tasks.map((task) => [
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
  );
}

function writeArrangements(db: D1Database, id: string, all: readonly InTask[]): D1PreparedStatement[] {
  return bulk(
    db,
    `INSERT INTO arrangements (list_id, code, task_code, position, printed_number, text, text_as_printed, undated_words, left_open)
     SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6, e.value->>7
     FROM json_each(?1) e WHERE true
     ON CONFLICT (list_id, code) DO UPDATE SET task_code = excluded.task_code, position = excluded.position,
       printed_number = excluded.printed_number, text = excluded.text, text_as_printed = excluded.text_as_printed,
       undated_words = excluded.undated_words, left_open = excluded.left_open, retired = 0, task_name = NULL`,
    all.map(({ task, arrangement }) => [
      arrangement.code,
      task.code,
      arrangement.position,
      arrangement.printedNumber,
      arrangement.text,
      arrangement.textAsPrinted,
      arrangement.undatedWords ? json(arrangement.undatedWords) : null,
      arrangement.leftOpen ? json(arrangement.leftOpen) : null,
    ]),
    id,
  );
}

/** What the bureau has made of an undated schedule; `null` where it is as printed. */
const decidedKind = (
  settings: ListSettings,
  { code, schedules }: Arrangement,
  index: number,
): string | null => {
  const schedule = schedules[index]!;
  const { kind } = scheduleInForce(settings, code, numberOf(schedule, index), schedule);
  return kind === schedule.kind ? null : kind;
};

function writeSchedules(
  db: D1Database,
  id: string,
  all: readonly InTask[],
  settings: ListSettings,
): D1PreparedStatement[] {
  return bulk(
    db,
    `INSERT INTO schedules (list_id, arrangement_code, number, kind, start, due, season, source, place, period, decided_kind)
     SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6,
       e.value->>7, e.value->>8, e.value->>9
     FROM json_each(?1) e WHERE true
     ON CONFLICT (list_id, arrangement_code, number) DO UPDATE SET kind = excluded.kind, start = excluded.start,
       due = excluded.due, season = excluded.season, source = excluded.source, place = excluded.place,
       period = excluded.period, decided_kind = excluded.decided_kind, retired = 0`,
    all.flatMap(({ arrangement }) =>
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
        decidedKind(settings, arrangement, index),
      ]),
    ),
    id,
  );
}

function writeIndicators(db: D1Database, id: string, all: readonly InTask[]): D1PreparedStatement[] {
  return bulk(
    db,
    `INSERT INTO indicators (list_id, arrangement_code, id, number, label, unit_of_measure, target, baseline, mode, source)
     SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6,
       e.value->>7, e.value->>8
     FROM json_each(?1) e WHERE true
     ON CONFLICT (list_id, arrangement_code, id) DO UPDATE SET number = excluded.number, label = excluded.label,
       unit_of_measure = excluded.unit_of_measure, target = excluded.target, baseline = excluded.baseline,
       mode = excluded.mode, source = excluded.source, retired = 0`,
    all.flatMap(({ arrangement }) =>
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
  );
}

/** Statements that say what the bureau has made of undated schedules. */
export function writeDecidedKinds(
  db: D1Database,
  list: TaskList,
  settings: ListSettings,
): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE schedules SET decided_kind = e.value->>2 FROM json_each(?1) e
     WHERE list_id = ?2 AND arrangement_code = e.value->>0 AND number = e.value->>1 AND decided_kind IS NOT e.value->>2`,
    list.tasks.flatMap(({ arrangements }) =>
      arrangements.flatMap((arrangement) =>
        arrangement.schedules.map((schedule, index) => [
          arrangement.code,
          numberOf(schedule, index),
          decidedKind(settings, arrangement, index),
        ]),
      ),
    ),
    String(list.year),
  );
}

/**
 * Statements that note that rows have gone with their indicator, or drop what is retired and carries nothing: they come after
 * the obligations are remade.
 */
export function dropUnused(db: D1Database, listId: string, rowsHaveGone: boolean): D1PreparedStatement[] {
  const here = (sql: string): D1PreparedStatement => db.prepare(sql).bind(listId);
  const of = (table: string, code: string): string =>
    `NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.list_id = ?1 AND x.arrangement_code = ${code}`;
  const noArrangement = (table: string): string =>
    `NOT EXISTS (SELECT 1 FROM arrangements a WHERE a.list_id = ?1 AND a.code = ${table}.arrangement_code)`;
  return [
    ...(rowsHaveGone
      ? [
          here(
            `INSERT INTO sequences (name, value, at) SELECT 'deletions ' || ?1, ${thisChange}, 0 WHERE true
             ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          ),
        ]
      : []),
    here(
      `DELETE FROM arrangements WHERE list_id = ?1 AND retired = 1 AND ${of('obligations', 'arrangements.code')})
         AND ${of('allocations', 'arrangements.code')})
         AND ${of('assignments', 'arrangements.code')} AND x.origin = 'bureau')`,
    ),
    here(
      `DELETE FROM schedules WHERE list_id = ?1 AND (${noArrangement('schedules')} OR retired = 1
         AND ${of('obligations', 'schedules.arrangement_code')} AND x.schedule_number = schedules.number))`,
    ),
    here(
      `DELETE FROM indicators WHERE list_id = ?1 AND (${noArrangement('indicators')} OR retired = 1
         AND ${of('obligations', 'indicators.arrangement_code')} AND x.touched = 1)
         AND ${of('allocations', 'indicators.arrangement_code')} AND x.indicator_id = indicators.id))`,
    ),
    here(
      `DELETE FROM tasks WHERE list_id = ?1 AND retired = 1 AND NOT EXISTS (
         SELECT 1 FROM arrangements a WHERE a.list_id = ?1 AND a.task_code = tasks.code)`,
    ),
  ];
}
