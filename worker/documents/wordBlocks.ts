import { hex } from 'dingbat-to-unicode';
import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { isTable, linesOf, type Block, type Paragraph } from './blocks.ts';
import { damaged, limits, tooLarge, tooManyCharacters } from './limits.ts';
import type { ListNumbers } from './listNumbers.ts';
import { TableBuilder, type Merge } from './table.ts';
import { addLook, isOn, whole, type Look, type WordStyles } from './wordStyles.ts';
import type { Attributes, XmlEvents } from './xml.ts';

/** Left out with all that they hold. */
const dropped = new Set(
  `del moveFrom delText pPrChange rPrChange tcPrChange tblPrChange trPrChange sectPrChange tblGridChange tblPr tblGrid tblPrEx sectPr
   drawing pict object mc:Choice sdtPr sdtEndPr footnoteReference endnoteReference commentReference annotationRef rt rubyPr instrText
   fldData`.split(/\s+/u),
);

/** A paragraph's own place in lists, and whether its mark was deleted, so that it runs on into the next one. */
interface OpenParagraph {
  text: string;
  numId?: string | undefined;
  level?: number | undefined;
  style?: string | undefined;
  deleted: boolean;
  /** Whether anything of it was left out. */
  lacks: boolean;
}

/** A run, and whether it is left out; that is not known before its properties were read. */
interface Run extends Look {
  style?: string | undefined;
  leftOut?: boolean;
}

/** What holds blocks: the body, or a cell. */
interface Story {
  blocks: Block[];
  /** Text of paragraphs whose mark was deleted. */
  before: string;
}

/** A cell of the row at hand: how many columns it takes, and whether it begins or goes on with a cell merged downwards. */
interface Cell {
  columns: number;
  merge: '' | 'restart' | 'continue';
  text: string;
}

interface Row {
  deleted: boolean;
  /** Columns that are left free before the first cell. */
  before: number;
  cells: Cell[];
}

interface OpenTable {
  builder: TableBuilder;
  /** By column, the cell that a merge may go on from. */
  above: (Merge | undefined)[];
  row: Row | null;
  cell: Cell | null;
}

/**
 * A Word document's body as blocks, made while its XML is read: text as it reads once every tracked change is accepted, the numbers that
 * Word counts before it, tables with their merged cells. Notes, hidden and struck text, pictures, text boxes and the look are left out;
 * what was text is told.
 */
export class WordBlocks implements XmlEvents {
  private readonly numbers: ListNumbers;
  private readonly styles: WordStyles;
  private readonly path: string[] = [];
  private hasBody = false;
  /** How deep the path was where something began that is left out; 0 where nothing is. */
  private skipping = 0;
  private readonly body: Story = { blocks: [], before: '' };
  private readonly stories: Story[] = [this.body];
  private readonly tables: OpenTable[] = [];
  private readonly runs: Run[] = [];
  private paragraph: OpenParagraph | null = null;
  private pieces = 0;
  private characters = 0;
  private readonly found = { inserted: 0, deleted: 0, notes: 0, hidden: 0, struck: 0, boxes: 0 };

  constructor(numbers: ListNumbers, styles: WordStyles) {
    this.numbers = numbers;
    this.styles = styles;
  }

  /** The blocks, once all is read. */
  finish(report: Report): Block[] {
    const { inserted, deleted, notes, hidden, struck, boxes } = this.found;
    if (inserted + deleted > 0) {
      report('tracked-changes', { text: String(inserted), detail: String(deleted) });
    }
    if (notes > 0) report('notes-left-out', { detail: String(notes) });
    if (hidden > 0) report('hidden-text', { detail: String(hidden) });
    if (struck > 0) report('struck-text', { detail: String(struck) });
    if (boxes > 0) report('boxes-left-out');
    if (!this.hasBody) throw damaged('不是 Word 正文', 'it holds no text of Word');
    endStory(this.body);
    return this.body.blocks;
  }

  open(name: string, attribute: Attributes): void {
    const { path, found } = this;
    const parent = path.at(-1);
    path.push(name);
    if (name === 'txbxContent') found.boxes += 1;
    if (this.skipping > 0) return;
    if (name === 'del' || name === 'moveFrom') found.deleted += 1;
    else if (name === 'ins' || name === 'moveTo') found.inserted += 1;
    else if (name === 'footnoteReference' || name === 'endnoteReference') found.notes += 1;
    const isMark = parent === 'rPr' && path.at(-3) === 'pPr';
    if ((name === 'del' || name === 'moveFrom') && isMark && this.paragraph) this.paragraph.deleted = true;
    const row = this.tables.at(-1)?.row;
    if (parent === 'trPr' && row) this.describeRow(row, name, attribute);
    if (dropped.has(name)) this.skipping = path.length;
    else if (parent === 'pPr' || parent === 'numPr') this.describeParagraph(name, attribute);
    else if (parent === 'rPr' && path.at(-3) === 'r') this.describeRun(name, attribute);
    else if (parent === 'tcPr') this.describeCell(name, attribute);
    else this.begin(name, attribute);
  }

  text(text: string): void {
    if (this.skipping === 0 && this.path.at(-1) === 't') this.write(text);
  }

  close(): void {
    const name = this.path.pop();
    if (this.skipping > 0) {
      if (this.path.length < this.skipping) this.skipping = 0;
    } else if (name === 'r') this.runs.pop();
    else if (name === 'p') this.endParagraph();
    else if (name === 'tc') this.endCell();
    else if (name === 'tr') this.endRow();
    else if (name === 'tbl') this.endTable();
  }

  private begin(name: string, attribute: Attributes): void {
    const table = this.tables.at(-1);
    switch (name) {
      case 'body':
        this.hasBody = true;
        break;
      case 'p':
        this.endParagraph();
        this.paragraph = { text: '', deleted: false, lacks: false };
        break;
      case 'r':
        this.runs.push({});
        break;
      case 'tbl':
        this.endParagraph();
        this.count(4);
        this.tables.push({ builder: new TableBuilder(), above: [], row: null, cell: null });
        break;
      case 'tr':
        this.count();
        if (table) table.row = { deleted: false, before: 0, cells: [] };
        break;
      case 'tc':
        this.endParagraph();
        this.count();
        if (table?.row && !table.cell) {
          table.cell = { columns: 1, merge: '', text: '' };
          this.stories.push({ blocks: [], before: '' });
        }
        break;
      case 'tab':
        this.write('\t');
        break;
      case 'noBreakHyphen':
        this.write('\u2011');
        break;
      case 'cr':
        this.write('\n');
        break;
      case 'br':
        if (!/^(?:page|column)$/u.test(attribute('type') ?? '')) this.write('\n');
        break;
      case 'sym':
        this.write(symbol(attribute('font') ?? '', attribute('char') ?? ''));
        break;
    }
  }

  private describeParagraph(name: string, attribute: Attributes): void {
    const { paragraph } = this;
    if (!paragraph) return;
    if (name === 'numId') paragraph.numId = attribute('val');
    else if (name === 'ilvl') paragraph.level = whole(attribute('val'), 8);
    else if (name === 'pStyle') paragraph.style = attribute('val');
  }

  private describeRun(name: string, attribute: Attributes): void {
    const run = this.runs.at(-1);
    if (!run) return;
    if (name === 'rStyle') run.style = attribute('val');
    else addLook(run, name, attribute);
  }

  private describeRow(row: Row, name: string, attribute: Attributes): void {
    if (name === 'del') row.deleted = true;
    else if (name === 'gridBefore') row.before = whole(attribute('val'), limits.columns);
    else if (name === 'hidden' && isOn(attribute)) {
      row.deleted = true;
      this.found.hidden += 1;
    }
  }

  private describeCell(name: string, attribute: Attributes): void {
    const cell = this.tables.at(-1)?.cell;
    if (!cell) return;
    if (name === 'gridSpan') cell.columns = whole(attribute('val'), 1000) || 1;
    else if (name === 'vMerge') cell.merge = attribute('val') === 'restart' ? 'restart' : 'continue';
  }

  private write(text: string): void {
    const { paragraph } = this;
    const run = this.runs.at(-1);
    if (!paragraph || !run) return;
    if (this.isLeftOut(run, paragraph)) {
      paragraph.lacks = true;
      return;
    }
    this.characters += text.length;
    if (this.characters > limits.characters) throw tooManyCharacters();
    paragraph.text += text;
  }

  /** Whether a run is hidden or struck out, by itself or by its styles; told once of each. */
  private isLeftOut(run: Run, paragraph: OpenParagraph): boolean {
    if (run.leftOut !== undefined) return run.leftOut;
    const is = (look: keyof Look): boolean => {
      const by = (style: string | undefined) =>
        this.styles.find(style, (each) => each[look] !== undefined)?.[look] ?? false;
      // What the styles of paragraph and run both say is off again.
      return run[look] ?? by(paragraph.style) !== by(run.style);
    };
    const why = is('hidden') ? 'hidden' : is('struck') ? 'struck' : null;
    if (why !== null) this.found[why] += 1;
    run.leftOut = why !== null;
    return run.leftOut;
  }

  private endParagraph(): void {
    const { paragraph } = this;
    const story = this.stories.at(-1);
    this.paragraph = null;
    this.runs.length = 0;
    if (!paragraph || !story || this.tables.some(({ row }) => row?.deleted)) return;
    const text = story.before + paragraph.text;
    story.before = '';
    if (paragraph.deleted) {
      story.before = text;
      return;
    }
    const number = this.numbers.before(paragraph);
    // Where all of an item is struck out or hidden, its number is too.
    if (text === '' && (number === '' || paragraph.lacks)) return;
    this.count();
    story.blocks.push({ number, text });
  }

  private endCell(): void {
    this.endParagraph();
    const table = this.tables.at(-1);
    if (!table?.row || !table.cell) return;
    const story = this.stories.pop();
    if (story) table.cell.text = textOf(story);
    table.row.cells.push(table.cell);
    table.cell = null;
  }

  private endRow(): void {
    const table = this.tables.at(-1);
    if (!table?.row) return;
    const { builder, above, row } = table;
    table.row = null;
    const number = row.deleted ? builder.table.grid.length : builder.row();
    let column = row.before;
    for (const { columns, merge, text } of row.cells) {
      const over = above[column];
      if (merge === 'continue' && over && over.row + over.rows === number) {
        if (!row.deleted) builder.extend(over);
      } else if (row.deleted) above[column] = undefined;
      else {
        const own = { row: number, column, rows: 1, columns };
        builder.cell(text, own);
        above[column] = own;
      }
      column += columns;
    }
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    if (table.cell) this.stories.pop();
    const story = this.stories.at(-1);
    if (!story) return;
    const { grid } = table.builder.table;
    // A table within a cell is lines of the cell.
    if (story === this.body) story.blocks.push(table.builder.table);
    else for (const cells of grid) story.blocks.push({ number: '', text: cells.filter(Boolean).join(' ') });
  }

  private count(pieces = 1): void {
    this.pieces += pieces;
    if (this.pieces > limits.wordPieces) {
      throw tooLarge(
        `文档的段落和单元格超过 ${limits.wordPieces} 个`,
        `the document has more than ${limits.wordPieces} paragraphs and cells`,
      );
    }
  }
}

/** Ends what a paragraph without an end of its own left. */
function endStory(story: Story): void {
  if (story.before !== '') story.blocks.push({ number: '', text: story.before });
  story.before = '';
}

function textOf(story: Story): string {
  endStory(story);
  return linesOf(story.blocks.filter((block): block is Paragraph => !isTable(block))).join('\n');
}

/** A character of a symbol font. Word may put it into a private range. */
const symbol = (font: string, char: string): string =>
  (hex(font, char) ?? (/^F0..$/iu.test(char) ? hex(font, char.slice(2)) : undefined))?.string ?? '';
