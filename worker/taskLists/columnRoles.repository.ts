import { shapeOf } from '../../shared/columns/headings.ts';
import { saidColumns, saidOf, type ListHead, type SaidColumns } from '../../shared/columns/listHead.ts';
import { rowsOf } from '../db/results.ts';

/** What was said of the columns of published lists, by the shape of the header; the newest list goes first. */
export async function loadKeptColumns(db: D1Database): Promise<Map<string, SaidColumns>> {
  const found = await db
    .prepare(`SELECT value FROM settings WHERE name = 'columns' ORDER BY scope`)
    .all<{ value: string }>();
  return new Map(
    rowsOf<{ value: string }>(found).map(({ value }) => {
      const { shape, roles } = JSON.parse(value) as { shape: string; roles: unknown };
      return [shape, saidColumns.parse(roles)] as const;
    }),
  );
}

/** Keeps with a list what was said of its columns; nothing where nothing was. */
export function keepColumns(db: D1Database, listId: string, head: ListHead | null): D1PreparedStatement[] {
  const roles = head && saidOf(head);
  if (head === null || roles === null) return [];
  const shape = shapeOf(head.columns.map(({ heading }) => heading));
  return [
    db
      .prepare(
        `INSERT INTO settings (scope, name, value) VALUES (?1, 'columns', ?2)
         ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value`,
      )
      .bind(listId, JSON.stringify({ shape, roles })),
  ];
}
