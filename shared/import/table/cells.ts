import { isUnitInHead, periodOfHeading } from '../../columns/headWords.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import { trimBlanks, withoutBlanks } from '../text/characters.ts';
import type { Column, Columns, Header } from './header.ts';
import type { Part, TaskRow } from './rows.ts';

/** What the cells of a row say, by the roles of their columns. */
export type Cells = Record<Column, string> &
  Pick<Part, 'quantities'> & {
    /** What each column of a part of the year says to do, where columns are those. */
    periods: readonly Pick<Part, 'arrangements' | 'deadline' | 'column'>[];
  };

const isShare = /^(?:[\d,.]+\D{0,3}|[√✓✔●○★△/／—–-]|是|否|有|无|)$/u;
const hasNoShare = /^(?:0+(?:\.0+)?\D{0,3}|[/／—–○-]|否|无|)$/u;

/** The cells of a row, trimmed; those of several columns with one role joined. */
export function cellsOf(row: readonly string[], columns: Columns, headings: Header['headings']): Cells {
  const at = (column: number): string => trimBlanks(String(row[column] ?? ''));
  const cell = (column: Column): string => {
    const said = (columns[column] ?? []).map(at);
    return [...new Set(said.filter((each) => each !== ''))].join('，');
  };
  /** A column that is called by a unit says with a number or tick that the unit has a share. */
  const unitsAt = (column: number): string => {
    const heading = headings[column]?.at(-1) ?? '';
    if (!isUnitInHead(heading) || !isShare.test(withoutBlanks(at(column)))) return at(column);
    return hasNoShare.test(withoutBlanks(at(column))) ? '' : heading;
  };
  const [startsOn, deadline, measure] = [cell('startsOn'), cell('deadline'), cell('measure')];
  const periods = periodsOf(columns, headings).flatMap(({ column, period }) =>
    /[\p{L}\p{N}]/u.test(at(column)) ? [{ arrangements: at(column), deadline: period, column }] : [],
  );
  return {
    category: cell('category'),
    sequence: cell('sequence'),
    name: cell('name'),
    goal: cell('goal'),
    arrangements: cell('arrangements'),
    lead: cell('lead'),
    units: [...new Set((columns.units ?? []).map(unitsAt).filter((each) => each !== ''))].join('，'),
    supporting: cell('supporting'),
    startsOn,
    // A day on which it begins, and one on which it ends, are one span.
    deadline: startsOn !== '' && deadline !== '' ? `${startsOn}至${deadline}` : deadline,
    quantity: cell('quantity'),
    measure,
    quantities: (columns.quantity ?? []).flatMap((column) => {
      const printed = at(column);
      // 320 beside 家次.
      const isBare = measure !== '' && /^\d+(?:\.\d+)?$/u.test(printed);
      return printed === '' ? [] : [{ printed: isBare ? printed + measure : printed, column }];
    }),
    periods,
  };
}

/** The columns of arrangements that are each one of a part of the year, where all of several are. */
function periodsOf(columns: Columns, headings: Header['headings']): { column: number; period: string }[] {
  const several = columns.arrangements ?? [];
  if (several.length < 2) return [];
  const periods = several.flatMap((column) => {
    const period = periodOfHeading(headings[column]?.findLast((heading) => heading !== '') ?? '');
    return period === null ? [] : [{ column, period }];
  });
  return periods.length === several.length ? periods : [];
}

/** Numbers beneath the names of units are shares that are not read: they are told where they stand. */
export function tellShares(
  printed: readonly string[],
  row: number,
  { columns, headings }: Pick<TaskRow, 'columns' | 'headings'>,
  report: Report,
): void {
  const shares = (columns.units ?? []).flatMap((column) => {
    const [heading, cell] = [headings[column]?.at(-1) ?? '', trimBlanks(printed[column] ?? '')];
    return isUnitInHead(heading) && /^\d/u.test(cell) && !hasNoShare.test(cell)
      ? [{ text: `${heading}${cell}`, column }]
      : [];
  });
  const [first] = shares;
  if (first !== undefined)
    report('shares-unread', { text: shares.map(({ text }) => text).join('、'), row, column: first.column });
}
