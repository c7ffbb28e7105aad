import { LedgerRefused } from '../port.ts';
import { mute } from './events.ts';
import { tableName } from './names.ts';
import type { Known } from './planWrite.ts';
import type { Abilities, Rounds } from './rounds.ts';
import { keysOf } from './write.ts';

/** What the ledger's table is filtered by, column by column. */
export type Filters = { column: number; criteria: Excel.FilterCriteria }[];

const autoFilterOf = (context: Excel.RequestContext) =>
  context.workbook.tables.getItemOrNullObject(tableName).autoFilter;

/** Queues the reading of the table's filters; the answer is there after the sync. */
export function queueFilters(context: Excel.RequestContext): () => Filters {
  const filter = autoFilterOf(context);
  filter.load('criteria,isDataFiltered');
  return () => {
    if (filter.isNullObject || !filter.isDataFiltered) return [];
    return filter.criteria.flatMap((criteria, column) => {
      // A column without a filter has criteria too, all of them null, and they cannot be given back as they are.
      const set = Object.entries(criteria ?? {}).filter(([, value]) => value !== null && value !== '');
      const { filterOn } = Object.fromEntries(set) as { filterOn?: Excel.FilterCriteria['filterOn'] };
      return filterOn ? [{ column, criteria: { ...Object.fromEntries(set), filterOn } }] : [];
    });
  };
}

/**
 * Shows every row that the table's filters hide.
 * @throws LedgerRefused where rows stay hidden that a filter has hidden
 */
export async function liftFilters(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
): Promise<void> {
  const filter = await mute(context, rounds, abilities, () => {
    autoFilterOf(context).clearCriteria();
    const after = autoFilterOf(context);
    after.load('isDataFiltered');
    return after;
  });
  if (filter.isDataFiltered) throw new LedgerRefused('filtered', '', 'The filter could not be lifted.');
}

/** Puts filters back as they were. `false` where Excel refuses: then all rows stay shown. */
export async function putFiltersBack(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  filters: Filters,
): Promise<boolean> {
  try {
    await mute(context, rounds, abilities, () => {
      const table = context.workbook.tables.getItemOrNullObject(tableName);
      for (const { column, criteria } of filters) table.autoFilter.apply(table.getRange(), column, criteria);
    });
    return true;
  } catch {
    return false;
  }
}

/** Queues the question whether rows of the ledger are hidden. */
export function queueHides(context: Excel.RequestContext, bounds: Known['bounds']): () => boolean {
  const rows = keysOf(context.workbook.worksheets.getItem(bounds.sheet), bounds);
  rows?.load('rowHidden');
  return () => rows !== null && rows.rowHidden !== false;
}
