import { formatNumber } from './numberFormats.ts';
import { whole, type WordStyles } from './wordStyles.ts';
import type { Attributes, XmlEvents } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  gap: string;
  style: string | undefined;
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
  private readonly styles: WordStyles;
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(styles: WordStyles) {
    this.styles = styles;
  }

  /** What is told of the part that describes the lists; it is read before any paragraph is asked for. */
  get events(): XmlEvents {
    const path: string[] = [];
    const at: Place = { list: null, numbered: null, level: null, overridden: 0 };
    return {
      open: (name, attribute) => {
        path.push(name);
        this.describe(name, attribute, at);
      },
      close: () => {
        if (path.pop() === 'lvl') at.level = null;
      },
    };
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
    const named = this.styles.find(style, (each) => each.numId !== undefined);
    const id = numId ?? named?.numId;
    if (level !== undefined || id === undefined) return { numId: id, level: level ?? 0 };
    const levels = this.lists.get(this.resolve(id)?.list ?? '')?.levels ?? new Map<number, Level>();
    const linked = [...levels].find(([, { style: of }]) => of !== undefined && of === named?.id)?.[0];
    return { numId: id, level: linked ?? named?.level ?? 0 };
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

  private describe(name: string, attribute: Attributes, at: Place): void {
    const value = attribute('val');
    switch (name) {
      case 'abstractNum':
        at.list = { levels: new Map(), styleLink: undefined };
        at.numbered = null;
        this.lists.set(attribute('abstractNumId') ?? '', at.list);
        break;
      case 'numStyleLink':
        if (at.list) at.list.styleLink = value;
        break;
      case 'num':
        at.list = null;
        at.numbered = { list: '', starts: new Map() };
        this.numbered.set(attribute('numId') ?? '', at.numbered);
        break;
      case 'abstractNumId':
        if (at.numbered) at.numbered.list = value ?? '';
        break;
      case 'lvlOverride':
        at.overridden = whole(attribute('ilvl'), 8);
        break;
      case 'startOverride':
        at.numbered?.starts.set(at.overridden, whole(value, 32_767));
        break;
      case 'lvl':
        at.level = { start: 1, format: 'decimal', text: '', gap: ' ', style: undefined };
        // A level within a numbering, not within a list, belongs to that numbering alone and is rare: the list's own is kept.
        at.list?.levels.set(whole(attribute('ilvl'), 8), at.level);
        break;
      default:
        if (at.level) describeLevel(at.level, name, value);
    }
  }
}

/** Where the reading of the lists stands. */
interface Place {
  list: List | null;
  numbered: Numbered | null;
  level: Level | null;
  overridden: number;
}

function describeLevel(level: Level, name: string, value: string | undefined): void {
  switch (name) {
    case 'start':
      level.start = whole(value, 32_767);
      break;
    case 'numFmt':
      level.format = value ?? 'decimal';
      break;
    case 'lvlText':
      level.text = (value ?? '').slice(0, 40);
      break;
    case 'suff':
      if (value === 'nothing') level.gap = '';
      break;
    case 'pStyle':
      level.style = value;
      break;
  }
}
