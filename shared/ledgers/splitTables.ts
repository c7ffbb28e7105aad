import { factsOf } from '../columns/facts.ts';
import { isHeaderByName, type Head } from './findHead.ts';
import { labelled } from './labels.ts';
import type { LedgerCell, LedgerSheet, SheetView } from './ledgerFile.ts';

/** A sheet with only the cells of an area, all at their places; titles above it stay where they are of it. */
function only(
  { sheet }: SheetView,
  titles: number,
  isIn: (row: number, column: number) => boolean,
  isTitle: (row: number, column: number) => boolean = () => true,
): LedgerSheet {
  const isKept = (row: number, column: number): boolean =>
    row < titles ? isTitle(row, column) : isIn(row, column);
  const rows = sheet.rows.map((cells, row): readonly (LedgerCell | null)[] =>
    cells.map((cell, column) => (isKept(row, column) ? cell : null)),
  );
  return { ...sheet, rows, merges: sheet.merges.filter(({ row, column }) => isKept(row, column)) };
}

/** Where the same headings begin again to the right: -1: nowhere. */
function besideAt({ headings }: Head): number {
  const lowest = headings.map((each) => each.at(-1) ?? '');
  const first = lowest.findIndex((text) => text !== '');
  for (let column = first + 2; column + 1 < lowest.length; column += 1) {
    if (
      lowest[column] === lowest[first] &&
      lowest[column + 1] === lowest[first + 1] &&
      lowest[column + 1] !== ''
    )
      return column;
  }
  return -1;
}

/** Two sheets of what stands left and right of a column. A title over the right part is of it alone, as is then one over the left. */
function besides(view: SheetView, titles: number, at: number): LedgerSheet[] {
  const isDivided = Array.from({ length: titles }, (_, row) =>
    Array.from({ length: view.width - at }, (__, column) => view.text(row, at + column)).some(
      (text) => text !== '',
    ),
  );
  const isLeft = (_: number, column: number): boolean => column < at;
  const isRight = (_: number, column: number): boolean => column >= at;
  return [
    only(view, titles, isLeft, isLeft),
    only(view, titles, isRight, (row, column) => !isDivided[row] || column >= at),
  ];
}

/** The tables of a sheet that holds several: beside each other under the same headings, or below each other. */
export interface Tables {
  sheets: LedgerSheet[];
  areBeside: boolean;
}

/** Takes a sheet of several tables apart; `null` where it holds one. `namesUnit`: whether a title is of some unit. */
export function splitTables(
  view: SheetView,
  head: Head,
  namesUnit: (title: string) => boolean,
): Tables | null {
  const titles = head.firstRow;
  const beside = besideAt(head);
  if (beside > 0) return { sheets: besides(view, titles, beside), areBeside: true };
  const names = new Set(head.headings.flat());
  for (let row = head.lastRow + 1; row < view.height - 1; row += 1) {
    const texts = view.texts(row);
    if (texts.length < 3 || texts.every((text) => names.has(text)) || !isHeaderByName(texts)) continue;
    // A section that stands over the header is of the table below.
    const section = row - 1 > head.lastRow ? view.texts(row - 1) : [];
    const above = section.length === 1 ? row - 1 : row;
    // One that names a unit stands for the title above all.
    const isOfUnit = section.length === 1 && namesUnit(section[0]!);
    const sheets = [
      only(view, titles, (at) => at < above),
      only(
        view,
        titles,
        (at) => at >= above,
        () => !isOfUnit,
      ),
    ];
    return { sheets, areBeside: false };
  }
  return null;
}

const fewest = 2;
const statistics = /^(?:[项条户家个]数|数量|个数|占比|比例|小计|合计)$/u;
const searchedRows = 6;

/** Columns at which forms begin that stand close beside others: the same label of the work comes again, and labels stand beneath it. */
function formsBeside(view: SheetView): ReadonlySet<number> {
  for (let row = 0; row < Math.min(searchedRows, view.height); row += 1) {
    const columns = new Map<string, number[]>();
    for (let column = 0; column < view.width; column += 1) {
      const text = view.text(row, column);
      if (text === '' || !/^(?:arrangements|name)$/u.test(labelled(text) ?? '')) continue;
      columns.set(text, [...(columns.get(text) ?? []), column]);
    }
    for (const [first, ...more] of columns.values()) {
      if (more.length === 0 || ![first!, ...more].every((column) => isColumnOfLabels(view, row, column)))
        continue;
      return new Set(more);
    }
  }
  return new Set();
}

function isColumnOfLabels(view: SheetView, from: number, column: number): boolean {
  let labels = 0;
  for (let row = from + 1; row < view.height; row += 1)
    if (labelled(view.text(row, column)) !== null) labels += 1;
  return labels > 1;
}

/** Blocks of columns that columns without any text, or labels of forms, keep apart: from, and up to. */
function blocksOf(view: SheetView): [from: number, to: number][] {
  const begins = formsBeside(view);
  const blocks: [number, number][] = [];
  for (let column = 0; column < view.width; column += 1) {
    let isBlank = true;
    for (let row = 0; row < view.height && isBlank; row += 1) isBlank = view.shown(row, column) === null;
    if (isBlank) continue;
    const last = blocks.at(-1);
    if (last?.[1] === column && !begins.has(column)) last[1] = column + 1;
    else blocks.push([column, column + 1]);
  }
  return blocks;
}

/** Whether columns only count the rows beside them: 已完成 3, 推进中 2. */
function isStatistics(view: SheetView, [from, to]: [number, number]): boolean {
  if (to - from > 4) return false;
  const header = Array.from({ length: Math.min(searchedRows, view.height) }, (_, row) => row).find((row) =>
    Array.from({ length: to - from - 1 }, (__, at) => view.text(row, from + 1 + at)).some((text) =>
      statistics.test(text),
    ),
  );
  if (header === undefined) return false;
  const cells = Array.from({ length: view.height - header - 1 }, (_, at) =>
    view.text(header + 1 + at, from),
  ).filter((text) => text !== '');
  const { status, distinct } = factsOf(cells.filter((text) => !text.endsWith('计')));
  return cells.length > 0 && distinct === 1 && status >= 0.5;
}

/** Whether columns hold a form or a table by themselves: labels of the work and of what is said of it. */
function standsAlone(view: SheetView, [from, to]: [number, number]): boolean {
  const roles = new Set<string>();
  for (let row = 0; row < view.height; row += 1)
    for (let column = from; column < to; column += 1) {
      const role = labelled(view.text(row, column));
      if (role !== null) roles.add(role);
    }
  return (roles.has('arrangements') || roles.has('name')) && roles.size > 2;
}

/**
 * Takes apart what blank columns keep apart: forms or tables that stand beside each other, each by itself, and what counts the
 * rows beside it. `null` where a sheet holds one. Without statistics the first is all that is left of it.
 */
export function splitBlocks(view: SheetView): { sheets: LedgerSheet[] } | null {
  const blocks = blocksOf(view);
  if (blocks.length < 2 || blocks.length > 12) return null;
  const left = blocks.filter((block) => !isStatistics(view, block));
  // A status and a number beside a blank column may be the rows' own, where nothing else tells how they stand.
  if (left.length < blocks.length && left.some((block) => standsAlone(view, block))) {
    const isIn = (_: number, column: number): boolean =>
      left.some(([from, to]) => column >= from && column < to);
    return { sheets: [only(view, 0, isIn)] };
  }
  const wide = blocks.filter(([from, to]) => to - from >= fewest);
  if (wide.length < 2 || wide.length < blocks.length || !wide.every((block) => standsAlone(view, block)))
    return null;
  return {
    sheets: wide.map(([from, to], at) => {
      const isIn = (_: number, column: number): boolean => column >= from && column < to;
      // A title over the first block alone is of all.
      const titles = Array.from({ length: view.height }, (_, row) => row).findIndex(
        (row) => view.texts(row).length > 1,
      );
      return only(view, Math.max(0, titles), isIn, at === 0 ? isIn : () => true);
    }),
  };
}
