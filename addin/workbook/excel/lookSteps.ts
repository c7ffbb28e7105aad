import { type Area, addressOf, references } from './area.ts';
import type { PutBack, Step } from './batch.ts';
import { tableName } from './names.ts';
import { extentOf, type LedgerBounds } from './ledgerBounds.ts';

/** Room for what stands around a thing in a request. */
const around = 1000;

/** What an answer brings for the colour of one cell. */
const colourBytes = 60;

/** How two addresses of one reference are parted: documented is a comma, some Excels want their locale's own. */
export type Separator = () => ',' | ';';

const spelt = (addresses: string, separator: Separator): string =>
  separator() === ',' ? addresses : addresses.replaceAll(',', separator());

/** Takes rows at the end into the table, where Excel has not done so by itself. */
export function growStep({ columns, end }: LedgerBounds, grown: number): Step {
  const { left, width } = extentOf(columns.values());
  return {
    bytes: around,
    queue(sheet) {
      const table = sheet.tables.getItemOrNullObject(tableName);
      const rows = sheet.getRangeByIndexes(end - grown, left, grown, width);
      table.resize(table.getRange().getBoundingRect(rows));
      return { putBack() {} };
    },
  };
}

export function fillSteps(colour: string | null, areas: Area[], separator: Separator): Step[] {
  return references(areas).map(({ addresses, areas: own }) => {
    const columns = columnsOf(own);
    const cells = columns.reduce((sum, { rows }) => sum + rows, 0);
    return {
      isReference: true,
      bytes: Math.max(addresses.length, cells * colourBytes) + around * (columns.length + 1),
      queue(sheet) {
        // Column by column: cell by cell the question alone would be larger than a request may be.
        const before = columns.map((area) => ({
          area,
          cells: sheet.getRange(addressOf(area)).getCellProperties({ format: { fill: { color: true } } }),
        }));
        paint(sheet.getRanges(spelt(addresses, separator)), colour);
        return { putBack: repaint(own, before, separator) };
      },
    };
  });
}

/** Gives each cell that was painted the colour that it had. */
function repaint(
  painted: Area[],
  before: { area: Area; cells: OfficeExtension.ClientResult<Excel.CellProperties[][]> }[],
  separator: Separator,
): PutBack {
  return (sheet) => {
    const colours = new Map<string | null, Area[]>();
    for (const { row, column, rows } of painted)
      for (let at = row; at < row + rows; at += 1) {
        const { area, cells } = before.find((each) => each.area.column === column)!;
        const colour = cells.value[at - area.row]?.[0]?.format?.fill?.color ?? null;
        const areas = colours.get(colour) ?? [];
        colours.set(colour, areas);
        areas.push({ row: at, column, rows: 1, columns: 1 });
      }
    for (const [colour, areas] of colours)
      for (const { addresses } of references(areas))
        paint(sheet.getRanges(spelt(addresses, separator)), colour);
  };
}

/** For each column the smallest area around its cells. */
function columnsOf(areas: Area[]): Area[] {
  const columns = new Map<number, Area>();
  for (const { row, column, rows } of areas) {
    const one = columns.get(column) ?? { row, column, rows, columns: 1 };
    const top = Math.min(one.row, row);
    columns.set(column, { ...one, row: top, rows: Math.max(one.row + one.rows, row + rows) - top });
  }
  return [...columns.values()];
}

/** Excel tells of a cell without a background that it is white. */
function paint(ranges: Excel.RangeAreas, colour: string | null): void {
  if (colour === null || colour === '' || colour.toUpperCase() === '#FFFFFF') ranges.format.fill.clear();
  else ranges.format.fill.color = colour;
}

/** The references in which cells are asked for their rules. */
export const listsRead = (areas: Area[], separator: Separator): string[] =>
  references(areas).map(({ addresses }) => spelt(addresses, separator));

/** A choice is offered, never forced: 办结 and other aliases are for the rules to read. */
export function listSteps(choices: string, areas: Area[], separator: Separator): Step[] {
  return references(areas).map(({ addresses }) => ({
    isReference: true,
    bytes: addresses.length + around,
    queue(sheet) {
      const { dataValidation } = sheet.getRanges(spelt(addresses, separator));
      // Over cells whose rules differ a rule is refused, unless they are cleared first.
      dataValidation.clear();
      dataValidation.rule = { list: { inCellDropDown: true, source: choices } };
      dataValidation.errorAlert = { showAlert: false, message: '', style: 'Information', title: '' };
      // Dropdowns are put right with the next scan.
      return { putBack() {} };
    },
  }));
}
