import type { Roster } from '../roster/roster.ts';
import type { Diagnostic } from '../taskList/diagnostic.ts';
import type { Category, Task, TaskList } from '../taskList/taskList.ts';
import { taskList as taskListSchema } from '../taskList/taskList.ts';
import { headOf, tidyBlanks } from './text/characters.ts';
import { collectCategories } from './table/categories.ts';
import type { Report } from './diagnostics/catalogue.ts';
import { reportInto } from './diagnostics/catalogue.ts';
import { longestCell, over } from './limits.ts';
import type { ListHead, SaidColumns } from '../columns/listHead.ts';
import { askOfColumns, headerOf, type KeptColumns } from './table/head.ts';
import { firstOf, saysWhatToDo, type Column } from './table/header.ts';
import { parseTask } from './parseTask.ts';
import type { ProseLevels } from './prose/levels.ts';
import { findProse, proseReading, reportOfProse } from './prose/findProse.ts';
import type { ProseReading } from './prose/proseReading.ts';
import { readRows } from './table/rows.ts';
import { numberTasks, readSequence } from './table/sequences.ts';
import { toSimplified } from './text/simplified.ts';
import { readTitle } from './table/title.ts';
import { namesInColumn, namesOf } from './table/units.ts';

export type ParseOptions = {
  /** The year of the list, where its title names none or another one. */
  year?: number;
  /** Checks the responsible units; without it no unit is unknown. */
  roster?: Roster;
  /** What a person has said of the columns (I14.2). */
  columns?: SaidColumns;
  /** What was said of earlier lists, by the shape of the header. */
  keptColumns?: KeptColumns;
  /** What the levels of numbering are, in a list without a table; without them they are proposed. */
  levels?: ProseLevels;
  /** What was said of the levels of earlier lists, by their shape. */
  keptLevels?: ReadonlyMap<string, ProseLevels>;
};

export type ParsedTaskList = {
  taskList: TaskList | null;
  diagnostics: Diagnostic[];
  /** The header as it was read; `null` where none was found. */
  head: ListHead | null;
  /** How a list without a table was read; not there where there is a table. */
  prose?: ProseReading;
};

/**
 * Reads a published task list: grid in, task list and diagnostics out (I1). Pure; never throws on content. The list satisfies its
 * schema, or is `null` and a diagnostic of severity `error` says why. Rules I1–I10 of the specification.
 */
export function parseTaskList(
  grid: readonly (readonly string[])[],
  options: ParseOptions = {},
): ParsedTaskList {
  const diagnostics: Diagnostic[] = [];
  const report = reportInto(diagnostics);
  if (hasLongCells(grid, report)) return { taskList: null, diagnostics, head: null };
  const found = headerInYear(grid, options);
  const prose = isTable(found) ? null : findProse(grid, options.levels, options.keptLevels, report);
  if (prose === 'no list') return { taskList: null, diagnostics, head: found?.head ?? null };
  const list =
    prose === null
      ? readTaskList(grid, found, { ...options, itemsNameUnits: false }, report)
      : readTaskList(
          prose.grid,
          headerOf(prose.grid),
          { ...options, itemsNameUnits: true },
          reportOfProse(prose, report),
        );
  return {
    taskList: list === null ? null : withinLimits(list, report),
    diagnostics,
    head: prose === null ? (found?.head ?? null) : null,
    ...(prose !== null && { prose: proseReading(prose) }),
  };
}

/** The header, its columns read for the list's year, where a year is known. */
function headerInYear(
  grid: readonly (readonly string[])[],
  { columns = [], keptColumns, year: asked }: ParseOptions,
): ReturnType<typeof headerOf> {
  const found = headerOf(grid, columns, keptColumns);
  if (found === null) return null;
  const year = readTitle(grid.slice(0, found.header.row), asked, () => undefined)?.year;
  return headerOf(grid, columns, keptColumns, year);
}

/** Whether a header was found, though it may lack a column. */
function isTable(found: ReturnType<typeof headerOf>): boolean {
  return found !== null && (found.header.missing.length === 0 || saysWhatToDo(found.header));
}

const mostLongCells = 50;

/** Cells are measured before anything is read in them (I2.6); each that is too long is told. */
function hasLongCells(grid: readonly (readonly string[])[], report: Report): boolean {
  const found = grid.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell.length > longestCell ? [{ cell, row, column }] : [])),
  );
  for (const { cell, row, column } of found.slice(0, mostLongCells)) {
    report('cell-too-long', { text: headOf(cell), detail: over(cell.length, longestCell), row, column });
  }
  return found.length > 0;
}

function readTaskList(
  grid: readonly (readonly string[])[],
  found: ReturnType<typeof headerOf>,
  { year: asked, roster, itemsNameUnits }: ParseOptions & { itemsNameUnits: boolean },
  report: Report,
): TaskList | null {
  if (found === null) {
    report('header-missing');
    return null;
  }
  const { header, chosen } = found;
  const { row: firstHeader, columns, missing } = header;
  if (missing.length > 0 && !saysWhatToDo(header)) {
    report('header-missing', { detail: missing.join('、'), row: firstHeader });
    return null;
  }
  for (const detail of missing) report('column-missing', { detail, row: firstHeader });
  const heading = readTitle(grid.slice(0, firstHeader), asked, report);
  if (missing.length > 0 || heading === null) return null;

  const told = askOfColumns(header, chosen, report);
  const categories = collectCategories(report);
  const sequenceOf = numberTasks(report);
  const knownUnits = roster === undefined ? null : namesOf(roster);
  const tasks: Task[] = [];
  let isTooLong = false;
  let category: Category | null = null;
  if (columns.sequence === undefined) report('sequence-none', { row: firstHeader });
  const rows = readRows(grid, header, { year: heading.year, chosen, told }, report);
  const columnNames = namesInColumn(
    rows.flatMap((entry) => ('cells' in entry ? entry.parts.flatMap(({ units }) => units) : [])),
  );
  for (const entry of rows) {
    if ('band' in entry) {
      category = categories.read(entry.band, { row: entry.row, column: firstOf(columns, 'category') ?? 0 });
      continue;
    }
    const { row, cells } = entry;
    const cellOf = (column: Column) => ({ row, column: firstOf(entry.columns, column) ?? 0 });
    if (cells.category !== '') category = categories.read(cells.category, cellOf('category'));
    const name = tidyBlanks(toSimplified(cells.name));
    if (category === null && columns.category === undefined) {
      category = categories.only(heading.title);
      report('category-none', { text: category.name, row: firstHeader });
    }
    if (category === null) {
      report('category-missing', { text: name || cells.sequence, ...cellOf('category') });
      continue;
    }
    const sequence = sequenceOf(
      category.number,
      entry.columns.sequence === undefined ? null : cells.sequence,
      name,
      cellOf('sequence'),
      readSequence(entry.numbered.sequence) ?? 0,
    );
    if (name === '') {
      report('name-missing', { detail: cells.sequence, ...cellOf('name') });
      continue;
    }
    const lastNumber = readSequence(tasks.at(-1)?.arrangements.at(-1)?.printedNumber ?? '') ?? 0;
    const within = {
      category: category.number,
      sequence,
      year: heading.year,
      knownUnits,
      columnNames,
      itemsNameUnits,
      lastNumber,
    };
    const task = parseTask(entry, within, report);
    if (task === 'too long') isTooLong = true;
    else if (task !== null) tasks.push(task);
  }
  if (isTooLong) return null;
  if (tasks.length === 0) {
    report('tasks-missing', { row: firstHeader });
    return null;
  }
  return { ...heading, categories: categories.list, tasks };
}

/** The last gate: a document with more than the schema allows is refused whole, and each part that has too much is named. */
function withinLimits(list: TaskList, report: Report): TaskList | null {
  const checked = taskListSchema.safeParse(list);
  if (checked.success) return checked.data;
  for (const { path, message } of checked.error.issues.slice(0, 50)) {
    const [, taskIndex, , arrangementIndex] = path;
    const task = path[0] === 'tasks' && typeof taskIndex === 'number' ? list.tasks[taskIndex] : undefined;
    const arrangement =
      path[2] === 'arrangements' && typeof arrangementIndex === 'number'
        ? task?.arrangements[arrangementIndex]
        : undefined;
    report('limit-exceeded', {
      at: arrangement?.code ?? task?.code ?? String(path[0] ?? ''),
      detail: `${path.join('.')}: ${message}`,
    });
  }
  return null;
}
