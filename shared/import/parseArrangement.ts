import type { Arrangement, OpenQuantity } from '../taskList/taskList.ts';
import type { Deadlines } from './deadlines/readDeadlines.ts';
import { readDeadlines } from './deadlines/readDeadlines.ts';
import type { Report } from './diagnostics/catalogue.ts';
import type { Entry } from './deadlines/columnEntries.ts';
import { makeIndicators, mostIndicators } from './quantities/indicators.ts';
import type { Item } from './table/items.ts';
import { maskCitations } from './text/mask.ts';
import type { Quantity } from './quantities/quantity.ts';
import { readQuantities, type Inexact } from './quantities/readQuantities.ts';
import type { Reading } from './text/preparedText.ts';
import { readText } from './text/preparedText.ts';
import type { ReportHere } from './deadlines/schedules.ts';
import { makeSchedules } from './deadlines/schedules.ts';

/** An arrangement, and its quantities for cross-footing. */
export type ParsedArrangement = { arrangement: Arrangement; quantities: Quantity[]; compact: string };

/** An item with its deadlines, before it has its place in the list. */
export type ReadItem = { item: Item; reading: Reading; deadlines: Deadlines };

export function readItem(item: Item, year: number): ReadItem {
  const reading = readText(item.text);
  return { item, reading, deadlines: readDeadlines(maskCitations(reading.compact), year) };
}

/** Makes an arrangement of one item (I4, I6–I8) and its entry in the column of deadlines. `cell` is its place in the grid. */
export function parseArrangement(
  { item, reading, deadlines }: ReadItem,
  entry: Entry | null,
  place: {
    task: string;
    position: number;
    year: number;
    cell: { row: number; column: number };
    /** That of its entry. */
    entryCell: { row: number; column: number };
    /** Names of its row where a person has to say whose it is; none where the task has none. */
    units: string[] | null;
  },
  report: Report,
): ParsedArrangement {
  const code = `${place.task}-${place.position}`;
  const reportHere: ReportHere = (diagnosticCode, text, detail = '', isOfEntry = false) =>
    report(diagnosticCode, { at: code, text, detail, ...(isOfEntry ? place.entryCell : place.cell) });
  const { quantities, inexact, unread } = readQuantities(reading, deadlines, place.year);
  for (const { start, end } of inexact) reportHere('quantity-inexact', reading.words(start, end));
  for (const { start, end } of unread) reportHere('number-unread', reading.words(start, end));
  const { deadline, ...schedules } = makeSchedules(reading, deadlines, entry, reportHere);
  const open = openQuantities(inexact);
  const leftOpen = {
    ...(place.units && { units: { printed: place.units } }),
    ...(deadline && { deadline }),
    ...(open.length > 0 && { quantities: open }),
  };
  const arrangement: Arrangement = {
    code,
    position: place.position,
    printedNumber: item.number,
    text: reading.simplified,
    textAsPrinted: item.text,
    ...schedules,
    indicators: makeIndicators(reading, quantities, schedules.schedules, reportHere),
    ...(Object.keys(leftOpen).length > 0 && { leftOpen }),
  };
  return { arrangement, quantities: quantities.slice(0, mostIndicators), compact: reading.compact };
}

/** What a person may make targets of; the same words are one decision. */
function openQuantities(inexact: readonly Inexact[]): OpenQuantity[] {
  const byWords = new Map(inexact.flatMap(({ open }) => (open ? [[open.source.text, open] as const] : [])));
  return [...byWords.values()].slice(0, 20);
}
