import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { makeOccasions } from '../../shared/obligations/makeOccasions.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { AllocationsAnswer } from '../../shared/wire/allocationsAnswer.ts';
import { Problem } from '../problems/problem.ts';
import { inForce } from '../taskLists/listInForce.ts';
import { loadList } from '../taskLists/taskLists.repository.ts';
import { loadRoster } from '../units/units.repository.ts';
import type { Version } from '../versions/versions.repository.ts';
import { allocationsTable } from '../../shared/tables/allocationsTable.ts';
import { sharesGridTable } from '../../shared/tables/sharesGridTable.ts';
import type { Table } from '../../shared/tables/table.ts';
import { type Allocation, loadAllocations } from './allocations.repository.ts';

/** Which shares are asked for. */
export interface SharesAsked {
  /** Only this unit's. */
  unit?: string | undefined;
  /** Only of arrangements that stand in this category, in this task. */
  category?: number | undefined;
  task?: string | undefined;
  /** Only of indicators with a target of the district. */
  targets: boolean;
}

type Indicator = TaskList['tasks'][number]['arrangements'][number]['indicators'][number];

/** What a share may be of. */
interface Counted {
  arrangement: string;
  text: string;
  of: Indicator;
}

/** The arrangements that are asked for, in the order of the list. */
const arrangementsIn = ({ tasks }: TaskList, { category, task: only }: SharesAsked) =>
  tasks
    .filter(
      (task) => (category === undefined || task.category === category) && (only ?? task.code) === task.code,
    )
    .flatMap((task) => task.arrangements);

/** What they count, as far as it is asked for. */
const countedIn = (
  arrangements: TaskList['tasks'][number]['arrangements'],
  { targets }: SharesAsked,
): Counted[] =>
  arrangements.flatMap(({ code, text, indicators }) =>
    indicators
      .filter(({ id, target }) => id !== 'done' && (!targets || target !== null))
      .map((of) => ({ arrangement: code, text, of })),
  );

/** The shares with what they are of, as far as they are asked for and may be seen. */
async function readShares(db: D1Database, year: number, mine: string | null, asked: SharesAsked) {
  const list = await loadList(db, String(year));
  if (!list) throw new Problem('list-not-found', { year });
  const [{ allocations, version }, roster] = [await loadAllocations(db, year), await loadRoster(db)];
  const arrangements = arrangementsIn(list.taskList, asked);
  const counted = countedIn(arrangements, asked);
  const ofCounted = new Map(counted.map((each) => [`${each.arrangement} ${each.of.id}`, each] as const));
  const visible = allocations.filter(
    ({ arrangement, indicator, unit }) =>
      (mine === null || unit === mine) && ofCounted.has(`${arrangement} ${indicator}`),
  );
  const isShown = (unit: string): boolean =>
    (mine === null || unit === mine) && (asked.unit === undefined || unit === asked.unit);
  const codes = new Set(
    asked.targets ? counted.map(({ arrangement }) => arrangement) : arrangements.map(({ code }) => code),
  );
  const unitsOf = new Map<string, Set<string>>();
  for (const { arrangement, units } of makeOccasions(inForce({ list, roster }))) {
    const shown = units.filter(isShown);
    if (shown.length > 0 && codes.has(arrangement))
      unitsOf.set(arrangement, new Set([...(unitsOf.get(arrangement) ?? []), ...shown]));
  }
  return { version, roster, counted, ofCounted, visible, isShown, unitsOf };
}

/**
 * The shares of a list with their version, and who is asked for what.
 * @param mine only this unit's, where it is a reporter that asks.
 * @throws Problem `list-not-found`.
 */
export async function readAllocations(
  db: D1Database,
  year: number,
  mine: string | null,
  asked: SharesAsked,
): Promise<AllocationsAnswer & { version: Version }> {
  const { version, visible, isShown, unitsOf } = await readShares(db, year, mine, asked);
  const { made } = version;
  return {
    version,
    allocations: visible.filter(({ unit }) => isShown(unit)),
    asked: [...unitsOf].map(([arrangement, units]) => ({ arrangement, units: [...units].toSorted() })),
    saved: made && { by: made.holder, at: shanghaiTime(made.at) },
  };
}

/**
 * The same shares as a table, with what they are of in words: a row for each share, or as a grid for each indicator that a
 * unit is asked for.
 * @throws Problem `list-not-found`.
 */
export async function allocationsFile(
  db: D1Database,
  { year, mine, rows }: { year: number; mine: string | null; rows: 'share' | 'indicator' },
  asked: SharesAsked,
  language: 'zh' | 'en',
): Promise<Table> {
  const { roster, counted, ofCounted, visible, isShown, unitsOf } = await readShares(db, year, mine, asked);
  if (rows === 'share') {
    const names = new Map(roster.units.map(({ id, name }) => [id, name]));
    const words = {
      of: ({ arrangement, indicator }: Allocation) => {
        const each = ofCounted.get(`${arrangement} ${indicator}`);
        return each && { text: each.text, ...each.of };
      },
      unit: (id: string) => names.get(id) ?? id,
    };
    return allocationsTable(
      visible.filter(({ unit }) => isShown(unit)),
      words,
      year,
      language,
    );
  }
  const sharesOf = Map.groupBy(visible, ({ arrangement, indicator }) => `${arrangement} ${indicator}`);
  const shown = counted
    .filter(({ arrangement }) => asked.unit === undefined || unitsOf.get(arrangement)?.has(asked.unit))
    .map(({ arrangement, text, of }) => {
      const shares = (sharesOf.get(`${arrangement} ${of.id}`) ?? []).flatMap(({ unit, share }) =>
        share === null ? [] : [[unit, share] as const],
      );
      const sum = shares.length === 0 ? null : shares.reduce((total, [, share]) => total + share, 0);
      return { arrangement, text, ...of, sum, shares: new Map(shares) };
    });
  const units = roster.units.filter(
    ({ id }) =>
      id === asked.unit ||
      (isShown(id) &&
        shown.some(({ arrangement, shares }) => unitsOf.get(arrangement)?.has(id) || shares.has(id))),
  );
  return sharesGridTable(shown, units, year, language);
}
