import type { Task } from '../taskList/taskList.ts';
import { tidyBlanks } from './characters.ts';
import type { CrossFoot, Side } from './crossFoot.ts';
import { crossFoot } from './crossFoot.ts';
import type { Report } from './diagnosticCatalogue.ts';
import type { Column } from './header.ts';
import { stripHtml } from './html.ts';
import { checkNumbers, splitItems } from './items.ts';
import { parseArrangement } from './parseArrangement.ts';
import { parseGoal } from './parseGoal.ts';
import type { TaskRow } from './rows.ts';
import { toSimplified } from './simplified.ts';
import { splitUnits } from './units.ts';

/** Where a task belongs, and what its reading needs. */
export type TaskPlace = {
  category: number;
  sequence: number;
  year: number;
  knownUnits: ReadonlySet<string> | null;
};

/** Reads one task of the table (I3–I9); `null` where it has no arrangements. */
export function parseTask({ row, columns, cells }: TaskRow, place: TaskPlace, report: Report): Task | null {
  const code = `${place.category}-${place.sequence}`;
  const cellOf = (column: Column) => ({ row, column: columns[column] ?? 0 });
  const strip = (column: Column) => {
    const { text, stray } = stripHtml(cells[column]);
    if (stray !== null) report('html-stripped', { at: code, text: stray, ...cellOf(column) });
    return text;
  };

  const name = tidyBlanks(toSimplified(strip('name')));
  const goal = parseGoal(strip('goal'), { task: code, year: place.year, cell: cellOf('goal') }, report);
  const cell = cellOf('arrangements');
  const items = splitItems(strip('arrangements')).filter(({ text, number }) => {
    if (text === '') report('item-empty', { at: code, text: number ?? '', ...cell });
    return text !== '';
  });
  if (items.length === 0) {
    report('arrangements-missing', { at: code, text: name, ...cell });
    return null;
  }
  checkNumbers(
    items.map((item, index) => ({ ...item, code: `${code}-${index + 1}` })),
    report,
    cell,
  );
  const parsed = items.map((item, index) =>
    parseArrangement(item, { task: code, position: index + 1, year: place.year, cell }, report),
  );
  // Lead units first; who supports reports too.
  const unitsAsPrinted = [strip('units'), strip('supporting')].filter((cell) => cell !== '').join('，');
  const units = splitUnits(unitsAsPrinted, place.knownUnits ?? undefined);
  if (units.length === 0) report('units-missing', { at: code, ...cellOf('units') });
  for (const unit of units) {
    if (place.knownUnits?.has(unit) === false)
      report('unknown-unit', { at: code, text: unit, ...cellOf('units') });
  }

  const sides: Side[] = [
    { name: '目标任务', isGoal: true, compact: goal.compact, quantities: goal.quantities },
    ...parsed.map(({ arrangement, compact, quantities }) => ({
      name: arrangement.code,
      isGoal: false,
      compact,
      quantities,
    })),
  ];
  for (const found of crossFoot(sides)) {
    report('cross-foot', { at: code, text: equation(found), detail: sidesOf(found), ...cell });
  }
  return {
    code,
    category: place.category,
    sequence: place.sequence,
    name,
    goal: goal.goal,
    goalQuantities: goal.goalQuantities,
    unitsAsPrinted,
    units,
    arrangements: parsed.map(({ arrangement }) => arrangement),
  };
}

/** `86+2=88` */
function equation({ parts, total }: CrossFoot): string {
  return `${parts.map(({ quantity }) => quantity.value).join('+')}=${total.quantity.value}`;
}

const words = ({ side, quantity }: CrossFoot['total']) =>
  `${side.name} ${quantity.value}${quantity.unitOfMeasure}${quantity.label}`;

/** Both sides with their words: `目标任务 86家甲企业、目标任务 2家乙企业 = 1-3-1 88家企业`. */
function sidesOf({ parts, total }: CrossFoot): string {
  return `${parts.map(words).join('、')} = ${words(total)}`;
}
