import { formatValue, readXlsx, type Cell, type CellValue, type Sheet } from 'hucre';
import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { asBefore } from '../../shared/tables/inert.ts';
import { Problem } from '../problems/problem.ts';
import { boundGrid, damaged, limits, tooLarge, unsafe } from './limits.ts';
import { storedZip } from './storedZip.ts';
import { gridOf, hasHeader, letters, type SaidOfColumns, type Table } from './table.ts';
import { xmlText } from './xml.ts';
import type { Package } from './zip.ts';

/** The parts that hold cells and what they look like; pictures, charts, pivots, macros and the like are not even unpacked. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?|xl\/(?:sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/iu;

/** Reads a workbook: its first visible sheet with a header, in the sheet's own rows and columns. */
export async function readWorkbook(
  zip: Package,
  report: Report,
  said: SaidOfColumns = {},
): Promise<string[][]> {
  const parts = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  for (const name of zip.names.filter((part) => wanted.test(part))) {
    const xml = xmlText(zip, name);
    // Each of these is written out column by column by the library.
    if ((xml.match(/<(?:\w+:)?col[\s/>]/gu) ?? []).length > 1000) {
      throw unsafe('列定义过多', 'it defines too many columns');
    }
    boundElements(name, xml);
    parts.set(name, encoder.encode(xml));
  }
  const bytes = storedZip(parts);
  parts.clear();
  const sheets: { index: number; name: string; hidden: boolean }[] = [];
  await readAs(bytes, (info, index) => {
    sheets.push({ index, name: info.name, hidden: info.hidden === true || info.veryHidden === true });
    return false;
  });
  const order = sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)).slice(0, limits.sheets);
  let chosen: { table: Table; name: string; hidden: boolean } | null = null;
  let fallback: Table | null = null;
  for (const { index, name, hidden } of order) {
    const [sheet] = await readAs(bytes, (_, at) => at === index);
    if (!sheet) continue;
    const table = tableOf(sheet);
    if (!hasHeader(table.grid)) {
      if (!hidden) fallback ??= table;
    } else if (chosen === null) chosen = { table, name, hidden };
    else if (!hidden) report('table-left-out', { text: name, detail: String(index + 1) });
  }
  if (chosen !== null && (sheets.length > 1 || chosen.hidden)) {
    const { name } = chosen;
    const number = sheets.findIndex((sheet) => sheet.name === name) + 1;
    report('table-chosen', { text: name, detail: String(number) });
  }
  const grid = gridOf(chosen?.table ?? fallback ?? empty(), report, said);
  boundGrid(grid);
  return grid;
}

/** Counts what a part opens; each becomes an object of the library's, whatever its size. */
function boundElements(name: string, xml: string): void {
  const most = /sharedStrings/iu.test(name) ? limits.sharedElements : limits.sheetElements;
  let elements = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    if (xml.charCodeAt(at + 1) !== 0x2f) elements += 1;
  }
  if (elements > most) {
    throw tooLarge(`部件“${name}”超过 ${most} 个元素`, `part “${name}” has more than ${most} elements`);
  }
}

const empty = (): Table => ({ grid: [], merges: [], hiddenRows: [], hiddenColumns: [] });

type Choice = (info: { name: string; hidden?: boolean; veryHidden?: boolean }, index: number) => boolean;

async function readAs(bytes: Uint8Array, sheets: Choice): Promise<Sheet[]> {
  try {
    // One row and one column more than may be there, so that more is noticed.
    const range = `A1:BI${limits.rows + 1}`;
    return (await readXlsx(bytes, { sheets, range, readStyles: true })).sheets;
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    throw damaged(`工作簿无法读取：${reason}`, `the workbook cannot be read: ${reason}`);
  }
}

function tableOf(sheet: Sheet): Table {
  let end = sheet.rows.length;
  while (end > 0 && (sheet.rows[end - 1] ?? []).every((value) => value === null || value === '')) end -= 1;
  if (end > limits.rows) {
    throw tooLarge(
      `工作表“${sheet.name}”超过 ${limits.rows} 行`,
      `sheet “${sheet.name}” has more than ${limits.rows} rows`,
    );
  }
  let struck = 0;
  const grid = sheet.rows.slice(0, end).map((row, r) =>
    row.map((value, c) => {
      const cell = sheet.cells?.get(`${r},${c}`);
      const text = textOf(value, cell?.style?.numFmt);
      const left = cell === undefined ? text : withoutStruck(text, cell);
      if (left !== text) struck += 1;
      return left;
    }),
  );
  const unread = [...(sheet.cells ?? [])].flatMap(([key, { type, formulaResult }]) => {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const isUnread = type === 'error' || (type === 'formula' && formulaResult === null);
    return isUnread && row < end ? [{ row, column }] : [];
  });
  for (const { row, column } of unread) grid[row]?.splice(column, 1, '');
  for (const row of grid) while (row.length > 0 && row.at(-1) === '') row.pop();
  return {
    grid,
    struck,
    unread: unread.map(({ row, column }) => `${letters(column)}${row + 1}`),
    merges: (sheet.merges ?? []).slice(0, 20_000).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      rows: endRow - startRow + 1,
      columns: endCol - startCol + 1,
    })),
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
  };
}

/** What of a cell's text is not struck out. A run without a font of its own has that of the cell. */
function withoutStruck(text: string, { richText, style }: Cell): string {
  const isStruck = style?.font?.strikethrough === true;
  if (richText === undefined) return isStruck ? '' : text;
  const live = richText.filter(({ font }) => !(font === undefined ? isStruck : font.strikethrough === true));
  if (live.length === richText.length) return text;
  return live
    .map((run) => run.text)
    .join('')
    .replaceAll('\r\n', '\n');
}

/** A cell as an official reads it: dates in Chinese, shares and units of measure as their format shows them. */
function textOf(value: CellValue, format = ''): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return asBefore(value.replaceAll('\r\n', '\n'));
  if (format.length < 100 && (format.includes('%') || /["\u4E00-\u9FFF]/u.test(format))) {
    return formatValue(value, format).trim();
  }
  return String(Number(value.toPrecision(15)));
}

function dateText(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const month = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  // A format that shows no day, as 2025年6月 does, means none.
  const plain = format.replace(/\[[^\]]*\]/gu, '').replaceAll(/"[^"]*"/gu, '');
  return /y/iu.test(plain) && !/d/iu.test(plain) ? month : `${month}${date.getUTCDate()}日`;
}
