import { backgroundOf, colours, isShort } from '../ledgerLook.ts';
import type { LedgerColumn, LedgerLayout } from '../port.ts';
import { letters } from './area.ts';
import { batches, splitLines } from './batch.ts';
import { formatOf, written } from './cell.ts';
import { mute } from './events.ts';
import { type ExcelColumn, excelColumns, hersName, nameOf, sheetNames, tableName } from './names.ts';
import { cellOf, type Known } from './planWrite.ts';
import { type LedgerBounds, queueBounds } from './ledgerBounds.ts';
import { type Abilities, bytesOf, type Rounds } from './rounds.ts';

type Column = Pick<LedgerColumn, 'header' | 'width' | 'role'> & { id: ExcelColumn };

const ownColumn: Column = { id: 'choices', header: '选项', width: 60, role: 'hidden' };

/** Pixels to points, in which Excel measures. */
const points = (pixels: number) => Math.round(pixels * 0.75);

/** How many names are tried for a sheet whose name is taken. */
const spareNames = 5;

/**
 * Lays out the ledger on a sheet of its own. A whole older ledger gives way; one that has lost its keys is kept under
 * another name, since what the clerk typed there stands nowhere else.
 */
export async function layOutLedger(
  context: Excel.RequestContext,
  rounds: Rounds,
  abilities: Abilities,
  layout: LedgerLayout,
  attach: (sheet: Excel.Worksheet) => void,
): Promise<Known> {
  const before = await rounds.round(context, () => queueBefore(context, rounds));
  const old = before.bounds();
  const taken = new Set(before.sheets.filter(({ sheet }) => !sheet.isNullObject).map(({ name }) => name));
  if (old && !old.isHers) taken.delete(before.names.get(old.sheet) ?? '');
  const name = free(sheetNames.ledger, taken);
  // Hidden columns come first: a paste that is wider than the ledger runs out on the right, over nothing of ours.
  const hidden = (column: Column) => column.role === 'hidden';
  const all: Column[] = [ownColumn, ...layout.columns];
  const columns = [...all.filter(hidden), ...all.filter((column) => !hidden(column))];
  const known = knownOf(layout, columns, '');
  const lines = layout.rows.map((row) => columns.map(({ id }) => written(cellOf(row, id), id)));
  const parts = splitLines(
    lines.map((line) => line.map(({ value }) => value)),
    abilities.payload / 2,
  ).map((part) => ({ ...part, bytes: bytesOf(part.lines) + 50 * part.lines.length + 20_000 }));

  let sheetId: string | null = null;
  const sheetOf = () =>
    sheetId === null
      ? context.workbook.worksheets.add(old && !old.isHers ? free(`${sheetNames.ledger}…`, taken) : name)
      : context.workbook.worksheets.getItem(sheetId);
  const packed = batches(parts, abilities.payload);
  for (const [index, batch] of packed.entries()) {
    const made = await mute(context, rounds, abilities, () => {
      const sheet = sheetOf();
      sheet.load('id');
      if (index === 0) queueFrame(sheet, columns, layout.rows.length);
      for (const part of batch)
        queueRows(sheet, part.from, lines.slice(part.from, part.from + part.lines.length), columns);
      if (index === packed.length - 1) {
        queueOver(context, rounds, sheet, columns, layout.rows.length);
        // A sheet of the clerk's own is no ledger any more, and stays.
        if (old && !old.isHers) context.workbook.worksheets.getItem(old.sheet).delete();
        else if (!old) before.rename(free(sheetNames.damaged, taken));
        sheet.name = name;
        attach(sheet);
      }
      return sheet;
    });
    sheetId = made.id;
  }
  rounds.blocks = [];
  return { ...known, bounds: { ...known.bounds, sheet: sheetId! } };
}

/** Reads what is there already: an older ledger, whole or damaged, and which names are taken. */
function queueBefore(context: Excel.RequestContext, rounds: Rounds) {
  const bounds = queueBounds(context, rounds);
  const candidates = [sheetNames.ledger, `${sheetNames.ledger}…`, sheetNames.damaged].flatMap((name) =>
    Array.from({ length: spareNames }, (_, index) => numbered(name, index)),
  );
  const sheets = candidates.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('id');
    return { name, sheet };
  });
  const hers = context.workbook.names.getItemOrNullObject(hersName);
  hers.load('name');
  const remains = excelColumns.map((id) => {
    const range = context.workbook.names.getItemOrNullObject(nameOf(id)).getRangeOrNullObject();
    range.worksheet.load('id');
    return range;
  });
  return {
    bounds,
    sheets,
    get names() {
      return new Map(
        sheets.filter(({ sheet }) => !sheet.isNullObject).map(({ name, sheet }) => [sheet.id, name]),
      );
    },
    rename(name: string) {
      const damaged = remains.find((range) => !range.isNullObject);
      if (damaged && hers.isNullObject) damaged.worksheet.name = name;
    },
  };
}

const numbered = (name: string, index: number) => (index === 0 ? name : `${name} ${index + 1}`);

function free(name: string, taken: ReadonlySet<string>): string {
  for (let index = 0; index < spareNames; index += 1)
    if (!taken.has(numbered(name, index))) return numbered(name, index);
  throw new Error(`工作簿中名为“${name}”的工作表太多，请先改名或删除。Too many sheets are called ${name}.`);
}

function knownOf(layout: LedgerLayout, columns: Column[], sheet: string): Known {
  const bounds: LedgerBounds = {
    sheet,
    columns: new Map(columns.map(({ id }, at) => [id, at])),
    header: 0,
    end: layout.rows.length + 1,
    isHers: false,
    blocks: [],
  };
  return {
    bounds,
    keys: layout.rows.map((row) => row.cells.key ?? null),
    choices: layout.rows.map((row) => cellOf(row, 'choices')),
    statuses: layout.rows.map((row) => row.cells.status ?? null),
    hides: false,
  };
}

/** How columns look, so that rows which the clerk adds look so too; then the header. */
function queueFrame(sheet: Excel.Worksheet, columns: Column[], rows: number): void {
  columns.forEach(({ id, role, width }, at) => {
    const whole = sheet.getRange(`${letters(at)}:${letters(at)}`);
    whole.format.columnWidth = points(width);
    whole.format.wrapText = role !== 'hidden';
    whole.format.verticalAlignment = 'Center';
    whole.format.horizontalAlignment = id !== 'choices' && isShort(id) ? 'Center' : 'Left';
    if (role === 'identity') whole.format.font.color = colours.identityText;
    if (role === 'hidden') whole.columnHidden = true;
    // One value for all cells; the types know grids only. Whole columns take no number format.
    sheet.getRangeByIndexes(0, at, rows + 1, 1).numberFormat = formatOf(id) as never;
    const fill = id === 'choices' ? null : backgroundOf({ id, role }, 'none');
    if (fill !== null && rows > 0) sheet.getRangeByIndexes(1, at, rows, 1).format.fill.color = fill;
  });
  const header = sheet.getRangeByIndexes(0, 0, 1, columns.length);
  header.numberFormat = [columns.map(() => '@')];
  header.values = [columns.map((column) => column.header)];
  header.format.fill.color = colours.header;
  header.format.font.color = colours.headerText;
  header.format.font.bold = true;
  header.format.horizontalAlignment = 'Center';
}

function queueRows(
  sheet: Excel.Worksheet,
  from: number,
  lines: ReturnType<typeof written>[][],
  columns: Column[],
): void {
  if (lines.length === 0) return;
  const range = sheet.getRangeByIndexes(from + 1, 0, lines.length, columns.length);
  const formats = lines.map((line) =>
    line.map(({ format }, at) => (format === formatOf(columns[at]!.id) ? null : format)),
  );
  if (formats.some((line) => line.some((format) => format !== null))) range.numberFormat = formats;
  range.values = lines.map((line) => line.map(({ value }) => value));
}

/** What makes it the ledger: table, names, frozen header. */
function queueOver(
  context: Excel.RequestContext,
  rounds: Rounds,
  sheet: Excel.Worksheet,
  columns: Column[],
  rows: number,
): void {
  context.workbook.tables.getItemOrNullObject(tableName).convertToRange();
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, Math.max(rows, 1) + 1, columns.length), true);
  table.name = tableName;
  table.style = 'TableStyleLight1';
  context.workbook.names.getItemOrNullObject(hersName).delete();
  for (const id of [...rounds.blocks, ...excelColumns])
    context.workbook.names.getItemOrNullObject(nameOf(id)).delete();
  columns.forEach(({ id }, at) => {
    context.workbook.names.add(nameOf(id), sheet.getRangeByIndexes(0, at, 1, 1)).visible = false;
  });
  sheet.freezePanes.freezeRows(1);
  sheet.position = 0;
  sheet.activate();
}
