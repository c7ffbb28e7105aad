import { trimBlanks, withoutBlanks } from '../text/characters.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import type { SaidColumns } from '../../columns/listHead.ts';
import type { Columns, Header } from './header.ts';
import { headersFrom, isOneColumn } from './header.ts';
import { cellsOf, tellShares, type Cells } from './cells.ts';
import type { NumberedRow } from './measureRows.ts';
import { isMeasure } from './measureRows.ts';
import { readSequence } from './sequences.ts';

/** The columns of units in the order in which they count: who leads first; who supports reports too. */
export const unitColumns = ['lead', 'units', 'supporting'] as const;

/**
 * What one row of the grid adds to a task: arrangements, the entry beside them in the column of deadlines, units of
 * its own. It also says whether the row has a number, as a measure or as the task said again: it is an arrangement of
 * its own then.
 */
export type Part = {
  row: number;
  arrangements: string;
  deadline: string;
  /** The column of its arrangements, where there are several. */
  column?: number;
  /** Its cells of columns of quantities that say anything. */
  quantities: readonly { printed: string; column: number }[];
  /** Its cells of units, in the order of `unitColumns`. */
  units: readonly string[];
  isMeasure?: true;
  /** Its number in the column of numbers, where that numbers measures. */
  number?: string;
};

/**
 * One task as it stands in the grid: its cells as printed, trimmed, those of the rows that continue it joined. It has
 * the row where it begins, the rows themselves, and the last row with a number, which may be that of a measure.
 */
export type TaskRow = {
  row: number;
  columns: Columns;
  headings: Header['headings'];
  cells: Cells;
  parts: Part[];
  numbered: NumberedRow;
};

/** A row that names a category alone, as a band across the table. */
export type BandRow = { row: number; band: string };

/**
 * The rows of the table from its first header on (I2): headers recur and are dropped, blank rows too. A row with neither number nor
 * name continues the task above it, as merged cells and page breaks leave it.
 */
export function readRows(
  grid: readonly (readonly string[])[],
  first: Header,
  { year, chosen, told }: { year: number; chosen: Readonly<SaidColumns>; told: ReadonlySet<number> },
  report: Report,
): (TaskRow | BandRow)[] {
  const rows: (TaskRow | BandRow)[] = [];
  const headers = new Map(headersFrom(grid, first, { year, chosen }).map((header) => [header.row, header]));
  let columns: Columns = {};
  /** Headings of the header in force, as printed. */
  let headings: Header['headings'] = [];
  /** Columns that a person has left out, or is asked about, are not told again. */
  const leftOut = [...told, ...chosen.flatMap((role, column) => (role === 'unread' ? [column] : []))];
  const toldOf = new Set(
    leftOut.map((column) => withoutBlanks(first.headings[column]?.at(-1) ?? '') || String(column + 1)),
  );
  let isSupportTold = false;
  const below = textBelow(grid, first.row + first.height);
  if (below !== null) report('text-below', { text: below.text, detail: String(below.lines), row: below.row });
  for (let row = first.row; row < (below?.row ?? grid.length); row += 1) {
    const printed = grid[row] ?? [];
    const header = headers.get(row);
    if (header !== undefined) {
      // A later header may name fewer columns than the first one did.
      columns = withHeader(columns, header.columns);
      headings = header.headings;
      row += header.height - 1;
      continue;
    }
    tellShares(printed, row, { columns, headings }, report);
    const band = bandOf(printed, columns);
    const isColumn = new Set(Object.values(columns).flat());
    printed.forEach((cell, column) => {
      if (isColumn.has(column) || trimBlanks(cell) === '') return;
      const name = withoutBlanks(headings[column]?.at(-1) ?? '');
      // What stands alone in its row is in no column.
      if (name === '' && band !== null) return;
      const detail = String(column + 1);
      if (!toldOf.has(name || detail)) report('column-unread', { text: name, detail, row, column });
      toldOf.add(name || detail);
    });
    const cells = cellsOf(printed, columns, headings);
    const text = trimBlanks(printed.join(' '));
    if (text === '') continue;
    const [supporting] = columns.supporting ?? [];
    if (supporting !== undefined && cells.supporting !== '' && !isSupportTold) {
      isSupportTold = true;
      report('supporting-units', { text: cells.supporting, row, column: supporting });
    }
    const isBand = band !== null && band === cells.category;
    const heading = columns.category === undefined ? numberedHeading(cells, printed, columns) : null;
    const last = rows.at(-1);
    const next = () => cellsOf(rowBelow(grid, row), columns, headings);
    const mayHead = last === undefined || rows.some((above) => 'band' in above);
    if (
      columns.category === undefined &&
      band !== null &&
      (isNumbered(band) || (mayHead && isHeading(band, next())))
    )
      rows.push({ row, band });
    else if (heading !== null && /^\d{1,2}$/u.test(next().sequence)) rows.push({ row, band: heading });
    else if (last !== undefined && 'cells' in last && repeats(last, cells, columns)) {
      continueRow(last, row, cells);
      // An arrangement of its own, as every row that names its task is.
      Object.assign(last.parts.at(-1) ?? {}, { isMeasure: true });
      report('row-continued', { text, detail: last.cells.name, row });
    } else if (last !== undefined && 'cells' in last && goesOnWith(last, cells)) {
      continueRow(last, row, cells);
      Object.assign(last.parts.at(-1) ?? {}, { isMeasure: true, number: cells.sequence });
      Object.assign(last.parts[0] ?? {}, { number: last.cells.sequence });
      last.numbered = { ...cells };
      report('measure-numbered', { text: last.cells.name, detail: cells.sequence, row });
    } else if (isTask(cells, band, next))
      rows.push({ row, columns, headings, cells, parts: partsOf(row, cells), numbered: { ...cells } });
    else if (isBand && isNumbered(cells.category)) rows.push({ row, band: cells.category });
    else if (
      !isBand &&
      cells.sequence + cells.name === '' &&
      !aside.test(withoutBlanks(text)) &&
      last !== undefined &&
      'cells' in last &&
      cells.goal + cells.arrangements + cells.lead + cells.units + cells.supporting + cells.deadline !== ''
    ) {
      continueRow(last, row, cells);
      report('row-continued', { text, detail: last.cells.name || last.cells.sequence, row });
    } else report('row-unread', { text: band ?? text, row });
  }
  return rows;
}

/** The columns in force below a header: those that it does not name stay where they were, unless it names another there. */
function withHeader(above: Columns, header: Columns): Columns {
  const taken = new Set(Object.values(header).flat());
  const stay = Object.entries(above).filter(([, at]) => !at.some((each) => taken.has(each)));
  return { ...(Object.fromEntries(stay) as Columns), ...header };
}

/** The parts of a row: one, or one for each column of a part of the year that says anything. */
function partsOf(row: number, cells: Cells): Part[] {
  const { arrangements, deadline, quantities, periods } = cells;
  const units = unitColumns.map((column) => cells[column]);
  if (periods.length === 0) return [{ row, arrangements, deadline, quantities, units }];
  return periods.map((period) => ({ row, ...period, quantities: [], units, isMeasure: true }));
}

/** Whether a row with a number and no name is a measure of the task above it. */
function goesOnWith({ cells: { name, category }, numbered }: TaskRow, cells: Cells): boolean {
  const isOfCategory = cells.category === '' || cells.category === category;
  return name !== '' && cells.name === '' && isOfCategory && isMeasure(numbered, cells);
}

/** Whether a row says number and name of the task above it again, as a merged cell that was filled does, with something else to do. */
function repeats({ cells: above, parts }: TaskRow, cells: Cells, columns: Columns): boolean {
  const isSame = (column: 'category' | 'sequence' | 'name') => cells[column] === above[column];
  // A number that is merged over two sentences is that of one task.
  if (isOneColumn(columns)) return cells.sequence !== '' && isSame('sequence') && cells.name !== '';
  return (
    cells.name !== '' &&
    (columns.sequence === undefined || cells.sequence !== '') &&
    (isSame('category') || cells.category === '') &&
    isSame('sequence') &&
    isSame('name') &&
    cells.arrangements !== '' &&
    parts.every(({ arrangements }) => arrangements !== cells.arrangements)
  );
}

/** A category whose numeral stands in the column of numbers: 一 | 强化责任落实, and nothing else in the row. */
function numberedHeading(
  { sequence, name }: Cells,
  printed: readonly string[],
  { sequence: ofSequence = [], name: ofName = [] }: Columns,
): string | null {
  const isAlone = printed.every(
    (cell, at) => ofSequence.includes(at) || ofName.includes(at) || trimBlanks(String(cell)) === '',
  );
  const numeral = /^[（(]?([一二三四五六七八九十]{1,3})[)）]?[、.．]?$/u.exec(sequence)?.[1];
  return isAlone && numeral !== undefined && name !== '' ? `${numeral}、${name}` : null;
}

function continueRow(task: TaskRow, row: number, more: Cells): void {
  const { cells, parts } = task;
  if (more.goal !== '' && more.goal !== cells.goal) cells.goal += `\n${more.goal}`;
  for (const column of unitColumns) {
    if (more[column] !== '' && more[column] !== cells[column])
      cells[column] += `${cells[column] === '' ? '' : '，'}${more[column]}`;
  }
  const last = parts.at(-1);
  // Deadlines in rows beside one tall cell of arrangements are entries for it.
  if (more.arrangements !== '' || last === undefined) parts.push(...partsOf(row, more));
  else if (more.deadline !== '') last.deadline += `${last.deadline === '' ? '' : '\n'}${more.deadline}`;
}

/**
 * What a row says, where it says one thing only: in one cell, or in all that a merged cell has filled. A cell that stands alone below
 * arrangements or units goes on with those.
 */
function bandOf(row: readonly string[], columns: Columns): string | null {
  const cells = row.map((cell) => trimBlanks(String(cell)));
  const said = new Set(cells.filter((cell) => cell !== ''));
  const first = cells.findIndex((cell) => cell !== '');
  const { goal, arrangements, lead, units, supporting, deadline } = columns;
  const isAlone = cells.every((cell, at) => cell === '' || at === first);
  const isBoth = isOneColumn(columns);
  const measures = isBoth ? undefined : arrangements;
  if (isAlone && [goal, measures, lead, units, supporting, deadline].some((each) => each?.includes(first)))
    return null;
  const [only] = said;
  if (said.size !== 1 || only === undefined) return null;
  const isSentence = isBoth && arrangements?.includes(first) === true && /[。；，\d]|^.{31}/u.test(only);
  return isSentence ? null : only;
}

/** Sums, notes and who to ask, which stand in tables and are no tasks. */
const aside =
  /^(?:合计|总计|小计|共计)$|^(?:备?注|附注|说明|联系人|联系电话|电话|填[表报]人?|填报单位|审核人?|制表人?|负责人|签发人?)[^：:，。]{0,4}[：:]/u;

/**
 * Whether a row with a number or a name begins a task. What stands alone in its row (`band`) does so only where the
 * row below goes on with it. A name or an unreadable number does not, where neither it nor a row below says anything
 * to do.
 */
function isTask(cells: Cells, band: string | null, next: () => Cells): boolean {
  const { sequence, name, arrangements, lead, units, supporting, deadline } = cells;
  if (sequence + name === '' || aside.test(withoutBlanks(sequence || name))) return false;
  const isSaid = arrangements + lead + units + supporting + deadline !== '';
  const hasNumber = readSequence(sequence) !== null || /^第[\d一二三四五六七八九十]/u.test(sequence);
  if (band === null && (isSaid || hasNumber)) return true;
  if ((sequence !== '' && !hasNumber) || isSaid) return false;
  const below = next();
  return below.sequence + below.name === '' && below.arrangements !== '';
}

function isNumbered(category: string): boolean {
  return /^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．，]|^[（(][一二三四五六七八九十]{1,3}[)）]|^第[一二三四五六七八九十\d]{1,3}(?:部分|章|板块)/u.test(
    category,
  );
}

/** An unnumbered category above its tasks, in a table without a column for it: a few words, and a numbered task below. */
function isHeading(band: string, { sequence, name, arrangements }: Cells): boolean {
  const words = withoutBlanks(band);
  const isWords = /^(?=.*\p{Script=Han})[^。；：:！？，\d]{2,30}$/u.test(words);
  const isOther = aside.test(words) || /^[（(]?续|^附[件表]|页$|本(?:清单|表|方案|通知)/u.test(words);
  return isWords && !isOther && readSequence(sequence) !== null && name !== '' && arrangements !== '';
}

/** Where the lines begin that stand below a table, as the text of a notice does: several, or one that is numbered or a sentence. */
function textBelow(
  grid: readonly (readonly string[])[],
  from: number,
): { row: number; lines: number; text: string } | null {
  const isRow = (cells: readonly string[]): boolean =>
    new Set(cells.map(trimBlanks).filter((cell) => cell !== '')).size > 1;
  const last = grid.findLastIndex((cells, row) => row >= from && isRow(cells));
  if (last === -1) return null;
  const lines = grid.flatMap((cells, row) => {
    const text = trimBlanks(cells.join(''));
    return row > last && text !== '' ? [{ row, text, isLine: cells.length === 1 }] : [];
  });
  const [head] = lines;
  if (head === undefined || lines.some(({ isLine }) => !isLine)) return null;
  const isText = lines.length > 1 || isNumbered(head.text) || /[。；]$/u.test(head.text);
  // Notes of several numbered lines are no categories either.
  const isNote = aside.test(withoutBlanks(head.text)) && !lines.slice(1).some(({ text }) => isNumbered(text));
  return isText && !isNote ? { row: head.row, lines: lines.length, text: head.text } : null;
}

function rowBelow(grid: readonly (readonly string[])[], row: number): readonly string[] {
  let at = row + 1;
  while (at < grid.length && trimBlanks((grid[at] ?? []).join('')) === '') at += 1;
  return grid[at] ?? [];
}
