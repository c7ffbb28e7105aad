import type { Roster, Unit } from '../../../../shared/roster/roster.ts';
import { checkAllocations, type BureauFinding } from '../../../../shared/rules/checkTable.ts';
import type { Indicator, TaskList } from '../../../../shared/taskList/taskList.ts';
import type { AllocationsAnswer } from '../../../../shared/wire/allocationsAnswer.ts';
import { cellName, shareIn, type ShareSheet } from './shareSheet.ts';
import type { SharesView } from './view.ts';

/** An indicator as a row of the grid. */
export interface ShareRow {
  arrangement: string;
  indicator: string;
  task: string;
  taskName: string;
  category: number;
  /** The arrangement's sentence. */
  text: string;
  of: Indicator;
  /** Units that are asked for it. */
  asked: ReadonlySet<string>;
}

/** What counts something, in the order of the list. */
export function shareRows(list: TaskList, { asked }: Pick<AllocationsAnswer, 'asked'>): ShareRow[] {
  const units = new Map(asked.map((each) => [each.arrangement, new Set(each.units)]));
  return list.tasks.flatMap((task) =>
    task.arrangements.flatMap(({ code, text, indicators }) =>
      indicators.flatMap((of) =>
        of.id === 'done'
          ? []
          : [
              {
                ...{ arrangement: code, indicator: of.id, task: task.code, taskName: task.name },
                ...{ category: task.category, text, of, asked: units.get(code) ?? new Set<string>() },
              },
            ],
      ),
    ),
  );
}

/** The rows that a view leaves: those with a target of the district, unless all are wanted. */
export function shownRows(rows: readonly ShareRow[], view: SharesView): ShareRow[] {
  return rows.filter(
    (row) =>
      (view.all || row.of.target !== null) &&
      (view.category === undefined || String(row.category) === view.category) &&
      (view.task === undefined || row.task === view.task) &&
      (view.unit === undefined || row.asked.has(view.unit)),
  );
}

/** The units that have a column: those asked for any of the rows, or with a share in one; in the roster's order. */
export function shownUnits(
  { units }: Pick<Roster, 'units'>,
  rows: readonly ShareRow[],
  sheet: ShareSheet,
  { unit: only }: SharesView,
): Unit[] {
  return units.filter(({ id }) =>
    only === undefined
      ? rows.some((row) => row.asked.has(id) || shareIn(sheet, cellName(row, id)) !== null)
      : id === only,
  );
}

/** What the shares of an indicator add up to. */
export interface RowSum {
  sum: number;
  /** Units that have a share. */
  made: number;
  /** More (or, below 0, less) than the district's target; `null` where there is none, or no share yet. */
  over: number | null;
  /** The rule's finding where it does not add up. */
  finding: BureauFinding | null;
}

/** Adds up the shares of all units, shown or not, as they stand on the screen. */
export function sumOf(row: ShareRow, units: readonly Unit[], sheet: ShareSheet): RowSum {
  const shares = units.flatMap(({ id }) => shareIn(sheet, cellName(row, id)) ?? []);
  const sum = shares.reduce((total, share) => total + share, 0);
  const { target } = row.of;
  return {
    sum,
    made: shares.length,
    over: target === null || shares.length === 0 ? null : sum - target,
    finding: checkAllocations(
      { ...row.of, districtTarget: target },
      shares.map((allocation) => ({ allocation })),
    ),
  };
}
