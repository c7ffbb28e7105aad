import { parseAddress } from '../ledgerFile/address.ts';
import { childrenOf, nextTag, splice, valueOf, type Element, type Tag, withValue } from './xmlTags.ts';
import { addressOf } from './address.ts';
import { letters } from '../table.ts';
import { escaped } from './xmlTags.ts';

/** Where rows and cells of a sheet stand in its XML. */
export interface RowPlace {
  tag: Tag;
  /** 0-based. */
  row: number;
  /** Where its end tag begins; of an empty row, the end of its tag. */
  innerEnd: number;
}

/** The rows of `sheetData`; `null` where a row or a cell does not say where it stands. */
export function rowsOf(xml: string, sheetData: Element): { rows: RowPlace[]; width: number } | null {
  const rows: RowPlace[] = [];
  let width = 0;
  let open: RowPlace | null = null;
  let last: number | null = null;
  for (let tag = nextTag(xml, sheetData.innerStart); tag !== null && tag.start < sheetData.innerEnd;) {
    if (tag.local === 'row' && !tag.isClose) {
      const number = Number(valueOf(tag, 'r') ?? Number.NaN);
      if (!Number.isInteger(number) || number < 1) return null;
      const place: RowPlace = { tag, row: number - 1, innerEnd: tag.end };
      rows.push(place);
      open = tag.isEmpty ? null : place;
    } else if (tag.local === 'row' && open !== null) {
      open.innerEnd = tag.start;
      open = null;
    } else if (tag.local === 'c' && !tag.isClose) {
      const at = parseAddress(valueOf(tag, 'r') ?? '');
      if (at === null || at.row !== open?.row) return null;
      last = at.column;
      // A cell that is only formatted takes no room.
      if (!tag.isEmpty) width = Math.max(width, last + 1);
    }
    tag = nextTag(xml, tag.end);
  }
  return { rows, width };
}

/** A cell of text, as it stands in the sheet's XML. */
const textCell = (prefix: string, attributes: string, text: string): string =>
  `<${prefix}c${attributes}><${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is></${prefix}c>`;

const emptyCell = (prefix: string, attributes: string): string => `<${prefix}c${attributes}/>`;

/** Puts a text into a row at a column (`null`: takes out what is there), and says what pieces of the XML change. */
function setCell(
  xml: string,
  prefix: string,
  { tag, row, innerEnd }: RowPlace,
  column: number,
  text: string | null,
): { start: number; end: number; by: string }[] {
  const address = addressOf(row, column);
  const fresh = text === null ? '' : textCell(prefix, ` r="${address}" t="inlineStr"`, text);
  const spans = valueOf(tag, 'spans');
  const wide = spans === null ? null : spansWith(spans, column);
  const attributes = wide === null ? tag.attributes : withValue(tag.attributes, 'spans', wide);
  const opened = { start: tag.start, end: tag.end, by: `<${tag.name}${attributes.trimEnd()}>` };
  if (tag.isEmpty) return text === null ? [] : [{ ...opened, by: `${opened.by}${fresh}</${tag.name}>` }];
  const row1: Element = { tag, start: tag.start, end: innerEnd, innerStart: tag.end, innerEnd };
  let at = innerEnd;
  for (const cell of childrenOf(xml, row1)) {
    const place = cell.tag.local === 'c' ? parseAddress(valueOf(cell.tag, 'r') ?? '') : null;
    if (place === null || place.column < column) continue;
    if (place.column === column) {
      const style = valueOf(cell.tag, 's');
      const kept = ` r="${address}"${style === null ? '' : ` s="${style}"`}`;
      const by = text === null ? emptyCell(prefix, kept) : textCell(prefix, `${kept} t="inlineStr"`, text);
      return [opened, { start: cell.start, end: cell.end, by }];
    }
    at = cell.start;
    break;
  }
  return text === null ? [] : [opened, { start: at, end: at, by: fresh }];
}

/** Spans that hold a column (0-based) too: `1:12` becomes `1:14`. */
function spansWith(spans: string, column: number): string {
  if (!/^\s*\d+:\d+/u.test(spans)) return `1:${column + 1}`;
  const [first = '1', last = '1'] = spans.trim().split(/\s+/u).at(-1)!.split(':');
  const before = spans.trim().split(/\s+/u)[0]!.split(':')[0] ?? first;
  return `${before}:${Math.max(Number(last), column + 1)}`;
}

/** Texts put into one column of a sheet's rows, by row (`null`: what is there is taken out). Rows that are missing are made. */
export function setColumn(
  xml: string,
  prefix: string,
  sheetData: Element,
  rows: readonly RowPlace[],
  column: number,
  texts: ReadonlyMap<number, string | null>,
): string {
  const pieces: { start: number; end: number; by: string }[] = [];
  const known = new Map(rows.map((row) => [row.row, row]));
  for (const [row, text] of texts) {
    const place = known.get(row);
    if (place !== undefined) pieces.push(...setCell(xml, prefix, place, column, text));
    else if (text !== null && !sheetData.tag.isEmpty) {
      const at = rows.find((each) => each.row > row)?.tag.start ?? sheetData.innerEnd;
      const cell = textCell(prefix, ` r="${addressOf(row, column)}" t="inlineStr"`, text);
      pieces.push({ start: at, end: at, by: `<${prefix}row r="${row + 1}">${cell}</${prefix}row>` });
    }
  }
  return splice(xml, pieces);
}

/** `<cols>` with one column hidden: a range that holds it is divided. */
export function hideColumn(
  xml: string,
  prefix: string,
  cols: Element | null,
  before: number,
  column: number,
): string {
  const number = column + 1;
  const hidden = `<${prefix}col min="${number}" max="${number}" width="9" hidden="1" customWidth="1"/>`;
  if (cols === null || cols.tag.isEmpty) {
    // Some programs write a list of columns that is empty.
    const { start, end } = cols ?? { start: before, end: before };
    return splice(xml, [{ start, end, by: `<${prefix}cols>${hidden}</${prefix}cols>` }]);
  }
  for (const { tag, start, end } of childrenOf(xml, cols)) {
    const min = Number(valueOf(tag, 'min'));
    const max = Number(valueOf(tag, 'max'));
    if (number < min) return splice(xml, [{ start, end: start, by: hidden }]);
    if (number > max) continue;
    const part = (first: number, last: number, more: string = tag.attributes): string =>
      first > last
        ? ''
        : `<${tag.name}${withValue(withValue(more, 'min', String(first)), 'max', String(last)).trimEnd()}/>`;
    const ours = withValue(tag.attributes, 'hidden', '1');
    const by = part(min, number - 1) + part(number, number, ours) + part(number + 1, max);
    return splice(xml, [{ start, end, by }]);
  }
  return splice(xml, [{ start: cols.innerEnd, end: cols.innerEnd, by: hidden }]);
}

/** `A1:L40` made to hold a column. */
export function dimensionWith(reference: string, column: number): string {
  const [from = 'A1', to = from] = reference.split(':');
  const last = parseAddress(to);
  if (last === null || last.column >= column) return reference;
  return `${from}:${letters(column)}${last.row + 1}`;
}
