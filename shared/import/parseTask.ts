import type { Task } from '../taskList/taskList.ts';
import { tidyBlanks } from './text/characters.ts';
import type { CrossFoot, Side } from './quantities/crossFoot.ts';
import { crossFoot } from './quantities/crossFoot.ts';
import type { Report } from './diagnostics/catalogue.ts';
import { firstOf, isOneColumn, type Column } from './table/header.ts';
import { stripHtml } from './text/html.ts';
import type { Entry } from './deadlines/columnEntries.ts';
import { entriesFor } from './deadlines/columnEntries.ts';
import { checkNumbers, splitItems } from './table/items.ts';
import type { ReadItem } from './parseArrangement.ts';
import { parseArrangement, readItem } from './parseArrangement.ts';
import type { QuantityCell } from './quantities/quantityCell.ts';
import { parseGoal } from './parseGoal.ts';
import { isTooLong } from './tooLong.ts';
import type { RowItem } from './table/rowItems.ts';
import { splitParts } from './table/rowItems.ts';
import type { Part, TaskRow } from './table/rows.ts';
import { unitColumns } from './table/rows.ts';
import { toSimplified } from './text/simplified.ts';
import type { ColumnNames } from './table/units.ts';
import { splitUnits } from './table/units.ts';
import type { CellPosition } from './table/cellPosition.ts';

/** Where a task belongs, and what its reading needs. */
export type WithinList = {
  category: number;
  sequence: number;
  year: number;
  knownUnits: ReadonlySet<string> | null;
  /** The number of the last item of the task above; 0 where it has none. */
  lastNumber: number;
  /** What the list's columns of units say of each other. */
  columnNames: ColumnNames;
  /** Whether each item's own words name its units, as in prose; in a table a row may stand for the rows above it. */
  itemsNameUnits: boolean;
};

/** Reads one task of the table (I3–I9); `null` where it has no arrangements. Where anything of it is too long (I2.6), nothing of it is read. */
export function parseTask(taskRow: TaskRow, within: WithinList, report: Report): Task | 'too long' | null {
  const { row, columns, cells, parts } = taskRow;
  const code = `${within.category}-${within.sequence}`;
  const cellOf = (column: Column) => ({ row, column: firstOf(columns, column) ?? 0 });
  const strip = (column: Column, printed = cells[column]) => {
    const { text, stray } = stripHtml(printed);
    if (stray !== null) report('html-stripped', { at: code, text: stray, ...cellOf(column) });
    return text;
  };

  const split = splitParts(parts);
  if (isTooLong(taskRow, split, code, report)) return 'too long';
  const name = nameOf(cells.name, isOneColumn(columns));
  if (!isOneColumn(columns)) strip('name');
  const goal = parseGoal(strip('goal'), { task: code, year: within.year, cell: cellOf('goal') }, report);
  const cell = cellOf('arrangements');
  const cellIn = (part: number, column: Column) => ({
    row: parts[part]?.row ?? row,
    column: (column === 'arrangements' ? parts[part]?.column : undefined) ?? cellOf(column).column,
  });
  strip('arrangements', parts.map(({ arrangements }) => arrangements).join('\n'));
  const items = split.filter(({ text, number, part }) => {
    if (text === '') report('item-empty', { at: code, text: number ?? '', ...cellIn(part, 'arrangements') });
    return text !== '';
  });
  if (items.length === 0) {
    report('arrangements-missing', { at: code, text: name, ...cell });
    return null;
  }
  const hasMeasures = parts.some(({ isMeasure }) => isMeasure);
  checkNumbers(
    items
      .map((item, index) => ({
        ...item,
        code: `${code}-${index + 1}`,
        cell: cellIn(item.part, 'arrangements'),
      }))
      // Numbers of measures go on from task to task.
      .filter(({ part, number }) => !hasMeasures || (parts[part]?.number === undefined && number !== null)),
    report,
    within.lastNumber,
  );
  const read = items.map((item) => readItem(item, within.year));
  const entries = readEntries(parts, items, read, { code, year: within.year, cellIn }, report);
  // Lead units first; who supports reports too.
  const unitsAsPrinted = unitColumns
    .map((column) => strip(column))
    .filter((printed) => printed !== '')
    .join('，');
  const units = splitUnits(unitsAsPrinted, within.knownUnits ?? undefined, within.columnNames);
  const rowUnits = tellUnitsOfRows(parts, items, { ...within, code, cellIn }, report);
  /** Of prose: whether an item says nothing of whose it is, while others of its task do. */
  const isUnsaid = (part: number) =>
    within.itemsNameUnits && parts[part]?.units.every((cell) => stripHtml(cell).text === '') === true;
  if (units.length === 0) report('units-missing', { at: code, ...cellOf('units') });
  else
    items.forEach(({ part }, at) => {
      if (isUnsaid(part)) report('units-missing', { at: `${code}-${at + 1}`, ...cellIn(part, 'units') });
    });
  const quantitiesOf = (part: number): Omit<QuantityCell, 'recurs'>[] => {
    const isShared = items.filter((item) => item.part === part).length > 1;
    return (parts[part]?.quantities ?? []).map(({ printed, column }) => ({
      printed,
      heading: taskRow.headings[column]?.at(-1) ?? '',
      name,
      cell: { row: parts[part]?.row ?? row, column },
      isShared,
    }));
  };
  const parsed = read.map((item, index) =>
    parseArrangement(
      item,
      entries[index] ?? null,
      {
        task: code,
        position: index + 1,
        year: within.year,
        cell: cellIn(items[index]?.part ?? 0, 'arrangements'),
        entryCell: cellIn(items[index]?.part ?? 0, 'deadline'),
        units:
          units.length === 0 || isUnsaid(items[index]?.part ?? 0)
            ? []
            : (rowUnits.get(items[index]?.part ?? 0) ?? null),
        areUnitsSaid: within.itemsNameUnits && units.length > 0 && !isUnsaid(items[index]?.part ?? 0),
        quantities: quantitiesOf(items[index]?.part ?? 0),
      },
      report,
    ),
  );
  for (const unit of units) {
    if (within.knownUnits?.has(unit) === false)
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
    category: within.category,
    sequence: within.sequence,
    name,
    goal: goal.goal,
    goalQuantities: goal.goalQuantities,
    unitsAsPrinted,
    units,
    arrangements: parsed.map(({ arrangement }) => arrangement),
  };
}

const longestSentence = 60;

/** A name as printed; of a sentence that is the arrangement as well (`isSentence`), what a heading holds. */
function nameOf(printed: string, isSentence: boolean): string {
  const name = tidyBlanks(toSimplified(stripHtml(printed).text));
  if (!isSentence) return name;
  const [first, ...others] = splitItems(printed);
  // Of several items in one cell the first one names the task: 制定计划等2项.
  const isSeveral = others.length > 0 && first !== undefined && first.number !== null;
  const head = isSeveral ? `${nameOf(first.text, true)}等${others.length + 1}项` : name;
  const sentence = head.replace(/[。；;]+$/u, '');
  return sentence.length > longestSentence ? `${sentence.slice(0, longestSentence - 1)}…` : sentence;
}

/** What the column of deadlines says of each item: of its row, or of the row above where its own is empty and its sentence says nothing. */
function readEntries(
  parts: readonly Part[],
  items: readonly RowItem[],
  read: readonly ReadItem[],
  { code, year, cellIn }: PartPlace & { year: number },
  report: Report,
): (Entry | null)[] {
  const entries: (Entry | null)[] = [];
  let above: Entry | null = null;
  parts.forEach((part, index) => {
    const own = items.flatMap((item, at) => (item.part === index ? [at] : []));
    const { entries: found, unfit } = entriesFor(
      { ...part, deadline: stripHtml(part.deadline).text },
      own.map((at) => items[at]!),
      year,
    );
    if (unfit !== null)
      report('deadline-entries-differ', {
        at: code,
        text: unfit,
        detail: String(own.length),
        ...cellIn(index, 'deadline'),
      });
    own.forEach((at, each) => {
      entries[at] = found[each] ?? null;
      if (part.deadline !== '' || above === null || read[at]?.deadlines.timings.length !== 0) return;
      entries[at] = above;
      report('deadline-inherited', {
        at: `${code}-${at + 1}`,
        text: above.printed,
        ...cellIn(index, 'deadline'),
      });
    });
    if (part.deadline !== '') above = sameForAll(found);
  });
  return entries;
}
type PartPlace = {
  code: string;
  cellIn(part: number, column: Column): CellPosition;
};

/** The entry that a cell has for whatever stands beside it; `null` where it has several, or none. */
function sameForAll(entries: readonly (Entry | null)[]): Entry | null {
  const [first = null] = entries;
  return entries.every((entry) => entry?.printed === first?.printed) ? first : null;
}

/**
 * Rows of a task that name other units than all of its rows together, and those of each: all of them report on every item, unless a
 * person decides otherwise. In prose an item says itself whose it is. A row without any has those of its task; one that names supporting units only is led by whom the row above is.
 */
function tellUnitsOfRows(
  parts: readonly Part[],
  items: readonly RowItem[],
  {
    code,
    knownUnits,
    columnNames,
    itemsNameUnits,
    cellIn,
  }: PartPlace & Pick<WithinList, 'knownUnits' | 'columnNames' | 'itemsNameUnits'>,
  report: Report,
): Map<number, string[]> {
  const found = new Map<number, string[]>();
  let leads: readonly string[] = [];
  const named = parts.map(({ units }) => {
    const printed = units.map((cell) => stripHtml(cell).text);
    const ofLead = printed.slice(0, -1);
    if (itemsNameUnits || ofLead.some((cell) => cell !== '')) leads = ofLead;
    const isNone = printed.every((cell) => cell === '');
    const own = [...leads, ...printed.slice(-1)].filter((cell) => cell !== '');
    return isNone ? null : splitUnits(own.join('，'), knownUnits ?? undefined, columnNames);
  });
  const all = new Set(named.flatMap((units) => units ?? []));
  named.forEach((units, index) => {
    if (units === null || new Set(units).size === all.size) return;
    found.set(index, units.slice(0, 60));
    const column = unitColumns[parts[index]?.units.findIndex((cell) => cell !== '') ?? 0] ?? 'units';
    items.forEach(({ part }, at) => {
      if (part !== index || itemsNameUnits) return;
      report('units-of-row', { at: `${code}-${at + 1}`, text: units.join('、'), ...cellIn(index, column) });
    });
  });
  return found;
}

/** `5+2=7` */
function equation({ parts, total }: CrossFoot): string {
  return `${parts.map(({ quantity }) => quantity.value).join('+')}=${total.quantity.value}`;
}

const words = ({ side, quantity }: CrossFoot['total']) =>
  `${side.name} ${quantity.value}${quantity.unitOfMeasure}${quantity.label}`;

/** Both sides with their words: `目标任务 5家甲企业、目标任务 2家乙企业 = 1-3-1 7家企业`. */
function sidesOf({ parts, total }: CrossFoot): string {
  return `${parts.map(words).join('、')} = ${words(total)}`;
}
