import { blankRow } from '../row/row.ts';
import { isCadence } from '../rules/context.ts';
import { actedOf } from '../sync/acted.ts';
import { lightOf, type LightsOn } from '../obligations/light.ts';
import { stateOf } from '../obligations/obligationState.ts';
import {
  compareTime,
  contextOf,
  type InTime,
  type NeighbourCounts,
  type SeriesObligation,
  type SeriesRow,
} from '../sync/series.ts';
import type { SheetRow } from '../wire/parts/sheetRow.ts';

/** Names that a row shows. */
export interface ArrangementNames {
  text: string;
  taskName: string;
  /** Orders arrangements as the list does. */
  place: number;
}

/** A submitted count somewhere in a series of the unit. */
export interface SubmittedCount extends InTime {
  arrangement: string;
  indicator: string;
  count: number;
}

/** Submitted counts of each series in order of time, to find a row's neighbours. */
class CountIndex {
  /** By arrangement and indicator. */
  private readonly lists = new Map<string, Map<string, SubmittedCount[]>>();

  constructor(counts: readonly SubmittedCount[]) {
    for (const each of counts) {
      let byIndicator = this.lists.get(each.arrangement);
      if (!byIndicator) this.lists.set(each.arrangement, (byIndicator = new Map()));
      const list = byIndicator.get(each.indicator);
      if (list) list.push(each);
      else byIndicator.set(each.indicator, [each]);
    }
    for (const byIndicator of this.lists.values()) {
      for (const list of byIndicator.values()) list.sort(compareTime);
    }
  }

  around(obligation: SeriesObligation, indicator: string): NeighbourCounts {
    const list = this.lists.get(obligation.arrangement)?.get(indicator) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareTime(list[middle]!, obligation) < 0) low = middle + 1;
      else high = middle;
    }
    const own = list[low]?.key === obligation.key ? 1 : 0;
    return { previousCount: list[low - 1]?.count ?? null, nextCount: list[low + own]?.count ?? null };
  }

  /** The latest count before an obligation, where it may be a year's: what was done in a week is not. */
  offered(obligation: SeriesObligation, indicator: string): number | null {
    const list = this.lists.get(obligation.arrangement)?.get(indicator) ?? [];
    const before = list.filter((each) => compareTime(each, obligation) < 0).at(-1);
    return before && !/-W\d\d$/u.test(before.key) ? before.count : null;
  }
}

function sheetRow(
  obligation: SeriesObligation,
  row: SeriesRow,
  names: ArrangementNames,
  counts: CountIndex,
  on: LightsOn & { year: number },
): SheetRow {
  const around = counts.around(obligation, row.indicator.id);
  const final = !isCadence(obligation) && row.indicator.mode === 'cumulative';
  const untouched = row.submission === null && row.draft === null;
  const { submission, draft } = row;
  const state = stateOf(obligation, on.today);
  const offered = final && untouched ? counts.offered(obligation, row.indicator.id) : null;
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
    state,
    punctuality: obligation.punctuality,
    ...actedOf(obligation, lightOf({ ...obligation, state, due: obligation.dueOn }, on)),
    version: submission?.version ?? null,
    values: submission?.values ?? null,
    findings: submission?.findings ?? [],
    draft: draft && { version: draft.version, values: draft.values, findings: draft.findings },
    prefill: offered === null ? null : { ...blankRow, count: offered },
    context: contextOf(obligation, row, around, on),
  };
}

/** The rows of a unit's sheet, in the order of the list and of time. */
export function buildRows(
  obligations: readonly SeriesObligation[],
  names: ReadonlyMap<string, ArrangementNames>,
  counts: readonly SubmittedCount[],
  on: LightsOn & { year: number },
): SheetRow[] {
  const index = new CountIndex(counts);
  const rows: SheetRow[] = [];
  for (const obligation of obligations) {
    const name = names.get(obligation.arrangement) ?? { text: '', taskName: '', place: 0 };
    for (const row of obligation.rows) rows.push(sheetRow(obligation, row, name, index, on));
    for (const row of obligation.former) {
      if (row.submission === null && row.draft === null) continue;
      rows.push({ ...sheetRow(obligation, row, name, index, on), state: 'retired', light: null });
    }
  }
  return rows;
}
