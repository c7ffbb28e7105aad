import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import { limits, tooLarge, tooManyCharacters, tooManyColumns } from './limits.ts';
import type { ListNumbers } from './listNumbers.ts';
import { attribute, escapeXml, wordPrefix, xmlTokens } from './xml.ts';

/** Left out with all that they hold. */
const dropped = new Set(
  `del moveFrom delText pPrChange rPrChange tcPrChange tblPrChange trPrChange sectPrChange tblGridChange tblPr tblGrid tblPrEx sectPr
   drawing pict object mc:Choice sdtPr sdtEndPr footnoteReference endnoteReference commentReference annotationRef rt rubyPr instrText
   fldData`.split(/\s+/u),
);
/** Kept as they are, without their attributes. */
const kept = new Set('document body tbl tr tc p r t tab br cr noBreakHyphen'.split(' '));

interface Paragraph {
  numId?: string;
  level?: number;
  style?: string;
  deleted: boolean;
}
const on = (attributes: string): boolean => !/^(?:0|false|off)$/u.test(attribute(attributes, 'val') ?? '1');

/**
 * A Word document's body with what matters to a list: text as it reads once every tracked change is accepted, the numbers that Word
 * counts written out, tables with their merged cells. Notes, hidden and struck text, pictures and the look are left out; what was text is told.
 */
export function wordText(xml: string, numbers: ListNumbers, report: Report): string {
  const w = wordPrefix(xml);
  const out = new WordPieces();
  const path: string[] = [];
  const found = { inserted: 0, deleted: 0, notes: 0, hidden: 0, struck: 0, boxes: 0 };
  let skipping = 0;
  let paragraph: Paragraph = { deleted: false };
  /** Whether the run at hand is left out: hidden, or struck out. */
  let hiddenRun = false;
  let row = { deleted: false, before: 0 };
  let cell = { span: 1, merge: '' };

  const open = (name: string, attributes: string): void => {
    const parent = path.at(-1);
    path.push(name);
    if (name === 'txbxContent') found.boxes += 1;
    if (skipping > 0) return;
    if (name === 'del' && parent === 'rPr' && path.at(-3) === 'pPr') {
      paragraph.deleted = true;
      found.deleted += 1;
    } else if (name === 'del' && parent === 'trPr') {
      row.deleted = true;
      found.deleted += 1;
    } else if (name === 'hidden' && parent === 'trPr' && on(attributes)) {
      row.deleted = true;
      found.hidden += 1;
    } else if (name === 'del' || name === 'moveFrom') found.deleted += 1;
    else if (name === 'ins' || name === 'moveTo') found.inserted += 1;
    else if (name === 'footnoteReference' || name === 'endnoteReference') found.notes += 1;
    if (dropped.has(name)) {
      skipping = path.length;
      return;
    }
    const value = attribute(attributes, 'val');
    if (path.includes('pPr')) {
      if (name === 'pPr') paragraph = { deleted: false };
      if (name === 'numId' && value !== undefined) paragraph.numId = value;
      if (name === 'ilvl') paragraph.level = Math.min(8, Number(value) || 0);
      if (name === 'pStyle' && value !== undefined) paragraph.style = value;
      return;
    }
    if (parent === 'rPr' || name === 'rPr') {
      if (name === 'vanish' && on(attributes) && !hiddenRun) {
        hiddenRun = true;
        found.hidden += 1;
      }
      if ((name === 'strike' || name === 'dstrike') && on(attributes) && !hiddenRun) {
        hiddenRun = true;
        found.struck += 1;
      }
      return;
    }
    if (name === 'trPr') row = { deleted: false, before: 0 };
    else if (name === 'gridBefore') row.before = Math.min(limits.columns, Number(value) || 0);
    else if (name === 'tcPr') cell = { span: 1, merge: '' };
    else if (name === 'gridSpan') cell.span = Number(value) || 1;
    else if (name === 'vMerge') cell.merge = value === 'restart' ? 'restart' : 'continue';
    if (cell.span > limits.columns) throw tooManyColumns(0);
    if (name === 'r') hiddenRun = false;
    if (name === 'sym' && !hiddenRun) out.push(symbol(attributes));
    else if (kept.has(name) && !(hiddenRun && path.includes('r') && name !== 'r')) {
      const written = name === 'cr' ? 'br' : name;
      const page = name === 'br' && /type\s*=\s*["'](?:page|column)/u.test(attributes);
      out.push(page ? '<w:r>' : `<w:${written}${name === 'document' ? namespace : ''}>`);
      if (page) path[path.length - 1] = 'page';
    }
  };

  const close = (): void => {
    const name = path.pop() ?? '';
    if (skipping > 0) {
      if (path.length < skipping) skipping = 0;
      return;
    }
    if (path.includes('pPr') || name === 'rPr' || path.at(-1) === 'rPr') return;
    if (name === 'pPr') {
      const number = paragraph.deleted ? '' : numbers.before(paragraph);
      if (paragraph.deleted) out.push('<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>');
      if (number !== '') out.push('<w:r>', '<w:t>', escapeXml(number), '</w:t>', '</w:r>');
    } else if (name === 'trPr') {
      if (row.deleted) out.push('<w:trPr><w:del/></w:trPr>');
      if (row.before > 0) out.push(`<w:tc>${spanOf(row.before)}<w:p></w:p></w:tc>`);
    } else if (name === 'tcPr') out.push(spanOf(cell.span, cell.merge));
    else if (name === 'page') out.push('</w:r>');
    else if (kept.has(name) && !(hiddenRun && path.includes('r') && name !== 'r')) {
      out.push(`</w:${name === 'cr' ? 'br' : name}>`);
    }
    if (name === 'r') hiddenRun = false;
  };

  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (skipping === 0 && path.at(-1) === 't' && !hiddenRun) out.push(escapeXml(token.text));
    } else if (token.kind === 'close') close();
    else open(token.name.startsWith(w) ? token.name.slice(w.length) : token.name, token.attributes);
  }

  if (found.inserted + found.deleted > 0) {
    report('tracked-changes', { text: String(found.inserted), detail: String(found.deleted) });
  }
  if (found.notes > 0) report('notes-left-out', { detail: String(found.notes) });
  if (found.hidden > 0) report('hidden-text', { detail: String(found.hidden) });
  if (found.struck > 0) report('struck-text', { detail: String(found.struck) });
  if (found.boxes > 0) report('boxes-left-out');
  return out.joined();
}

/**
 * What is written for mammoth, which makes several trees of it: a small file of short paragraphs could fill the memory. Runs that follow
 * each other are one, since nothing is kept of their look.
 */
class WordPieces {
  private readonly pieces: string[] = [];
  private count = 0;
  private characters = 0;

  push(...pieces: string[]): void {
    for (const piece of pieces) {
      const isContinued = piece === '<w:r>' || piece === '<w:t>';
      if (isContinued && this.pieces.at(-1) === `</${piece.slice(1)}`) this.pieces.pop();
      else this.add(piece);
    }
  }

  private add(piece: string): void {
    this.pieces.push(piece);
    if (piece.startsWith('</')) return;
    // A table's parts weigh more than a paragraph or a run.
    this.count += /^<w:t(?:bl|r|c)>/u.test(piece) ? 2 : 1;
    if (!piece.startsWith('<')) this.characters += piece.length;
    if (this.count > limits.wordPieces) {
      throw tooLarge(
        `文档的段落、单元格和文字片段超过 ${limits.wordPieces} 个`,
        `the document has more than ${limits.wordPieces} paragraphs, cells and pieces of text`,
      );
    }
    if (this.characters > limits.characters) throw tooManyCharacters();
  }

  joined(): string {
    return this.pieces.join('');
  }
}

const namespace = ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const spanOf = (span: number, merge = ''): string =>
  `<w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge === '' ? '' : `<w:vMerge w:val="${merge}"/>`}</w:tcPr>`;

/** A character of a symbol font, which mammoth knows how to read. */
function symbol(attributes: string): string {
  const clean = (name: string) => (attribute(attributes, name) ?? '').replace(/[^\w ]/gu, '');
  return `<w:sym w:font="${clean('font')}" w:char="${clean('char')}"/>`;
}
