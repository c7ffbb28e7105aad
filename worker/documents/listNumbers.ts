import { attribute, wordPrefix, xmlTokens } from './xml.ts';
import { formatNumber } from './numberFormats.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  gap: string;
  style: string | undefined;
}
interface NumberingStyle {
  numId: string | undefined;
  level: number | undefined;
  basedOn: string | undefined;
}
interface List {
  levels: Map<number, Level>;
  styleLink: string | undefined;
}
interface Numbered {
  list: string;
  starts: Map<number, number>;
}

/** What a paragraph says of its own number. */
export interface NumberedParagraph {
  numId?: string | undefined;
  level?: number | undefined;
  style?: string | undefined;
}

/**
 * The numbers that Word counts by itself: they stand nowhere in the text, but are printed before it. Asked paragraph by paragraph, in the
 * order of the document, it gives the words before each (`1. `, `（二）`), or none.
 */
export class ListNumbers {
  private readonly lists = new Map<string, List>();
  private readonly numbered = new Map<string, Numbered>();
  private readonly styles = new Map<string, NumberingStyle>();
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(numberingXml: string | null, stylesXml: string | null) {
    if (numberingXml !== null) this.readNumbering(numberingXml);
    if (stylesXml !== null) this.readStyles(stylesXml);
  }

  before(paragraph: NumberedParagraph): string {
    const { numId, level } = this.placeOf(paragraph);
    const numbered = numId === undefined ? undefined : this.resolve(numId);
    const levels = numbered && this.lists.get(numbered.list)?.levels;
    const own = levels?.get(level);
    if (!numId || !numbered || !levels || !own) return '';
    const counts = this.counts.get(numbered.list) ?? [];
    this.counts.set(numbered.list, counts);
    if (!this.begun.has(numId)) {
      this.begun.add(numId);
      for (const at of numbered.starts.keys()) counts.length = Math.min(counts.length, at);
    }
    const startOf = (at: number) => numbered.starts.get(at) ?? levels.get(at)?.start ?? 1;
    for (let at = counts.length; at < level; at += 1) counts[at] = startOf(at);
    const before = counts[level];
    counts[level] = before === undefined ? startOf(level) : before + 1;
    counts.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      return formatNumber(counts[at] ?? startOf(at), levels.get(at)?.format ?? 'decimal');
    });
    return text === '' ? '' : text + own.gap;
  }

  /** The list and level of a paragraph: its own, or those of its style and of what that is based on. */
  private placeOf({ numId, level, style }: NumberedParagraph): { numId: string | undefined; level: number } {
    let named = style;
    let own: NumberingStyle | undefined;
    for (let steps = 0; named !== undefined && steps < 12; steps += 1) {
      own = this.styles.get(named);
      if (own?.numId !== undefined) break;
      named = own?.basedOn;
    }
    const id = numId ?? own?.numId;
    if (level !== undefined || id === undefined) return { numId: id, level: level ?? 0 };
    const levels = this.lists.get(this.resolve(id)?.list ?? '')?.levels ?? new Map<number, Level>();
    const linked = [...levels].find(([, { style: of }]) => of !== undefined && of === named)?.[0];
    return { numId: id, level: linked ?? own?.level ?? 0 };
  }

  /** A numbering may only point at a style, and the style at another numbering. */
  private resolve(numId: string): Numbered | undefined {
    let found = this.numbered.get(numId);
    for (let steps = 0; steps < 4 && found; steps += 1) {
      const link = this.lists.get(found.list)?.styleLink;
      const next = link === undefined ? undefined : this.styles.get(link)?.numId;
      if (next === undefined) return found;
      found = this.numbered.get(next);
    }
    return found;
  }

  private readNumbering(xml: string): void {
    const w = wordPrefix(xml);
    let list: List | null = null;
    let numbered: Numbered | null = null;
    let level: Level | null = null;
    let overridden: number | null = null;
    for (const token of xmlTokens(xml)) {
      if (token.kind === 'close' && token.name === `${w}lvl`) level = null;
      if (token.kind !== 'open' || !token.name.startsWith(w)) continue;
      const { attributes } = token;
      const value = attribute(attributes, 'val');
      switch (token.name.slice(w.length)) {
        case 'abstractNum':
          list = { levels: new Map(), styleLink: undefined };
          numbered = null;
          this.lists.set(attribute(attributes, 'abstractNumId') ?? '', list);
          break;
        case 'numStyleLink':
          if (list) list.styleLink = value;
          break;
        case 'num':
          list = null;
          numbered = { list: '', starts: new Map() };
          this.numbered.set(attribute(attributes, 'numId') ?? '', numbered);
          break;
        case 'abstractNumId':
          if (numbered) numbered.list = value ?? '';
          break;
        case 'lvlOverride':
          overridden = small(attribute(attributes, 'ilvl'), 8);
          break;
        case 'startOverride':
          if (numbered) numbered.starts.set(overridden ?? 0, small(value, 32_767));
          break;
        case 'lvl':
          level = { start: 1, format: 'decimal', text: '', gap: ' ', style: undefined };
          // A level within a numbering, not within a list, belongs to that numbering alone and is rare: the list's own is kept.
          list?.levels.set(small(attribute(attributes, 'ilvl'), 8), level);
          break;
        case 'start':
          if (level) level.start = small(value, 32_767);
          break;
        case 'numFmt':
          if (level) level.format = value ?? 'decimal';
          break;
        case 'lvlText':
          if (level) level.text = (value ?? '').slice(0, 40);
          break;
        case 'suff':
          if (level && value === 'nothing') level.gap = '';
          break;
        case 'pStyle':
          if (level) level.style = value;
          break;
      }
    }
  }

  private readStyles(xml: string): void {
    const w = wordPrefix(xml);
    let style: NumberingStyle | null = null;
    for (const token of xmlTokens(xml)) {
      if (token.kind !== 'open' || !token.name.startsWith(w)) continue;
      const value = attribute(token.attributes, 'val');
      switch (token.name.slice(w.length)) {
        case 'style':
          style = { numId: undefined, level: undefined, basedOn: undefined };
          this.styles.set(attribute(token.attributes, 'styleId') ?? '', style);
          break;
        case 'basedOn':
          if (style) style.basedOn = value;
          break;
        case 'numId':
          if (style) style.numId = value;
          break;
        case 'ilvl':
          if (style) style.level = small(value, 8);
          break;
      }
    }
  }
}

const small = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(0, Math.trunc(Number(value ?? 0)) || 0));
