import type { Merge } from '../../../shared/ledgers/ledgerFile.ts';
import { parseArea } from '../ledgerFile/address.ts';
import { keyHeading } from '../ledgerFile/keyColumn.ts';
import {
  childrenOf,
  elementAt,
  Malformed,
  nextTag,
  prefixOf,
  rootOf,
  splice,
  unescaped,
  withValue,
  type Element,
  type Tag,
} from './xmlTags.ts';
import { dimensionWith, hideColumn, rowsOf, setColumn } from './cellsInSheet.ts';
import { valueOf } from './xmlTags.ts';

/** Why nothing is written into a sheet. */
export type NotWritten = 'unaddressed' | 'no-room' | 'too-large';

/** The elements of a worksheet that stand before `legacyDrawing`, in the order of the schema. */
const beforeLegacy = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
    'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
    'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
    'ignoredErrors smartTags drawing'
  ).split(' '),
);

const mostColumns = 16_384;

/** A sheet's XML taken apart as far as it is changed. */
interface Parts {
  prefix: string;
  children: Element[];
  sheetData: Element;
  cols: Element | null;
}

/** The elements of a worksheet. Its rows are passed over: nothing within them is called as what holds them. */
function childrenOfSheet(xml: string, root: Tag): Element[] {
  const children: Element[] = [];
  const end = root.isEmpty ? root.end : xml.lastIndexOf(`</${root.name}`);
  for (let next = nextTag(xml, root.end); next !== null && next.start < end;) {
    const child = next.local === 'sheetData' && !next.isEmpty ? rowsElement(xml, next) : elementAt(xml, next);
    children.push(child);
    next = nextTag(xml, child.end);
  }
  return children;
}

function rowsElement(xml: string, tag: Tag): Element {
  const innerEnd = xml.indexOf(`</${tag.name}`, tag.end);
  const end = innerEnd < 0 ? undefined : nextTag(xml, innerEnd)?.end;
  if (end === undefined) throw new Malformed('not closed');
  return { tag, start: tag.start, end, innerStart: tag.end, innerEnd };
}

export function partsOf(xml: string): Parts | null {
  const root = rootOf(xml);
  const children = childrenOfSheet(xml, root);
  const of = (local: string): Element | null => children.find(({ tag }) => tag.local === local) ?? null;
  const sheetData = of('sheetData');
  return sheetData === null ? null : { prefix: prefixOf(root), children, sheetData, cols: of('cols') };
}

/** The merges of a sheet. */
export function mergesOf(xml: string): Merge[] {
  const list = partsOf(xml)?.children.find(({ tag }) => tag.local === 'mergeCells');
  const areas = list === undefined ? [] : childrenOf(xml, list);
  return areas.flatMap(({ tag }) => parseArea(valueOf(tag, 'ref') ?? '') ?? []);
}

/** Behind what is filled and what is merged with it: a column within a merge is seen. A merge of whole rows is no such one. */
function widthWith(merges: readonly Merge[], filled: number): number {
  return merges.reduce((width, { column, columns }) => {
    const end = column + columns;
    return column < filled && end < mostColumns ? Math.max(width, end) : width;
  }, filled);
}

/** The column of keys that an earlier answer has left, and the rows that they stand in. */
export interface FormerKeys {
  column: number;
  rows: readonly number[];
}

/** Writes row keys into a hidden column of their own: that of an earlier answer, or the first behind all that is filled. */
export function writeKeys(
  xml: string,
  keys: ReadonlyMap<number, string>,
  former: FormerKeys | null,
): string | NotWritten {
  const parts = partsOf(xml);
  if (parts === null) return 'unaddressed';
  const placed = rowsOf(xml, parts.sheetData);
  if (placed === null) return 'unaddressed';
  const column = former?.column ?? widthWith(mergesOf(xml), placed.width);
  if (column >= mostColumns) return 'no-room';
  const texts = new Map<number, string | null>((former?.rows ?? []).map((row) => [row, null]));
  for (const [row, key] of keys) texts.set(row, key);
  const first = Math.min(...keys.keys());
  if (first > 0 && !texts.has(first - 1)) texts.set(first - 1, keyHeading);
  let changed = setColumn(xml, parts.prefix, parts.sheetData, placed.rows, column, texts);
  const dimension = parts.children.find(({ tag }) => tag.local === 'dimension');
  // What stands before the rows has not moved.
  changed = hideColumn(changed, parts.prefix, parts.cols, parts.sheetData.start, column);
  if (dimension !== undefined) {
    const { tag } = dimension;
    const reference = dimensionWith(valueOf(tag, 'ref') ?? 'A1', column);
    const by = `<${tag.name}${withValue(tag.attributes, 'ref', reference).trimEnd()}${tag.isEmpty ? '/' : ''}>`;
    changed = splice(changed, [{ start: tag.start, end: tag.end, by }]);
  }
  return changed;
}

/** The id of the drawing that holds a sheet's comments; `null` where it has none. */
export function legacyDrawingOf(xml: string): string | null {
  const element = partsOf(xml)?.children.find(({ tag }) => tag.local === 'legacyDrawing');
  const id = element && /(?:^|\s)(?:[\w.-]+:)?id\s*=\s*["']([^"']+)["']/u.exec(element.tag.attributes)?.[1];
  return id === undefined ? null : unescaped(id);
}

/** Adds the drawing of comments at its place in the order of the schema. */
export function addLegacyDrawing(xml: string, id: string, office: string): string {
  const parts = partsOf(xml)!;
  const before = parts.children.filter(({ tag }) => beforeLegacy.has(tag.local)).at(-1);
  const at = before?.end ?? parts.sheetData.end;
  const by = `<${parts.prefix}legacyDrawing xmlns:r="${office}" r:id="${id}"/>`;
  return splice(xml, [{ start: at, end: at, by }]);
}

/** Whether every row and cell says where it stands, so that a comment can be put to it. */
export function isAddressed(xml: string): boolean {
  const parts = partsOf(xml);
  return parts !== null && rowsOf(xml, parts.sheetData) !== null;
}
