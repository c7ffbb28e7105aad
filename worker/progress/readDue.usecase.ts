import { daysBetween } from '../../shared/obligations/daysLate.ts';
import type { DueReports } from '../../shared/wire/dueReports.ts';
import type { MarkCounts } from '../../shared/wire/parts/mark.ts';
import type { Clock } from '../clock/clock.ts';
import type { Access } from '../identity/access.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import { loadDue } from './due.repository.ts';

const none: MarkCounts = { expected: 0, reported: 0, late: 0, unfinished: 0, empty: 0 };

function sum(cells: readonly MarkCounts[]): MarkCounts {
  const total = { ...none };
  for (const cell of cells)
    for (const name of Object.keys(none) as (keyof MarkCounts)[]) total[name] += cell[name];
  return total;
}

/** Who has reported what falls due in some days, unit by unit and period by period, and who has not (B10). */
export async function readDue(
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
  asked: {
    year?: number | undefined;
    unit?: string | undefined;
    category?: number | undefined;
    dueFrom: string;
    dueBefore: string;
  },
): Promise<DueReports> {
  const unit = await unitOf({ db, access }, asked.unit);
  const list = await chooseList(db, asked.year, clock.today);
  const loaded = await loadDue(db, list.id, clock.today, { ...asked, unit });
  const cellsOf = Map.groupBy(loaded.cells, (cell) => cell.unit);
  const empty = loaded.empty.map(({ periods, ...rest }) => ({
    ...rest,
    periods: JSON.parse(periods) as string[],
    daysLate: Math.max(0, daysBetween(rest.due, clock.today)),
  }));
  const emptyOf = Map.groupBy(empty, (each) => each.unit);
  const named = new Set([...empty, ...loaded.next].map(({ arrangement }) => arrangement));
  return {
    list: { year: list.year, title: list.title },
    today: clock.today,
    demo: clock.demoOffset !== null,
    dueFrom: asked.dueFrom,
    dueBefore: asked.dueBefore,
    periods: loaded.periods.map(({ id }) => id),
    total: sum(loaded.cells),
    units: loaded.units.map(({ id, name }) => ({
      id,
      name,
      ...sum(cellsOf.get(id) ?? []),
      daysLate: Math.max(0, ...(emptyOf.get(id) ?? []).map((each) => each.daysLate)),
    })),
    cells: loaded.cells,
    empty,
    next: loaded.next,
    texts: Object.fromEntries(
      loaded.texts.filter(({ code }) => named.has(code)).map(({ code, text }) => [code, text]),
    ),
  };
}
