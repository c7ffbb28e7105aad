import { headingKey, headingLike, isBeneath } from '../../columns/headings.ts';
import { proposeColumns, type ColumnProposal, type SaidRoles } from '../../columns/proposeColumns.ts';
import type { SaidColumns } from '../../columns/listHead.ts';
import type { ListRole } from '../../columns/roleNames.ts';
import { columnNames } from '../../taskList/columnNames.ts';
import { trimBlanks, withoutBlanks } from '../text/characters.ts';
import { toSimplified } from '../text/simplified.ts';
import { secondHeader } from './headerRows.ts';

export type Column = ListRole;
export type Grid = readonly (readonly string[])[];

/** 0-based positions of the columns by what they hold; units may stand in several. One column may hold task and arrangements. */
export type Columns = Partial<Record<Column, readonly number[]>>;

/** The first column that holds it. */
export const firstOf = (columns: Columns, column: Column): number | undefined => columns[column]?.[0];

/** Whether one column says what the task is and what is to be done. */
export const isOneColumn = ({ name, arrangements }: Columns): boolean => name?.[0] === arrangements?.[0];

/** The header of a table: where it stands, what its columns are called, and what they hold. */
export interface Header {
  /** 0-based; its first row. */
  row: number;
  /** How many rows it has. */
  height: number;
  /** The headings of each column from top to bottom. */
  headings: readonly (readonly string[])[];
  /** As proposed, or as a person has said. */
  proposals: readonly ColumnProposal[];
  columns: Columns;
  /** Names of what it lacks and a list cannot do without. */
  missing: readonly string[];
}

/** So many rows that look like headers are looked at, and so many rows beneath. */
const mostCandidates = 30;
const mostRows = 400;

/**
 * Finds the header of a list (I2): the first row whose columns hold, by their headings and the cells beneath, what is to be done and
 * by whom. Else a row that looks like a header and lacks one of these; `null` where there is none.
 */
export function findHeader(grid: Grid, chosen: Readonly<SaidColumns> = [], year?: number): Header | null {
  const found = likeliestHeader(grid);
  const isAsProposed = chosen.length === 0 && (year === undefined || !namesYears(found));
  return found === null || isAsProposed ? found : headerAt(grid, found.row, { chosen, ...ofYear(year) });
}

const ofYear = (year: number | undefined): { year?: number } => (year === undefined ? {} : { year });

/** Whether columns say for which year they are: what those of another year hold is not read (2025年目标). */
const namesYears = (header: Header | null): boolean =>
  header?.headings.some((heading) => yearOfHeading(heading) !== null) === true;

function likeliestHeader(grid: Grid): Header | null {
  let incomplete: Header | null = null;
  let candidates = 0;
  for (let row = 0; row < grid.length && candidates < mostCandidates; row += 1) {
    if (!looksLikeHeader(grid, row)) continue;
    candidates += 1;
    const header = headerAt(grid, row);
    if (header.missing.length === 0) return header;
    if (told(header) >= 3 && (incomplete === null || lacks(header) < lacks(incomplete))) incomplete = header;
  }
  return incomplete;
}

const lacks = ({ missing }: Header): number => missing.length;
const told = ({ proposals }: Header): number =>
  proposals.filter(({ role, from }) => role !== 'unread' && from.some((each) => each !== 'cells')).length;

/** Whether a header says at least what is to be done: what it lacks is told then as a column (I2.1). */
export const saysWhatToDo = ({ columns, missing }: Header): boolean =>
  columns.arrangements !== undefined && !missing.includes(columnNames.arrangements[0]);

/** Whether a row, with those that belong to it, has the words of a header: two cells like headings, one of them a known name. */
function looksLikeHeader(grid: Grid, row: number): boolean {
  const first = grid[row] ?? [];
  const filled = first.filter((cell) => withoutBlanks(cell) !== '');
  if (filled.length < 2) return false;
  const kinds = filled.map(headingLike);
  const isAny = kinds.some((kind) => kind !== null);
  if (!isAny) return false;
  const second = secondHeader(grid, row)?.cells ?? [];
  const all = [...kinds, ...second.filter((cell) => withoutBlanks(cell) !== '').map(headingLike)];
  const alike = all.filter((kind) => kind !== null).length;
  return all.includes('name') && alike >= 2 && alike * 2 >= filled.length;
}

/** The header that stands at a row, with what its columns hold by the cells from there to `until`. */
export function headerAt(
  grid: Grid,
  row: number,
  {
    chosen = [],
    year,
    until = grid.length,
  }: { chosen?: Readonly<SaidColumns>; year?: number; until?: number } = {},
): Header {
  const { height, headings, isSure: isNamed } = headingsAt(grid, row);
  const beneath = rowsOfColumns(grid.slice(row + height, Math.min(until, row + height + mostRows)));
  const isOfYears = headings.some((heading) => yearOfHeading(heading) === year);
  const said: SaidRoles = headings.map(
    (heading, at) => chosen[at] ?? (isOfOtherYear(heading, year, isOfYears) ? 'unread' : null),
  );
  const proposals = proposeColumns(
    headings.map((heading, at) => ({ heading, cells: beneath.map((cells) => cells[at] ?? '') })),
    'list',
    {},
    said,
  ).map((proposal): ColumnProposal => {
    const [above = '', own] = headings[proposal.column] ?? [];
    const isUnknown = own !== undefined && headingLike(own) === null && !isBeneath(above, own);
    if (!isNamed && isUnknown && (said[proposal.column] ?? null) === null)
      return { ...proposal, confidence: 'ask' };
    // Numbered bands are the categories; a column that is only akin to one is none then.
    const isLesser = proposal.role === 'category' && !['name', 'person'].includes(proposal.from[0] ?? '');
    if (!isLesser || !hasBands(grid, row + height)) return proposal;
    return { ...proposal, role: 'unread', confidence: 'certain', from: [] };
  });
  letGoalsSayWhatToDo(proposals);
  const columns = columnsOf(proposals);
  const missing = missingColumns(isSure(proposals) ? columns : { units: columns.units ?? [] });
  return { row, height, headings, proposals, columns, missing };
}

/** Whether a table is one of tasks at all: what is to be done has a usual name, or else both who does it and by when have one. */
function isSure(proposals: readonly ColumnProposal[]): boolean {
  const isNamed = (...roles: readonly string[]): boolean =>
    proposals.some(
      ({ role, from }) =>
        roles.includes(role) && from.some((told) => told === 'name' || told === 'akin' || told === 'person'),
    );
  return isNamed('name', 'arrangements') || (isNamed('lead', 'units') && isNamed('deadline'));
}

/** The headings of the columns from a row on, with those of a second row of the header. */
function headingsAt(grid: Grid, row: number): { height: number; headings: string[][]; isSure: boolean } {
  const first = grid[row] ?? [];
  const second = secondHeader(grid, row);
  const below = grid.slice(row + 1, row + 1 + mostRows);
  const width = Math.max(first.length, second?.cells.length ?? 0, ...below.map((cells) => cells.length));
  let over = '';
  const headings = Array.from({ length: width }, (_, at) => {
    const own = trimBlanks(first[at] ?? '');
    const under = trimBlanks(second?.cells[at] ?? '');
    if (own !== '') over = own;
    if (under === '' || under === own) return [own];
    return own !== '' && under.startsWith(own) ? [under] : [own === '' ? over : own, under];
  });
  return { height: second === null ? 1 : 2, headings, isSure: second?.isSure ?? true };
}

/** Rows that have several cells: a band, a note or a page number says nothing of the column that it stands in. */
function rowsOfColumns(rows: Grid): Grid {
  const filled = rows.filter((cells) => cells.some((cell) => withoutBlanks(cell) !== ''));
  const many = filled.filter((cells) => new Set(cells.filter((cell) => withoutBlanks(cell) !== '')).size > 1);
  return many.length === 0 ? filled : many;
}

const numberedBand =
  /^[一二三四五六七八九十]{1,3}[、.．]|^[（(][一二三四五六七八九十]{1,3}[)）]|^第[一二三四五六七八九十]{1,3}(?:部分|章|板块)/u;

/** Whether a numbered heading stands alone in a row beneath. */
function hasBands(grid: Grid, from: number): boolean {
  return grid.slice(from, from + mostRows).some((cells) => {
    const filled = [...new Set(cells.map(trimBlanks).filter((cell) => cell !== ''))];
    return filled.length === 1 && numberedBand.test(filled[0] ?? '');
  });
}

/** The year that a heading names: 2025年目标; `null` where it names none. */
function yearOfHeading(heading: readonly string[]): number | null {
  const lowest = withoutBlanks(heading.findLast((cell) => cell !== '') ?? '');
  const named = /20\d{2}(?=年)/u.exec(toSimplified(lowest))?.[0];
  return named === undefined ? null : Number(named);
}

/** Whether a column is of another year than the list's: of its deadlines, or of whatever another column has for this year (`isOfYears`). */
function isOfOtherYear(heading: readonly string[], year: number | undefined, isOfYears: boolean): boolean {
  const named = yearOfHeading(heading);
  if (year === undefined || named === null || named === year) return false;
  const lowest = toSimplified(withoutBlanks(heading.findLast((cell) => cell !== '') ?? ''));
  return isOfYears || /[时期]/u.test(lowest);
}

/** Where no column says what is to be done, a column of goals beside the tasks does (重点任务, 2024年目标); a person is asked. */
function letGoalsSayWhatToDo(proposals: ColumnProposal[]): void {
  const has = (role: Column): boolean => proposals.some((each) => each.role === role);
  const at = proposals.findIndex(({ role }) => role === 'goal');
  const goal = proposals[at];
  if (goal === undefined || has('arrangements') || !has('name')) return;
  const isText = goal.facts.filled > 0 && goal.facts.length >= 4 && goal.facts.heading < 0.5;
  if (goal.from.includes('person') || /指标/u.test(goal.heading) || !isText) return;
  proposals[at] = { ...goal, role: 'arrangements', confidence: 'ask' };
}

/** The columns by their roles, with what stands in for another. */
function columnsOf(proposals: readonly ColumnProposal[]): Columns {
  const columns: Partial<Record<Column, number[]>> = {};
  for (const { column, role } of proposals) {
    if (role !== 'unread') (columns[role as Column] ??= []).push(column);
  }
  if (columns.units === undefined && columns.lead !== undefined) {
    columns.units = columns.lead;
    delete columns.lead;
  }
  const goal = proposals.find(({ role }) => role === 'goal');
  if (columns.category === undefined && goal !== undefined && goal.facts.heading >= 0.5) {
    columns.category = [goal.column];
    delete columns.goal;
  }
  if (columns.units === undefined) return columns;
  if (columns.name === undefined && columns.arrangements !== undefined) columns.name = columns.arrangements;
  // One column of texts says both, where no goals could say what to do; 指标 only measure it.
  const isMeasured = columns.goal !== undefined && /指标/u.test(goal?.heading ?? '');
  if (
    columns.arrangements === undefined &&
    columns.name !== undefined &&
    (columns.goal === undefined || isMeasured)
  )
    columns.arrangements = columns.name;
  return columns;
}

/** The names of the columns that a header lacks and cannot do without. */
function missingColumns(columns: Columns): string[] {
  return (['name', 'arrangements', 'units'] as const)
    .filter((column) => columns[column] === undefined)
    .map((column) => columnNames[column][0]);
}

/**
 * The headers of a table from its first one on: it may recur, in either script, and may move columns (I2). The roles that a person has
 * given hold for columns of the same name.
 */
export function headersFrom(
  grid: Grid,
  first: Header,
  { chosen = [], year }: { chosen?: Readonly<SaidColumns>; year?: number } = {},
): Header[] {
  const keys = first.headings.map((heading) => heading.map(headingKey).join('\n'));
  const known = new Set(
    grid
      .slice(first.row, first.row + first.height)
      .flat()
      .map(headingKey)
      .filter((key) => key !== ''),
  );
  const rows = [first.row];
  for (let row = first.row + first.height; row < grid.length; row += 1) {
    if (recurs(grid[row] ?? [], known)) rows.push(row);
  }
  const sameAs = (row: number): boolean =>
    headingsAt(grid, row)
      .headings.map((heading) => heading.map(headingKey).join('\n'))
      .join('\t')
      .trimEnd() === keys.join('\t').trimEnd();
  const widely = headerAt(grid, first.row, { chosen, ...ofYear(year) });
  return rows.map((row, index) => {
    // A header that says the same again stands over the same columns.
    if (sameAs(row)) return { ...widely, row };
    const { headings } = headingsAt(grid, row);
    const moved = headings.map((heading) => chosen[keys.indexOf(heading.map(headingKey).join('\n'))] ?? null);
    const until = rows[index + 1] ?? grid.length;
    return headerAt(grid, row, { chosen: moved, until, ...ofYear(year) });
  });
}

/** Whether a row below the header is one again: three names of columns at least, or nothing but those of the first. */
function recurs(cells: readonly string[], known: ReadonlySet<string>): boolean {
  const filled = cells.filter((cell) => withoutBlanks(cell) !== '');
  if (filled.length < 2) return false;
  const own = filled.filter((cell) => cell.length <= 60 && known.has(headingKey(cell))).length;
  if (own === filled.length && own * 2 > known.size) return true;
  return (
    own + filled.filter((cell) => headingLike(cell) === 'name' && !known.has(headingKey(cell))).length >= 3 &&
    filled.every((cell) => own > 0 && cell.length <= 60)
  );
}
