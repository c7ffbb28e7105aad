import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';
import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { Lines } from './lines.ts';
import { limits, tooLarge, tooManyColumns, unsafe } from './limits.ts';
import type { Block, Table } from './table.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const blocks = new Set(
  `p div h1 h2 h3 h4 h5 h6 ul ol li tr td th table section article header footer main blockquote pre dl dt dd center form hr caption
   address figure`.split(/\s+/u),
);
const ignored = new Set(
  'head script style title template noscript svg math object iframe textarea select del rt rp'.split(' '),
);
const struckStyle = /text-decoration(?:-line)?\s*:[^;]*line-through/iu;
/** Classes that strike out, in a style sheet as Excel writes it. */
const struckClass = /\.([\w-]{1,40})\s*\{[^{}]{0,2000}\}/gu;
const hiddenStyle = /display\s*:\s*none|mso-hide\s*:\s*all/iu;

/** A page of 5 MB could be nested or split so finely that its tree is a hundred times its size. */
function boundedAdapter() {
  let elements = 0;
  let attributes = 0;
  let depth = 0;
  const adapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...made) {
      elements += 1;
      attributes += made[2].length;
      if (elements > limits.elements) throw tooLarge('网页元素过多', 'the page has too many elements');
      if (attributes > limits.attributes) {
        throw tooLarge('网页元素的属性过多', 'the elements of the page have too many attributes');
      }
      return defaultTreeAdapter.createElement(...made);
    },
    onItemPush() {
      depth += 1;
      if (depth > limits.depth) throw unsafe('网页元素嵌套过深', 'the page nests its elements too deep');
    },
    onItemPop() {
      depth -= 1;
    },
  };
  return adapter;
}

/**
 * HTML, as Word, Excel and browsers copy a table, as lines and tables. Blanks are those that a browser shows; `verbatim` keeps them all,
 * for HTML that holds text as it was.
 */
export function readHtmlBlocks(html: string, blanks: 'verbatim' | 'as shown', report: Report): Block[] {
  const reader = new HtmlReader(blanks === 'verbatim');
  const found = reader.read(parse(html, { treeAdapter: boundedAdapter() }));
  const { deleted, inserted, notes, hidden, struck } = reader;
  if (deleted + inserted > 0) report('tracked-changes', { text: String(inserted), detail: String(deleted) });
  if (notes > 0) report('notes-left-out', { detail: String(notes) });
  if (hidden > 0) report('hidden-text', { detail: String(hidden) });
  if (struck > 0) report('struck-text', { detail: String(struck) });
  return found;
}

const attr = (element: Element, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? '';

/** A whole number from an attribute, kept between two bounds. */
const whole = (text: string, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.parseInt(text, 10) || least));

const isElement = (node: Node): node is Element => 'tagName' in node;

const textIn = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';

interface List {
  next: number;
  ordered: boolean;
}

class HtmlReader {
  deleted = 0;
  inserted = 0;
  notes = 0;
  hidden = 0;
  struck = 0;
  private readonly verbatim: boolean;
  private readonly blocks: Block[] = [];
  private lists: List[] = [];
  private readonly struckClasses = new Set<string>();

  constructor(verbatim: boolean) {
    this.verbatim = verbatim;
  }

  read(document: Node): Block[] {
    const lines = new Lines(this.verbatim);
    this.walk(document, lines, true);
    this.flush(lines);
    return this.blocks;
  }

  private flush(lines: Lines): void {
    for (const line of lines.take()) this.blocks.push({ line });
  }

  /** Writes what a node holds; at the top a table is a block of its own, within a cell its rows are lines. */
  private walk(node: Node, lines: Lines, top: boolean): void {
    if (node.nodeName === '#text' && 'value' in node) return lines.text(node.value);
    if (!('childNodes' in node)) return;
    if (isElement(node)) {
      if (node.tagName === 'head') this.readStyles(node);
      if (this.isLeftOut(node)) return;
      if (node.tagName === 'ins') this.inserted += 1;
      if (node.tagName === 'table' && top) {
        this.flush(lines);
        this.blocks.push({ table: this.table(node) });
        return;
      }
      if (node.tagName === 'br') return lines.end();
      if (node.tagName === 'td' || node.tagName === 'th') lines.text(' ');
      else if (blocks.has(node.tagName)) lines.begin();
      if (node.tagName === 'ol' || node.tagName === 'ul') return this.list(node, lines, top);
      if (node.tagName === 'li') lines.text(this.numberOf(node));
    }
    for (const child of node.childNodes) this.walk(child, lines, top);
    if (isElement(node) && blocks.has(node.tagName) && node.tagName !== 'td' && node.tagName !== 'th')
      lines.begin();
  }

  private isLeftOut(element: Element): boolean {
    const { tagName } = element;
    const style = attr(element, 'style');
    if (tagName === 'del') this.deleted += 1;
    if (ignored.has(tagName)) return true;
    if (this.isStruck(element)) return true;
    if (style === '') return false;
    if (/mso-(?:footnote|endnote)-id/iu.test(style)) {
      this.notes += 1;
      return true;
    }
    if (/mso-element\s*:\s*(?:footnote|endnote|comment)/iu.test(style)) return true;
    if (!hiddenStyle.test(style) || tagName === 'tr' || tagName === 'table') return false;
    this.hidden += 1;
    return true;
  }

  private readStyles(head: Element): void {
    for (const [rule, name = ''] of textIn(head).matchAll(struckClass)) {
      if (struckStyle.test(rule)) this.struckClasses.add(name);
    }
  }

  private isStruck(element: Element): boolean {
    const isStruck =
      element.tagName === 's' ||
      element.tagName === 'strike' ||
      struckStyle.test(attr(element, 'style')) ||
      attr(element, 'class')
        .split(/\s+/u)
        .some((name) => this.struckClasses.has(name));
    if (!isStruck || textIn(element).trim() === '') return false;
    this.struck += 1;
    return true;
  }

  private list(element: Element, lines: Lines, top: boolean): void {
    const next = whole(attr(element, 'start') || '1', 0, 9999);
    this.lists.push({ next, ordered: element.tagName === 'ol' });
    for (const child of element.childNodes) this.walk(child, lines, top);
    this.lists.pop();
    lines.begin();
  }

  /** The number that a browser shows before an item. One of a list within a list belongs to the item around it: （1）. */
  private numberOf(element: Element): string {
    const list = this.lists.at(-1);
    if (!list?.ordered) return '';
    const value = attr(element, 'value');
    const number = value === '' ? list.next : whole(value, 0, 9999);
    list.next = number + 1;
    const nested = this.lists.filter(({ ordered }) => ordered).length > 1;
    return nested ? `（${number}）` : `${number}. `;
  }

  private table(element: Element): Table {
    const table: Table = { grid: [], merges: [], hiddenRows: [], hiddenColumns: [] };
    const outer = this.lists;
    this.lists = [];
    /** For how many more rows a column is covered from above. */
    const covered: number[] = [];
    for (const tr of rowsOf(element, table.hiddenColumns)) {
      const row = table.grid.length;
      if (row >= limits.rows) {
        throw tooLarge(`表格超过 ${limits.rows} 行`, `the table has more than ${limits.rows} rows`);
      }
      if (hiddenStyle.test(attr(tr, 'style'))) table.hiddenRows.push(row);
      const isStruck = this.isStruck(tr);
      const cells: string[] = [];
      let column = 0;
      for (const cell of tr.childNodes) {
        if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
        while ((covered[column] ?? 0) > 0) column += 1;
        const columns = whole(attr(cell, 'colspan') || '1', 1, 1000);
        const rows = whole(attr(cell, 'rowspan') || '1', 1, limits.rows);
        if (column + columns > limits.columns) throw tooManyColumns(row);
        while (cells.length < column) cells.push('');
        cells.push(isStruck || this.isStruck(cell) ? '' : this.cell(cell));
        if (rows > 1 || columns > 1) table.merges.push({ row, column, rows, columns });
        for (let at = column; at < column + columns; at += 1) covered[at] = rows;
        column += columns;
      }
      for (let at = 0; at < covered.length; at += 1) covered[at] = Math.max(0, (covered[at] ?? 0) - 1);
      table.grid.push(cells);
    }
    this.lists = outer;
    return table;
  }

  private cell(element: Element): string {
    const lines = new Lines(this.verbatim);
    for (const child of element.childNodes) this.walk(child, lines, false);
    return lines.take().join('\n');
  }
}

/** The rows of a table, those of its groups too; columns that are hidden are put into `hiddenColumns`. */
function rowsOf(table: Element, hiddenColumns: number[]): Element[] {
  const rows: Element[] = [];
  let column = 0;
  const visit = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue;
      if (child.tagName === 'tr') rows.push(child);
      else if (child.tagName === 'col') {
        const span = whole(attr(child, 'span') || '1', 1, limits.columns);
        if (hiddenStyle.test(attr(child, 'style'))) {
          for (let at = 0; at < span; at += 1) hiddenColumns.push(column + at);
        }
        column = Math.min(column + span, limits.columns);
      } else if (/^(?:tbody|thead|tfoot|colgroup)$/u.test(child.tagName)) visit(child);
    }
  };
  visit(table);
  return rows;
}
