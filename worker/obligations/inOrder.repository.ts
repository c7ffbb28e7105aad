import type { LightsOn } from '../../shared/obligations/light.ts';
import { rowsOf } from '../db/results.ts';
import { conditionsOf, indexOf, oneSided, type ObligationFilter } from './obligationFilter.repository.ts';

/** Where a page ended: by due date (`9999`: undated, which come last), then key; `row`: then the number of an indicator. */
export interface ObligationPlace {
  due: string;
  key: string;
  row?: number;
}

const undated = '9999';

/** What is selected of obligations `o`, and what of each of them. */
export interface Selected {
  columns: string;
  /** What is joined to the obligations. */
  joins: string;
  /** Further conditions. */
  conditions?: readonly string[];
  /** The index that has them in order of due date, where it is not that of the filter. */
  index?: string;
  /** SQL of the number that orders what is joined to one obligation. */
  row?: string;
}

/** Statements of a page's two branches: what has a due date, and after that what has none. */
function branches(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  selected: Selected,
  after: ObligationPlace | null,
): { dated: (limit: number) => D1PreparedStatement; undated: (limit: number) => D1PreparedStatement } {
  const { conditions, values } = conditionsOf(listId, on, filter);
  const { columns, joins, row, index = indexOf(filter) } = selected;
  const branch = (
    condition: string,
    order: readonly string[],
    place: readonly (string | number)[],
    limit: number,
  ) =>
    db
      .prepare(
        `SELECT ${columns} FROM obligations o INDEXED BY ${index} ${joins}
         WHERE ${[...conditions, ...(selected.conditions ?? []), condition].join(' AND ')}
         ORDER BY ${[...order, ...(row === undefined ? [] : [row])].join(', ')} LIMIT ${limit}`,
      )
      .bind(...values, ...place);
  const parameter = (at: number): string => `?${values.length + at}`;
  // Of what is joined to the last obligation, the rest comes first.
  const goesOn = row !== undefined && after?.row !== undefined;
  const than = goesOn ? '>=' : '>';
  const rest = (key: string, number: string) =>
    goesOn ? ` AND (o.key <> ${key} OR ${row} > ${number})` : '';
  const ended = goesOn ? [after.row!] : [];
  return {
    dated: (limit) =>
      after === null
        ? branch('o.due_on IS NOT NULL', ['o.due_on', 'o.key'], [], limit)
        : branch(
            `(o.due_on, o.key) ${than} (${parameter(1)}, ${parameter(2)})${rest(parameter(2), parameter(3))}`,
            ['o.due_on', 'o.key'],
            [after.due, after.key, ...ended],
            limit,
          ),
    undated: (limit) =>
      after?.due === undated
        ? branch(
            `o.due_on IS NULL AND o.key ${than} ${parameter(1)}${rest(parameter(1), parameter(2))}`,
            ['o.key'],
            [after.key, ...ended],
            limit,
          )
        : branch('o.due_on IS NULL', ['o.key'], [], limit),
  };
}

/**
 * A page in order of due date, what has none last; what is read grows with the page, not with the list.
 * `row`: gives the number of what was joined to the obligation of a row.
 */
export async function pageInOrder<T extends { key: string; due_on: string | null }>(
  db: D1Database,
  listId: string,
  on: LightsOn,
  filter: ObligationFilter,
  selected: Selected,
  page: { after: ObligationPlace | null; limit: number },
  row?: (found: T) => number,
): Promise<{ rows: T[]; next: ObligationPlace | null }> {
  const branch = branches(db, listId, on, filter, selected, page.after);
  const only = oneSided(filter);
  const wanted = page.limit + 1;
  const found: T[] = [];
  if (only !== 'undated' && page.after?.due !== undated)
    found.push(...rowsOf<T>(await branch.dated(wanted).all()));
  if (only !== 'dated' && found.length < wanted)
    found.push(...rowsOf<T>(await branch.undated(wanted - found.length).all()));
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  if (found.length <= page.limit || !last) return { rows, next: null };
  return { rows, next: { due: last.due_on ?? undated, key: last.key, ...(row && { row: row(last) }) } };
}
