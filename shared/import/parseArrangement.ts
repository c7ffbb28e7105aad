import type { Arrangement, OpenQuantity } from '../taskList/taskList.ts';
import type { Deadlines } from './deadlines/readDeadlines.ts';
import { readDeadlines } from './deadlines/readDeadlines.ts';
import type { Report } from './diagnostics/catalogue.ts';
import type { Entry } from './deadlines/columnEntries.ts';
import { makeIndicators, mostIndicators } from './quantities/indicators.ts';
import type { Item } from './table/items.ts';
import { maskCitations } from './text/mask.ts';
import type { Quantity } from './quantities/quantity.ts';
import { readQuantityCell, type QuantityCell } from './quantities/quantityCell.ts';
import { readQuantities, type Inexact } from './quantities/readQuantities.ts';
import type { PreparedText } from './text/preparedText.ts';
import { prepareText } from './text/preparedText.ts';
import type { ReportHere } from './deadlines/schedules.ts';
import { makeSchedules } from './deadlines/schedules.ts';
import type { CellPosition } from './table/cellPosition.ts';

/** An arrangement, and its quantities for cross-footing. */
export type ParsedArrangement = { arrangement: Arrangement; quantities: Quantity[]; compact: string };

/** An item with its deadlines, before it has its place in the list. */
export type ReadItem = { item: Item; prepared: PreparedText; deadlines: Deadlines };

export function readItem(item: Item, year: number): ReadItem {
  const prepared = prepareText(item.text);
  return { item, prepared, deadlines: readDeadlines(maskCitations(prepared.compact), year) };
}

/** Makes an arrangement of one item (I4, I6–I8) and its entry in the column of deadlines. `cell` is its place in the grid. */
export function parseArrangement(
  { item, prepared, deadlines }: ReadItem,
  entry: Entry | null,
  within: {
    task: string;
    position: number;
    year: number;
    cell: CellPosition;
    /** That of its entry. */
    entryCell: CellPosition;
    /** Names of its row where a person has to say whose it is; none where the task has none. */
    units: string[] | null;
    /** Whether its own words name them, so that nobody is asked. */
    areUnitsSaid: boolean;
    /** Its cells of columns of quantities. */
    quantities: readonly Omit<QuantityCell, 'recurs'>[];
  },
  report: Report,
): ParsedArrangement {
  const code = `${within.task}-${within.position}`;
  const reportHere: ReportHere = (diagnosticCode, text, detail = '', isOfEntry = false) =>
    report(diagnosticCode, { at: code, text, detail, ...(isOfEntry ? within.entryCell : within.cell) });
  const { quantities, inexact, unread } = readQuantities(prepared, deadlines, within.year, {
    isAsked: false,
  });
  for (const { start, end } of inexact) reportHere('quantity-inexact', prepared.words(start, end));
  for (const { start, end } of unread) reportHere('number-unread', prepared.words(start, end));
  const { deadline, ...schedules } = makeSchedules(prepared, deadlines, entry, reportHere);
  const recurs =
    schedules.schedules.length > 0 && schedules.schedules.every(({ kind }) => cadences.has(kind));
  const ofColumns = within.quantities.map((cell) => {
    const found = readQuantityCell({ ...cell, recurs }, quantities, within.year);
    for (const text of found.unread) report('number-unread', { at: code, text, ...cell.cell });
    for (const { source } of found.open)
      report('quantity-inexact', { at: code, text: source.text, ...cell.cell });
    return found;
  });
  const open = [...openQuantities(inexact), ...ofColumns.flatMap((each) => each.open)];
  const leftOpen = {
    ...(within.units && {
      units: { printed: within.units, ...(within.areUnitsSaid && { decided: within.units }) },
    }),
    ...(deadline && { deadline }),
    ...(open.length > 0 && { quantities: open }),
  };
  const arrangement: Arrangement = {
    code,
    position: within.position,
    printedNumber: item.number,
    text: prepared.simplified,
    textAsPrinted: item.text,
    ...schedules,
    indicators: makeIndicators(
      prepared,
      quantities,
      schedules.schedules,
      reportHere,
      ofColumns.flatMap(({ exact }) => exact),
    ),
    ...(Object.keys(leftOpen).length > 0 && { leftOpen }),
  };
  return { arrangement, quantities: quantities.slice(0, mostIndicators), compact: prepared.compact };
}

/** Kinds of schedules that recur. */
const cadences: ReadonlySet<string> = new Set([
  'weekly',
  'monthly',
  'two-monthly',
  'quarterly',
  'half-yearly',
]);

/** What a person may make targets of; the same words are one decision. */
function openQuantities(inexact: readonly Inexact[]): OpenQuantity[] {
  const byWords = new Map(inexact.flatMap(({ open }) => (open ? [[open.source.text, open] as const] : [])));
  return [...byWords.values()].slice(0, 20);
}
