import type { LedgerCell, LedgerSheet, Merge } from '../../../shared/ledgers/ledgerFile.ts';
import { readXml } from '../xml.ts';
import type { Package } from '../zip.ts';
import { BeyondBounds, bounds } from './bounds.ts';
import { cellOf, type RawCell } from './cell.ts';
import { isOn, type SheetPart } from './openWorkbook.ts';
import { parseAddress, parseArea } from './address.ts';
import { TextGatherer, type RichText } from './strings.ts';
import type { CellLook } from './styles.ts';

/** What sheets of one workbook have in common, and how much of the bounds they have used. */
export interface Common {
  zip: Package;
  strings: readonly RichText[];
  looks: readonly CellLook[];
  date1904: boolean;
  used: { cells: number; places: number; characters: number };
  /** Cells of other texts are not kept. */
  only?: RegExp;
}

type Row = (LedgerCell | null)[];
const none: Row = [];
/** Excel has no more. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

export interface ReadSheet extends LedgerSheet {
  isProtected: boolean;
}

/** Reads a worksheet as it is unpacked; throws `BeyondBounds` where it holds more than may be held. */
export function readSheet({ name: sheetName, isHidden, path }: SheetPart, common: Common): ReadSheet {
  const rows: Row[] = [];
  const areas: Merge[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  const gatherer = new TextGatherer();
  const names: string[] = [];
  let row = -1;
  let column = -1;
  let cell: RawCell | null = null;
  let isValue = false;
  let isProtected = false;
  const { used } = common;

  const put = (raw: RawCell): void => {
    if (raw.type === 's') {
      raw.rich = common.strings[Number(raw.value ?? -1)] ?? null;
      raw.value = null;
    }
    const read = cellOf(raw, common.date1904);
    if (read === null || row >= mostRows || column >= mostColumns) return;
    if (common.only?.test(read.text) === false) return;
    while (rows.length <= row) rows.push(none);
    if (rows[row] === none) rows[row] = [];
    const cells = rows[row]!;
    used.places += Math.max(0, column + 1 - cells.length);
    used.cells += 1;
    used.characters += read.text.length;
    boundCells(used);
    while (cells.length < column) cells.push(null);
    cells[column] = read;
  };

  readXml(common.zip, path, {
    open(name, attribute) {
      names.push(name);
      if (name === 'c') {
        const at = parseAddress(attribute('r') ?? '');
        column = at?.column ?? column + 1;
        if (at !== null) row = at.row;
        const look = common.looks[Number(attribute('s') ?? 0)];
        cell = { type: attribute('t') ?? 'n', value: null, rich: null, isFormula: false, look };
      } else if (cell !== null) {
        if (name === 'f') cell.isFormula = true;
        else if (name === 'v') {
          isValue = true;
          cell.value = '';
        } else gatherer.open(name, name === 'strike' && /^(?:0|false)$/u.test(attribute('val') ?? ''));
      } else if (name === 'row') {
        const number = Number(attribute('r'));
        row = Number.isInteger(number) && number >= 1 ? number - 1 : row + 1;
        column = -1;
        if (isOn(attribute('hidden')) && hiddenRows.length < bounds.cells) hiddenRows.push(row);
      } else if (name === 'mergeCell') {
        const area = parseArea(attribute('ref') ?? '');
        if (area !== null && (area.rows > 1 || area.columns > 1)) areas.push(area);
        if (areas.length > bounds.merged)
          throw new BeyondBounds(
            `合并单元格超过 ${bounds.merged} 处`,
            `it has more than ${bounds.merged} merges`,
          );
      } else if (name === 'col') {
        if (isOn(attribute('hidden')) && hiddenColumns.length < mostColumns)
          hiddenColumns.push({ first: Number(attribute('min')) - 1, last: Number(attribute('max')) - 1 });
      } else if (name === 'sheetProtection') isProtected = isOn(attribute('sheet'));
    },
    close() {
      const name = names.pop()!;
      if (cell === null) return;
      if (name === 'c') {
        if (cell.type === 'inlineStr') cell.rich = gatherer.take();
        put(cell);
        cell = null;
      } else if (name === 'v') isValue = false;
      else gatherer.close(name);
    },
    text(text) {
      if (cell === null) return;
      if (isValue) cell.value += text;
      else gatherer.text(text);
    },
  });
  const height = rows.length;
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  if (height * width > bounds.places) {
    throw new BeyondBounds(
      `有内容的范围是 ${height} 行 × ${width} 列，超过 ${bounds.places} 格`,
      `what is filled spans ${height} rows × ${width} columns, more than ${bounds.places} places`,
    );
  }
  return {
    name: sheetName,
    ...(isHidden && { isHidden: true }),
    rows,
    merges: clipped(areas, height, width),
    ...(hiddenRows.length > 0 && { hiddenRows: hiddenRows.filter((each) => each < height) }),
    ...(hiddenColumns.length > 0 && { hiddenColumns: columnsIn(hiddenColumns, width) }),
    isProtected,
  };
}

function boundCells({ cells, places, characters }: Common['used']): void {
  if (cells > bounds.cells)
    throw new BeyondBounds(
      `文件内有内容的单元格超过 ${bounds.cells} 个`,
      `the file has more than ${bounds.cells} filled cells`,
    );
  if (places > bounds.places)
    throw new BeyondBounds(
      `文件内的行列超过 ${bounds.places} 格`,
      `the file’s rows have more than ${bounds.places} places`,
    );
  if (characters > bounds.characters)
    throw new BeyondBounds(
      `文件内的文字超过 ${bounds.characters} 字`,
      `the file has more than ${bounds.characters} characters`,
    );
}

/** Merges as far as anything is filled. */
function clipped(areas: readonly Merge[], height: number, width: number): Merge[] {
  let places = 0;
  return areas.flatMap((area) => {
    const rows = Math.min(area.rows, height - area.row);
    const columns = Math.min(area.columns, width - area.column);
    if (rows <= 0 || columns <= 0) return [];
    places += rows * columns;
    if (places > bounds.merged)
      throw new BeyondBounds(
        `合并单元格覆盖超过 ${bounds.merged} 格`,
        `its merges cover more than ${bounds.merged} cells`,
      );
    return [{ row: area.row, column: area.column, rows, columns }];
  });
}

function columnsIn(spans: readonly { first: number; last: number }[], width: number): number[] {
  const columns = new Set<number>();
  for (const { first, last } of spans) {
    for (let column = Math.max(0, first); column <= Math.min(last, width - 1); column += 1)
      columns.add(column);
  }
  return [...columns].toSorted((a, b) => a - b);
}
