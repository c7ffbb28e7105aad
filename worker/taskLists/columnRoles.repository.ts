import { shapeOf } from '../../shared/columns/headings.ts';
import { saidColumns, saidOf, type ListHead, type SaidColumns } from '../../shared/columns/listHead.ts';
import type { ProseLevels } from '../../shared/import/prose/levels.ts';
import { proseLevels, type KeptLevels } from '../../shared/import/prose/proseReading.ts';
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

/** What was said of the levels of published lists without a table, by their shape; the newest list goes first. */
export async function loadKeptLevels(db: D1Database): Promise<Map<string, ProseLevels>> {
  const found = await db
    .prepare(`SELECT value FROM settings WHERE name = 'levels' ORDER BY scope`)
    .all<{ value: string }>();
  return new Map(
    rowsOf<{ value: string }>(found).map(({ value }) => {
      const { shape, levels } = JSON.parse(value) as { shape: string; levels: unknown };
      return [shape, proseLevels.parse(levels)] as const;
    }),
  );
}

/** Keeps with a list what was said of its levels; nothing where nothing was. */
export function keepLevels(db: D1Database, listId: string, prose: KeptLevels | null): D1PreparedStatement[] {
  if (prose === null || prose.from === 'proposed') return [];
  const { shape, levels } = prose;
  return [keep(db, listId, 'levels', { shape, levels })];
}

const keep = (db: D1Database, listId: string, name: string, value: unknown): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO settings (scope, name, value) VALUES (?1, ?2, ?3)
       ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value`,
    )
    .bind(listId, name, JSON.stringify(value));

/** Keeps with a list what was said of its columns; nothing where nothing was. */
export function keepColumns(db: D1Database, listId: string, head: ListHead | null): D1PreparedStatement[] {
  const roles = head && saidOf(head);
  if (head === null || roles === null) return [];
  const shape = shapeOf(head.columns.map(({ heading }) => heading));
  return [keep(db, listId, 'columns', { shape, roles })];
}
