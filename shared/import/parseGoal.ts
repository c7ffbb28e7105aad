import type { GoalQuantity } from '../taskList/taskList.ts';
import { trimBlanks } from './text/characters.ts';
import { readDeadlines } from './deadlines/readDeadlines.ts';
import type { Report } from './diagnostics/catalogue.ts';
import { maskCitations } from './text/mask.ts';
import type { Quantity } from './quantities/quantity.ts';
import { readQuantities } from './quantities/readQuantities.ts';
import { prepareText } from './text/preparedText.ts';
import { toSimplified } from './text/simplified.ts';
import type { CellPosition } from './table/cellPosition.ts';

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
  within: { task: string; year: number; cell: CellPosition },
  report: Report,
): ParsedGoal {
  const goal = toSimplified(trimBlanks(printed));
  const prepared = prepareText(goal, true);
  const deadlines = readDeadlines(maskCitations(prepared.compact), within.year);
  const { quantities, inexact, unread } = readQuantities(prepared, deadlines, within.year, { isAsked: true });
  for (const { start, end } of inexact)
    report('goal-inexact', { at: within.task, text: prepared.words(start, end), ...within.cell });
  for (const { start, end } of unread)
    report('number-unread', { at: within.task, text: prepared.words(start, end), ...within.cell });
  if (quantities.length > mostQuantities)
    report('too-many-quantities', { at: within.task, detail: String(mostQuantities), ...within.cell });
  const goalQuantities = quantities
    .slice(0, mostQuantities)
    .map(({ value, unitOfMeasure, label, extent }) => ({
      value,
      unitOfMeasure,
      label: label.slice(0, 400),
      source: prepared.span(extent.start, extent.end),
    }));
  return { goal, goalQuantities, quantities: quantities.slice(0, mostQuantities), compact: prepared.compact };
}
