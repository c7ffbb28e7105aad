import { foldDigits, trimBlanks } from '../text/characters.ts';
import { chineseNumber } from '../text/chineseNumber.ts';
import { startsWithLabel } from './labels.ts';
import type { NumberingLevel } from './levels.ts';
import { depthOf } from './levels.ts';

/** A stretch of a document: the row of its grid, where it begins in the row's text, and its words as printed. */
export type Stretch = { row: number; start: number; text: string };

/** A numbered place of the document with all that stands under it. */
export type OutlineNode = {
  level: NumberingLevel;
  /** The mark as printed (`（一）`), and what it counts. */
  mark: Stretch;
  value: number;
  /** What follows the mark on its line, and the lines below it, up to the next mark. */
  heading: Stretch;
  body: Stretch[];
  children: OutlineNode[];
  /** Whether the heading names whose all is that stands below it (一、区应急局). */
  isUnit?: true;
};

/** A document as numbered levels: what stands before the first mark, and the outermost nodes. */
export type Outline = { preamble: Stretch[]; roots: OutlineNode[] };

const numeral = '[一二三四五六七八九十]{1,3}';
const marks: readonly (readonly [NumberingLevel, RegExp])[] = [
  ['part', new RegExp(`^第(?<number>${numeral}|\\d{1,2})(?:部分|章|篇|板块)[、：:．.\\s]*`, 'u')],
  ['numeral', new RegExp(`^(?<number>${numeral})\\s?[、．.]\\s*`, 'u')],
  ['numeralInBrackets', new RegExp(`^[（(]\\s?(?<number>${numeral})\\s?[)）][、．.]?\\s*`, 'u')],
  // 3.15前 is a day, 2.5兆帕 an amount.
  ['digit', /^(?<number>\d{1,2})\s?[、.．](?!\d+(?:\.\d+)?(?:之?前|完成|[%兆千万]|[a-zA-Z]))\s*/u],
  ['digitInBrackets', /^(?:[（(]\s?(?<number>\d{1,2})\s?[)）]|(?<plain>\d{1,2})[)）])[、.．]?\s*/u],
  ['circled', /^(?<number>[①-⑳⑴-⒇])[、.．]?\s*/u],
];

type Mark = { level: NumberingLevel; value: number; length: number };

function markOf(text: string): Mark | null {
  const folded = foldDigits(text);
  for (const [level, pattern] of marks) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const number = match.groups?.['number'] ?? match.groups?.['plain'] ?? '';
    const value = level === 'circled' ? circledValue(number) : (chineseNumber(number) ?? Number(number));
    return { level, value, length: match[0].length };
  }
  return null;
}

const spoken = new RegExp(`^(?<number>${numeral})(?:是|要(?!求))[：:，]?`, 'u');

function spokenMarkOf(text: string): Mark | null {
  const match = spoken.exec(text);
  const value = chineseNumber(match?.groups?.['number'] ?? '');
  return match === null || value === null ? null : { level: 'digit', value, length: match[0].length };
}

const circledValue = (glyph: string): number =>
  glyph.charCodeAt(0) - (glyph >= '⑴' ? '⑴' : '①').charCodeAt(0) + 1;

/** 二、三季度 names two quarters within a sentence that a narrow page breaks; it is a heading where it is the next one. */
const namesTwo = new RegExp(`^${numeral}\\s?[、．.]${numeral}`, 'u');

function isNext(mark: Mark, open: readonly OutlineNode[], { roots }: Outline): boolean {
  const holder = open.findLast(({ level }) => depthOf(level) < depthOf(mark.level));
  const last = (holder?.children ?? roots).findLast(({ level }) => level === mark.level);
  return mark.value === (last?.value ?? 0) + 1;
}

/** The lines of a grid of text, without the blanks at their ends; line breaks within a cell part lines too. */
export function linesOf(grid: readonly (readonly string[])[]): Stretch[] {
  return grid.flatMap((cells, row) => {
    const text = cells.find((cell) => trimBlanks(String(cell)) !== '') ?? '';
    const lines: Stretch[] = [];
    let from = 0;
    for (const line of String(text).split(/[\r\n]/u)) {
      const trimmed = trimBlanks(line);
      if (trimmed !== '') lines.push({ row, start: from + line.indexOf(trimmed), text: trimmed });
      from += line.length + 1;
    }
    return lines;
  });
}

/** What a stretch says from a position on. */
export function fromOn({ row, start, text }: Stretch, at: number, to = text.length): Stretch {
  return { row, start: start + at, text: text.slice(at, to) };
}

/**
 * Orders lines by their marks. A mark whose words are a label (1.活动时间：) says something of the place above it, and is no place of its
 * own. What has no mark goes on with the place above.
 */
export function outlineOf(lines: readonly Stretch[]): Outline {
  const outline = orderedBy(lines, markOf);
  // 一是…, 二是… order a text that nothing else does.
  return outline.roots.length === 0 ? orderedBy(lines, spokenMarkOf) : outline;
}

function orderedBy(lines: readonly Stretch[], markOfLine: (text: string) => Mark | null): Outline {
  const outline: Outline = { preamble: [], roots: [] };
  const open: OutlineNode[] = [];
  for (const line of lines) {
    const mark = markOfLine(line.text);
    if (mark === null) {
      (open.at(-1)?.body ?? outline.preamble).push(line);
      continue;
    }
    const heading = fromOn(line, mark.length);
    if (mark.level === 'numeral' && namesTwo.test(line.text) && !isNext(mark, open, outline)) {
      (open.at(-1)?.body ?? outline.preamble).push(line);
      continue;
    }
    while (open.length > 0 && depthOf(open.at(-1)!.level) >= depthOf(mark.level)) open.pop();
    const above = open.at(-1);
    if (above !== undefined && startsWithLabel(heading.text)) {
      above.body.push(heading);
      continue;
    }
    const node: OutlineNode = {
      level: mark.level,
      mark: fromOn(line, 0, mark.length),
      value: mark.value,
      heading,
      body: [],
      children: [],
    };
    (above?.children ?? outline.roots).push(node);
    open.push(node);
  }
  return outline;
}

/** A node and all below it, in order. */
export function withAllBelow(node: OutlineNode): OutlineNode[] {
  return [node, ...node.children.flatMap(withAllBelow)];
}
