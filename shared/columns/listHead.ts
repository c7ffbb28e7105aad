import * as z from 'zod';
import { listOf } from '../schema/bounded.ts';
import { rolesOf, type ListRole } from './roleNames.ts';

/** What a column of a list holds; `unread`: nothing that is read. */
export const columnRole = z.enum([...(rolesOf.list as readonly ListRole[]), 'unread']);
export type ColumnRole = z.infer<typeof columnRole>;

/** More columns than a grid may have. */
const mostColumns = { max: 60 };

/** What a person says of the columns, in the order of the header; `null`: as it is proposed. */
export const saidColumns = listOf(columnRole.nullable(), mostColumns);
export type SaidColumns = z.infer<typeof saidColumns>;

export const headColumn = z
  .strictObject({
    /** As printed, the rows of the header joined. */
    heading: z.string().max(400),
    role: columnRole,
    /** `ask`: a person is asked; `said`: given with the request; `kept`: said of an earlier list with this header. */
    confidence: z.enum(['certain', 'ask', 'said', 'kept']),
    /** Other roles that it may have, the likeliest first. */
    candidates: listOf(columnRole, { max: 20 }),
    /** Some of its cells, cut. */
    samples: listOf(z.string().max(60), { max: 3 }),
  })
  .meta({ id: 'HeadColumn' });
export type HeadColumn = z.infer<typeof headColumn>;

/** The header of a list's table as it was read. */
export const listHead = z
  .strictObject({
    /** Row of the grid, from 1. */
    row: z.int().min(1),
    columns: listOf(headColumn, mostColumns),
  })
  .meta({ id: 'ListHead' });
export type ListHead = z.infer<typeof listHead>;

/** The roles that were said of a header, now or of an earlier list; `null` where none was. */
export function saidOf({ columns }: ListHead): SaidColumns | null {
  const said = columns.map(({ role, confidence }) =>
    confidence === 'said' || confidence === 'kept' ? role : null,
  );
  return said.some((role) => role !== null) ? said : null;
}
