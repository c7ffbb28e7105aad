import type { GoalQuantity } from '../taskList/taskList.ts';
import { trimBlanks } from './text/characters.ts';
import { readDeadlines } from './deadlines/readDeadlines.ts';
import type { Report } from './diagnostics/catalogue.ts';
import { maskCitations } from './text/mask.ts';
import type { Quantity } from './quantities/quantity.ts';
import { readQuantities } from './quantities/readQuantities.ts';
import { readText } from './text/preparedText.ts';
import { toSimplified } from './text/simplified.ts';

const mostQuantities = 40;

export type ParsedGoal = {
  goal: string;
  goalQuantities: GoalQuantity[];
  quantities: Quantity[];
  compact: string;
};

/** Reads a task's goal: Simplified, otherwise as printed, with its quantities as slices of it (I9). */
export function parseGoal(
  printed: string,
  place: { task: string; year: number; cell: { row: number; column: number } },
  report: Report,
): ParsedGoal {
  const goal = toSimplified(trimBlanks(printed));
  const reading = readText(goal, true);
  const deadlines = readDeadlines(maskCitations(reading.compact), place.year);
  const { quantities, inexact, unread } = readQuantities(reading, deadlines, place.year);
  for (const { start, end } of inexact)
    report('goal-inexact', { at: place.task, text: reading.words(start, end), ...place.cell });
  for (const { start, end } of unread)
    report('number-unread', { at: place.task, text: reading.words(start, end), ...place.cell });
  if (quantities.length > mostQuantities)
    report('too-many-quantities', { at: place.task, detail: String(mostQuantities), ...place.cell });
  const goalQuantities = quantities
    .slice(0, mostQuantities)
    .map(({ value, unitOfMeasure, label, extent }) => ({
      value,
      unitOfMeasure,
      label: label.slice(0, 400),
      source: reading.span(extent.start, extent.end),
    }));
  return { goal, goalQuantities, quantities: quantities.slice(0, mostQuantities), compact: reading.compact };
}
