import { columnNames } from '../../taskList/columnNames.ts';
import { withoutBlanks } from '../text/characters.ts';
import { toSimplified } from '../text/simplified.ts';

type Named = keyof typeof columnNames;
export type Column = Exclude<Named, 'content'>;

/**
 * 0-based positions of the columns that a header names; category, sequence, goal, supporting units and deadline may be missing. A
 * lead column alone is that of the units.
 */
export type Columns = Partial<Record<Column, number>>;

const columnOf = new Map<string, Named>(
  Object.entries(columnNames).flatMap(([column, names]) =>
    names.map((name) => [name, column as Named] as const),
  ),
);
const longestName = 16;

/**
 * Reads a row as a header (I2), in either script; `null` where it is none: fewer than three column names, or none for what is to be
 * done. Of two columns of names the second says that; one alone says both, beside units and where no column of goals could say it.
 * A column of deadlines of another year than the list's (`year`) is none of the list's.
 */
export function readHeader(row: readonly string[], year?: number): Columns | null {
  const { columns, names } = columnsIn(row, year);
  if (Object.keys(columns).length < 3) return null;
  if (columns.arrangements !== undefined) return columns;
  const [first, second, ...others] = names;
  if (first === undefined || others.length > 0 || columns.units === undefined) return null;
  if (second !== undefined)
    return first.words === second.words ? null : { ...columns, arrangements: second.index };
  return columns.goal === undefined ? { ...columns, arrangements: first.index } : null;
}

/** Of rows that look like a header and are none, the first one, and what it lacks. */
export function incompleteHeader(
  grid: readonly (readonly string[])[],
): { row: number; missing: string[] } | null {
  const row = grid.findIndex((cells) => Object.keys(columnsIn(cells).columns).length >= 3);
  return row < 0 ? null : { row, missing: missingColumns(columnsIn(grid[row] ?? []).columns) };
}

/** The columns that a row names, and all of its columns of names. */
function columnsIn(
  row: readonly string[],
  year?: number,
): { columns: Columns; names: { index: number; words: string }[] } {
  const found: Partial<Record<Named, number>> = {};
  const names: { index: number; words: string }[] = [];
  for (const [index, cell] of row.entries()) {
    const column = columnNamed(cell, year);
    if (column !== undefined) found[column] ??= index;
    if (column === 'name') names.push({ index, words: withoutBlanks(toSimplified(cell)) });
  }
  return { columns: settled(found), names };
}

/**
 * The second row of a header, under a cell that stands over several columns (责任单位 over 牵头单位 and 配合单位): nothing but column
 * names; `null` where it is none.
 */
export function readSecondHeader(row: readonly string[]): Columns | null {
  const columns: Partial<Record<Named, number>> = {};
  for (const [index, cell] of row.entries()) {
    if (withoutBlanks(cell) === '') continue;
    const column = columnNamed(cell) ?? roleNamed(cell);
    if (column === undefined) return null;
    columns[column] ??= index;
  }
  return Object.keys(columns).length === 0 ? null : settled(columns);
}

/** A column of lead units or of contents stands in for the one that it is akin to, where that is missing. */
function settled({ lead, content, ...columns }: Partial<Record<Named, number>>): Columns {
  const all: Columns = columns;
  if (content !== undefined) all.arrangements ??= content;
  if (lead === undefined) return all;
  return all.units === undefined ? { ...all, units: lead } : { ...all, lead };
}

const bracketed = /[（(]([^（()）]*)[)）]/gu;
const supports = /配合|协同|协办|协助|参与|参加/u;
const leads = /牵头|责任|主责|主办|落实|实施/u;
/** Several roles in one name: 牵头单位和责任单位, 责任及配合部门. */
const roles =
  /^(?:(?:牵头|责任|主责|主办|落实|实施|配合|协同|协办|协助|参与|参加)(?:单位|部门)?(?:[、和及与/]|以及)?){2,4}(?<=单位|部门)$/u;

/** A remark in brackets or a year is no part of a name (完成时限（2025年）, 牵头（责任）单位); 责任单位（配合） are supporting units. */
function columnNamed(cell: string, year?: number): Named | undefined {
  if (cell.length > longestName) return undefined;
  const text = withoutBlanks(toSimplified(cell));
  const remark = [...text.matchAll(bracketed)].map(([, words]) => words).join();
  const name = text.replace(bracketed, '').replace(/^20\d{2}(?:年(?!度))?(?=\p{L})|20\d{2}年度?$/u, '');
  const column = columnOf.get(text) ?? columnOf.get(name) ?? unitsNamed(name);
  const named = /20\d{2}(?=年)/u.exec(text)?.[0];
  if (column === 'deadline' && year !== undefined && named !== undefined && Number(named) !== year)
    return undefined;
  if (column !== 'units') return column;
  if (remark.includes('牵头')) return 'lead';
  return supports.test(remark) && /[)）]$/u.test(text) ? 'supporting' : 'units';
}

/** A role alone, in a second row of a header: 牵头, 配合. */
function roleNamed(cell: string): Column | undefined {
  const role = withoutBlanks(toSimplified(cell));
  if (!/^(?:牵头|责任|主责|主办|落实|实施|配合|协同|协办|协助|参与|参加)$/u.test(role)) return undefined;
  return role === '牵头' ? 'lead' : supports.test(role) ? 'supporting' : 'units';
}

function unitsNamed(name: string): Column | undefined {
  if (!roles.test(name)) return undefined;
  return leads.test(name) ? 'units' : 'supporting';
}

/** The names of the columns that a header lacks and cannot do without. */
export function missingColumns(columns: Columns): string[] {
  return (['name', 'arrangements', 'units'] as const)
    .filter((column) => columns[column] === undefined)
    .map((column) => columnNames[column][0]);
}
