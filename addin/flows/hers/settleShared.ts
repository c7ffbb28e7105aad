import { rowFields } from '../../../shared/row/row.ts';
import type { LedgerChange, ScannedRow } from '../../workbook/port.ts';
import { fieldsOf, shown, type Ledger, type RowState } from '../ledger.ts';
import type { RowIndex } from '../rowIndex.ts';
import { rawOf, read } from '../values.ts';
import { isIndicatorBlock } from './sideBySideText.ts';

/**
 * A cell that rows of several indicators share takes what arrives where all of them say the same. Where they differ the cell stays,
 * and is put to her for each that says something else (S15.11). Changes `cells` and the rows of `ledger` in place.
 */
export function settleShared(
  cells: NonNullable<LedgerChange['cells']>,
  ledger: Pick<Ledger, 'rows' | 'columns' | 'today'>,
  { rows }: Pick<RowIndex, 'rows'>,
  before: ReadonlyMap<string, RowState>,
): void {
  const shared = [...rows].filter(([, { block }]) => isIndicatorBlock(block?.of[block.at] ?? ''));
  const coming = new Map(cells.map((each) => [each.key, each]));
  for (const group of Map.groupBy(shared, ([, { row }]) => row).values()) {
    const own = group.flatMap(([key, live]) => {
      const state = ledger.rows.get(key);
      return state ? [{ key, live, state, mine: readOf(live, state, ledger) }] : [];
    });
    if (own.length < 2) continue;
    for (const field of rowFields) {
      // Each count has a column of its own.
      if (field === 'count') continue;
      const said = own.map(({ key, mine }) => {
        const arriving = coming.get(key)?.cells;
        return arriving && field in arriving ? (arriving[field] ?? null) : mine[field];
      });
      if (new Set(said).size === 1) continue;
      for (const { key, mine } of own) {
        const arriving = coming.get(key);
        if (arriving) delete arriving.cells[field];
        const state = ledger.rows.get(key)!;
        const theirs = shown(state.server);
        if (theirs.base === null || theirs.values[field] === mine[field]) continue;
        const fields = [...new Set([...(state.conflict?.fields ?? []), field])];
        const prior = before.get(key);
        const base = state.conflict?.base ?? (prior ? shown(prior.server).values : null);
        ledger.rows.set(key, { ...state, conflict: { fields, base } });
      }
    }
  }
}

const readOf = (live: ScannedRow, state: RowState, { columns, today }: Pick<Ledger, 'columns' | 'today'>) =>
  read(rawOf(live, fieldsOf(columns)), state, today).values;
