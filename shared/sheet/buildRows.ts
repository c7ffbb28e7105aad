import { blankRow } from '../row/row.ts';
import { isCadence } from '../rules/context.ts';
import { stateOf } from '../obligations/obligationState.ts';
import {
  contextOf,
  timeRank,
  type NeighbourCounts,
  type SeriesObligation,
  type SeriesRow,
} from '../sync/series.ts';
import type { SheetRow } from '../wire/sheet.ts';

/** Names that a row shows. */
export interface ArrangementNames {
  text: string;
  taskName: string;
  /** Orders arrangements as the list does. */
  place: number;
}

/** A submitted count somewhere in a series of the unit. */
export interface SubmittedCount {
  key: string;
  arrangement: string;
  indicator: string;
  schedule: number;
  dueOn: string | null;
  count: number;
}

/** Submitted counts of each series in order of time, to find a row's neighbours. */
class CountIndex {
  private readonly lists = new Map<string, { rank: string; count: number }[]>();

  constructor(counts: readonly SubmittedCount[]) {
    for (const each of counts) {
      const name = `${each.arrangement} ${each.indicator}`;
      const list = this.lists.get(name) ?? [];
      this.lists.set(name, list);
      list.push({ rank: timeRank(each), count: each.count });
    }
    for (const list of this.lists.values()) list.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  }

  around(obligation: SeriesObligation, indicator: string): NeighbourCounts {
    const list = this.lists.get(`${obligation.arrangement} ${indicator}`) ?? [];
    const rank = timeRank(obligation);
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.rank < rank) low = middle + 1;
      else high = middle;
    }
    const own = list[low]?.rank === rank ? 1 : 0;
    return { previousCount: list[low - 1]?.count ?? null, nextCount: list[low + own]?.count ?? null };
  }
}

function sheetRow(
  obligation: SeriesObligation,
  row: SeriesRow,
  names: ArrangementNames,
  counts: CountIndex,
  on: { today: string; year: number },
): SheetRow {
  const around = counts.around(obligation, row.indicator.id);
  const final = !isCadence(obligation) && row.indicator.mode === 'cumulative';
  const untouched = row.submission === null && row.draft === null;
  const { submission, draft } = row;
  return {
    key: row.key,
    arrangement: obligation.arrangement,
    taskName: names.taskName,
    arrangementText: names.text,
    indicatorLabel: row.indicator.label,
    unitOfMeasure: row.indicator.unitOfMeasure,
    target: row.indicator.id === 'done' ? null : (row.allocation ?? row.indicator.target),
    period: obligation.period,
    due: obligation.dueOn,
    lock: obligation.lockOn,
    state: stateOf(obligation, on.today),
    punctuality: obligation.punctuality,
    version: submission?.version ?? null,
    values: submission?.values ?? null,
    findings: submission?.findings ?? [],
    draft: draft && { version: draft.version, values: draft.values, findings: draft.findings },
    prefill:
      final && untouched && around.previousCount !== null
        ? { ...blankRow, count: around.previousCount }
        : null,
    context: contextOf(obligation, row, around, on),
  };
}

/** The rows of a unit's sheet, in the order of the list and of time. */
export function buildRows(
  obligations: readonly SeriesObligation[],
  names: ReadonlyMap<string, ArrangementNames>,
  counts: readonly SubmittedCount[],
  on: { today: string; year: number },
): SheetRow[] {
  const index = new CountIndex(counts);
  return obligations.flatMap((obligation) => {
    const name = names.get(obligation.arrangement) ?? { text: '', taskName: '', place: 0 };
    const kept = obligation.former.filter((row) => row.submission !== null || row.draft !== null);
    return [
      ...obligation.series.map((row) => sheetRow(obligation, row, name, index, on)),
      ...kept.map((row) => ({
        ...sheetRow(obligation, row, name, index, on),
        state: 'retired' as const,
      })),
    ];
  });
}
