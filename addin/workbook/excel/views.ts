import { LedgerRefused } from '../port.ts';
import { mute } from './events.ts';
import { type Filters, queueFilters, queueHides } from './filter.ts';
import { queueBounds } from './ledgerBounds.ts';
import { nameOf, tableName } from './names.ts';
import type { Abilities, Rounds } from './rounds.ts';

/** No key: where no row is to be shown, since a filter without a value would be none. */
const noKey = '—';

/** How often it is tried where columns move in the very moment. */
const mostTries = 3;

/** Queues the reading of where the ledger, its table and the table's filters are. */
function queuePlace(context: Excel.RequestContext) {
  const bounds = queueBounds(context);
  const filters = queueFilters(context);
  const table = context.workbook.tables.getItemOrNullObject(tableName);
  const range = table.getRange();
  range.load('columnIndex');
  return () => {
    const there = bounds();
    if (!there || table.isNullObject) return null;
    return { bounds: there, at: there.columns.get('key')! - range.columnIndex, filters: filters() };
  };
}

/** What a column is filtered by; `null`: by nothing. A filter that is told in another form than it was set counts too. */
function valuesAt(filters: Filters, column: number): string[] | null {
  const own = filters.find((each) => each.column === column);
  return own ? ((own.criteria.values as string[] | undefined) ?? []) : null;
}

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && new Set([...left, ...right]).size === left.length;

/**
 * Filters the ledger's table by its hidden key column, so that these rows are shown and no others; `null` clears all of its
 * filters. `isAgain`: what the clerk has filtered besides stays. Returns whether rows are hidden now.
 * @throws LedgerRefused where the sheet is protected, or the ledger is no table of ours
 */
export async function filterToKeys(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  keys: readonly string[] | null,
  { isAgain = false, mayBeAsIs = false }: { isAgain?: boolean; mayBeAsIs?: boolean },
  tries = mostTries,
): Promise<boolean> {
  const place = (await rounds.round(context, () => queuePlace(context)))();
  // Her own sheet is filtered by herself; the table may be that of a former ledger.
  if (place?.bounds.isHers && keys === null)
    return rounds.round(context, () => queueHides(context, place.bounds)).then((hides) => hides());
  if (!place || place.bounds.isHers) throw new LedgerRefused('other', '', 'The ledger is no table any more.');
  const { bounds, at, filters } = place;
  const wanted = keys && (keys.length > 0 ? [...keys] : [noKey]);
  const isAsIs = wanted
    ? isAgain && mayBeAsIs && sameSet(valuesAt(filters, at) ?? [], wanted)
    : filters.length === 0;
  const { hides, now } = await mute(context, rounds, abilities, () => {
    const table = context.workbook.tables.getItemOrNullObject(tableName);
    if (!isAsIs && !(wanted && isAgain)) table.autoFilter.clearCriteria();
    if (!isAsIs && wanted)
      table.autoFilter.apply(table.getRange(), at, { filterOn: 'Values', values: wanted });
    return { hides: queueHides(context, bounds), now: queuePlace(context) };
  });
  const after = now();
  // A column that was put in meanwhile has taken the filter for itself.
  if (wanted && valuesAt(after?.filters ?? [], after?.at ?? -1) === null) {
    if (tries <= 1) throw new LedgerRefused('filtered', '', 'The filter was not taken.');
    return filterToKeys(context, rounds, abilities, keys, {}, tries - 1);
  }
  return hides();
}

/** Queues the question whether the table is still filtered by its keys. */
export function queueIsFiltered(context: Excel.RequestContext): () => boolean {
  const place = queuePlace(context);
  return () => {
    const there = place();
    return there !== null && !there.bounds.isHers && valuesAt(there.filters, there.at) !== null;
  };
}

/** Queues the reading of the key in a row of the sheet, wherever the ledger's columns are by now. */
export function queueKeyAt(context: Excel.RequestContext, row: number): () => string | null {
  const bounds = queueBounds(context);
  const header = context.workbook.names.getItemOrNullObject(nameOf('key')).getRangeOrNullObject();
  const cell = header.getEntireColumn().getCell(row, 0);
  cell.load('values');
  return () => {
    const there = bounds();
    if (!there || row <= there.header || cell.isNullObject) return null;
    const [[key]] = cell.values as [[unknown]];
    return typeof key === 'string' && key !== '' ? key : null;
  };
}
