import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { makeOccasions } from '../../shared/obligations/makeOccasions.ts';
import type { AllocationsAnswer } from '../../shared/wire/allocationsAnswer.ts';
import { Problem } from '../problems/problem.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { loadList } from '../taskLists/taskLists.repository.ts';
import { loadRoster } from '../units/units.repository.ts';
import type { Version } from '../versions/versions.repository.ts';
import { allocationsTable } from '../../shared/tables/allocationsTable.ts';
import type { Table } from '../../shared/tables/table.ts';
import { loadAllocations } from './allocations.repository.ts';

/**
 * The shares of a list with their version, and who is asked for what.
 * @param unit only this one's, where it is a reporter that asks.
 * @throws Problem `list-not-found`.
 */
export async function readAllocations(
  db: D1Database,
  year: number,
  unit: string | null,
): Promise<AllocationsAnswer & { version: Version }> {
  const list = await loadList(db, String(year));
  if (!list) throw new Problem('list-not-found', { year });
  const { allocations, version } = await loadAllocations(db, year);
  const asked = new Map<string, Set<string>>();
  const isShown = (each: string): boolean => unit === null || each === unit;
  for (const { arrangement, units } of makeOccasions(inForce({ list, roster: await loadRoster(db) }))) {
    const shown = units.filter(isShown);
    if (shown.length > 0) asked.set(arrangement, new Set([...(asked.get(arrangement) ?? []), ...shown]));
  }
  const { made } = version;
  return {
    version,
    allocations: allocations.filter((each) => isShown(each.unit)),
    asked: [...asked].map(([arrangement, units]) => ({ arrangement, units: [...units].toSorted() })),
    saved: made && { by: made.holder, at: shanghaiTime(made.at) },
  };
}

/**
 * The same shares as a table, with what they are of in words.
 * @throws Problem `list-not-found`.
 */
export async function allocationsFile(
  db: D1Database,
  year: number,
  unit: string | null,
  language: 'zh' | 'en',
): Promise<Table> {
  const list = await loadList(db, String(year));
  if (!list) throw new Problem('list-not-found', { year });
  const [{ allocations }, roster] = [await loadAllocations(db, year), await loadRoster(db)];
  const arrangements = list.taskList.tasks.flatMap((task) => task.arrangements);
  const words = new Map(
    arrangements.flatMap(({ code, text, indicators }) =>
      indicators.map((indicator) => [`${code} ${indicator.id}`, { text, ...indicator }] as const),
    ),
  );
  const names = new Map(roster.units.map(({ id, name }) => [id, name]));
  const shown = allocations.filter((each) => unit === null || each.unit === unit);
  return allocationsTable(
    shown,
    {
      of: ({ arrangement, indicator }) => words.get(`${arrangement} ${indicator}`),
      unit: (id) => names.get(id) ?? id,
    },
    year,
    language,
  );
}
