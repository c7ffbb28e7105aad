import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';
import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { linesOf, type Block } from './blocks.ts';
import { limits, tooLarge, unsafe } from './limits.ts';
import { ShownText } from './shownText.ts';
import { TableBuilder, type Table } from './table.ts';

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

/** HTML, as Word, Excel and browsers copy a table, as paragraphs and tables. */
export function readHtmlBlocks(html: string, report: Report): Block[] {
  const reader = new HtmlReader();
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
  private readonly blocks: Block[] = [];
  private lists: List[] = [];
  private readonly struckClasses = new Set<string>();

  read(document: Node): Block[] {
    const text = new ShownText();
    this.walk(document, text, true);
    this.flush(text);
    return this.blocks;
  }

  private flush(text: ShownText): void {
    for (const paragraph of text.take()) this.blocks.push(paragraph);
  }

  /** Writes what a node holds; at the top a table is a block of its own, within a cell its rows are lines. */
  private walk(node: Node, text: ShownText, top: boolean): void {
    if (node.nodeName === '#text' && 'value' in node) return text.text(node.value);
    if (!('childNodes' in node)) return;
    if (isElement(node)) {
      if (node.tagName === 'head') this.readStyles(node);
      if (this.isLeftOut(node)) return;
      if (node.tagName === 'ins') this.inserted += 1;
      if (node.tagName === 'table' && top) {
        this.flush(text);
        this.blocks.push(this.table(node));
        return;
      }
      if (node.tagName === 'br') return text.break();
      if (node.tagName === 'td' || node.tagName === 'th') text.text(' ');
      else if (blocks.has(node.tagName)) text.end();
      if (node.tagName === 'ol' || node.tagName === 'ul') return this.list(node, text, top);
      if (node.tagName === 'li') text.item(this.numberOf(node));
    }
    for (const child of node.childNodes) this.walk(child, text, top);
    if (!isElement(node)) return;
    if (node.tagName === 'li') text.endItem();
    else if (blocks.has(node.tagName) && node.tagName !== 'td' && node.tagName !== 'th') text.end();
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

  private list(element: Element, text: ShownText, top: boolean): void {
    const next = whole(attr(element, 'start') || '1', 0, 9999);
    this.lists.push({ next, ordered: element.tagName === 'ol' });
    for (const child of element.childNodes) this.walk(child, text, top);
    this.lists.pop();
    text.end();
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
    const builder = new TableBuilder();
    const { hiddenRows, hiddenColumns } = builder.table;
    const outer = this.lists;
    this.lists = [];
    /** For how many more rows a column is covered from above. */
    const covered: number[] = [];
    for (const tr of rowsOf(element, hiddenColumns)) {
      const row = builder.row();
      if (hiddenStyle.test(attr(tr, 'style'))) hiddenRows.push(row);
      const isStruck = this.isStruck(tr);
      let column = 0;
      for (const cell of tr.childNodes) {
        if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
        while ((covered[column] ?? 0) > 0) column += 1;
        const columns = whole(attr(cell, 'colspan') || '1', 1, 1000);
        const rows = whole(attr(cell, 'rowspan') || '1', 1, limits.rows);
        const text = isStruck || this.isStruck(cell) ? '' : this.cell(cell);
        builder.cell(text, { row, column, rows, columns });
        for (let at = column; at < column + columns; at += 1) covered[at] = rows;
        column += columns;
      }
      for (let at = 0; at < covered.length; at += 1) covered[at] = Math.max(0, (covered[at] ?? 0) - 1);
    }
    this.lists = outer;
    return builder.table;
  }

  private cell(element: Element): string {
    const text = new ShownText();
    for (const child of element.childNodes) this.walk(child, text, false);
    return linesOf(text.take()).join('\n');
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
