import type { ColumnRole, ListHead, SaidColumns } from '../../columns/listHead.ts';
import { shapeOf } from '../../columns/headings.ts';
import { evidence } from '../../columns/roles.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import { headOf, tidyBlanks } from '../text/characters.ts';
import { findHeader, type Grid, type Header } from './header.ts';

/** Roles as they were said of earlier lists, by the shape of the header. */
export type KeptColumns = ReadonlyMap<string, SaidColumns>;

/** The header of a grid, with the roles that a person has given: now, or of an earlier list with this header. */
export function headerOf(
  grid: Grid,
  said: SaidColumns = [],
  kept: KeptColumns = new Map(),
  year?: number,
): { header: Header; chosen: SaidColumns; head: ListHead } | null {
  const proposed = findHeader(grid);
  if (proposed === null) return null;
  const headings = proposed.headings.map((heading) => tidyBlanks(heading.join(' ')).slice(0, 400));
  const before = kept.get(shapeOf(headings)) ?? [];
  const chosen = headings.map((_, at) => said[at] ?? before[at] ?? null);
  const isSaid = chosen.some((role) => role !== null);
  const header =
    isSaid || year !== undefined ? (findHeader(grid, isSaid ? chosen : [], year) ?? proposed) : proposed;
  const columns = header.proposals.slice(0, 60).map(({ column, role, confidence, candidates }) => {
    const isGiven = said[column] !== null && said[column] !== undefined;
    return {
      heading: headings[column] ?? '',
      role: role as ColumnRole,
      confidence: isGiven
        ? ('said' as const)
        : chosen[column]
          ? ('kept' as const)
          : isText(header, column)
            ? ('ask' as const)
            : confidence,
      candidates: candidates.map((each) => each.role as ColumnRole),
      samples: samplesOf(grid, header, column),
    };
  });
  return { header, chosen, head: { row: header.row + 1, columns } };
}

function samplesOf(grid: Grid, { row, height }: Header, column: number): string[] {
  const cells = grid
    .slice(row + height, row + height + 60)
    .filter((each) => each.length > 1)
    .map((each) => tidyBlanks(each[column] ?? ''));
  return [...new Set(cells.filter((cell) => cell !== ''))].slice(0, 3).map(headOf);
}

/** Whether a column is left out while it holds longer texts than the arrangements. */
function isText({ proposals, columns }: Header, column: number): boolean {
  const measures = proposals[columns.arrangements?.[0] ?? -1]?.facts.length ?? 0;
  const { role, facts } = proposals[column]!;
  return role === 'unread' && facts.sentence >= 0.5 && facts.length > measures;
}

/** The name of a role on the screen. */
export const roleName = (role: ColumnRole): string => (role === 'unread' ? '不读入' : evidence[role].zh);

/**
 * Asks about columns whose role is uncertain. One that is left out while it holds longer texts than the arrangements stands in the
 * way of publishing, until a person says what it holds (I14.3).
 * @returns the columns that were told so.
 */
export function askOfColumns(header: Header, said: SaidColumns, report: Report): Set<number> {
  const told = new Set<number>();
  for (const { column, heading, role, confidence, facts } of header.proposals) {
    if (facts.filled === 0 || (said[column] !== null && said[column] !== undefined)) continue;
    const at = { text: tidyBlanks(heading), row: header.row, column };
    if (isText(header, column)) {
      report('column-of-text', { ...at, detail: String(column + 1) });
      told.add(column);
    } else if (confidence === 'ask') {
      report('column-uncertain', { ...at, detail: roleName(role as ColumnRole) });
      if (role === 'unread') told.add(column);
    }
  }
  return told;
}
