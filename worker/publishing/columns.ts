import * as z from 'zod';
import {
  columnRole,
  type ColumnRole,
  type ListHead,
  type SaidColumns,
} from '../../shared/columns/listHead.ts';
import { evidence } from '../../shared/columns/roles.ts';
import { parameter } from '../http/parameters.ts';
import { Problem } from '../problems/problem.ts';

/** Roles in an address: `sequence,,arrangements,units`; what is left out is as it is proposed. */
export const columnsParameter = parameter(
  z
    .string()
    .max(1000)
    .transform((text) => text.split(',').map((role) => (role.trim() === '' ? null : role.trim())))
    .pipe(z.array(columnRole.nullable()).max(60))
    .openapi({ type: 'string', maxLength: 1000 })
    .optional(),
  '各栏的内容，按表头顺序，以逗号分隔；留空的照提议 · What each column holds, in the order of the header, separated by commas; left out: as proposed',
  'sequence,name,arrangements,units,deadline',
);

const refuse = (reasonZh: string, reasonEn: string): Problem =>
  new Problem('columns-invalid', { reasonZh, reasonEn }, [
    { pointer: '#/columns', zh: reasonZh, en: reasonEn },
  ]);

/** @throws Problem `columns-invalid` where more columns are named than the header has, or two are given what only one may be. */
export function checkColumns(said: SaidColumns | undefined, head: ListHead | null): void {
  if (said === undefined || head === null) return;
  const last = said.findLastIndex((role) => role !== null);
  const count = head.columns.length;
  if (last >= count) {
    throw refuse(
      `指定了第 ${last + 1} 栏，而表头只有 ${count} 栏`,
      `column ${last + 1} is named, and the header has ${count}`,
    );
  }
  const seen = new Set<ColumnRole>();
  for (const role of said) {
    if (role === null || role === 'unread' || evidence[role].isMany === true) continue;
    if (seen.has(role)) {
      throw refuse(`“${evidence[role].zh}”指定给了两栏`, `${role} is given to two columns`);
    }
    seen.add(role);
  }
}
