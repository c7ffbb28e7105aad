import { foldDigits, isBlank, trimBlanks } from '../text/characters.ts';
import { chineseNumber, numberRange } from '../text/chineseNumber.ts';
import type { Report } from '../diagnostics/catalogue.ts';
import type { Extent, OrderedExtents } from '../text/extent.ts';
import { matchesIn } from '../text/extent.ts';
import { wordMarks } from './wordMarks.ts';
import type { CellPosition } from './cellPosition.ts';

/**
 * One numbered item of a cell: its number as printed (`null` where none is), what it counts, and its text as printed, without the
 * number. It begins at `start` of the trimmed cell; its text stands between `from` and `to`.
 */
export type Item = {
  number: string | null;
  value: number;
  text: string;
  glued: boolean;
  start: number;
  from: number;
  to: number;
  /** The next number with the words behind it, where it stands within the text and may be an item's. */
  inside?: string;
};

type Marker = {
  number: string;
  value: number;
  style: string;
  start: number;
  end: number;
  glued: boolean;
  /** Part of a run that counts up from one. */
  isOfRun?: true;
};

/** A number with its mark: `1.` `1、` `1）` `（1）`, in ASCII characters. */
const marker = /([（(]?)(\d{1,2})([.、)）])/gu;
const numeralInBrackets = /[（(](?<numeral>[一二三四五六七八九十]{1,3})[)）]/gu;
/** 一是, 二是: an enumeration in a sentence. */
const spoken = /(?<numeral>[一二三四五六七八九十]{1,2})是/gu;
/** Numbers of one character with their mark: the first of each run, by code. */
const glyph = /[①-⑳⑴-⒇⒈-⒛❶-❿➀-➓㈠-㈩㊀-㊉]/gu;
const firstGlyphs = [...'㊀㈠➊➀❶⒈⑴①'].map((first) => first.charCodeAt(0));
const sentenceEnds = '。；;！!？?…：:';

/**
 * The numbered items of a cell (I3). A number counts as an item's where it begins the cell, a line or a sentence, or
 * stands after a blank and is the next one. All items of a cell carry the mark of the first. Text before the first number is an item without one.
 */
export function splitItems(untrimmed: string): Item[] {
  const cell = trimBlanks(untrimmed);
  const { found: markers, candidates } = findMarkers(cell);
  const first = markers[0];
  let passed = 0;
  const items: Item[] = [];
  const lead = unnumbered(cell, 0, first?.start ?? cell.length);
  if (lead.text !== '') items.push(lead);
  markers.forEach((mark, index) => {
    const { number, value, start, end: from, glued } = mark;
    const next = markers[index + 1];
    const to = next?.start ?? cell.length;
    /** The styles of the candidates within the item so far. */
    const styles = new Set<string>();
    let inside: Marker | undefined;
    for (let each = candidates[passed]; each !== undefined && each.start < to; each = candidates[passed]) {
      passed += 1;
      if (each.start < from || next?.value === value + 1 || inside !== undefined) continue;
      // 1. … （1）… （2）…: what counts anew within the item.
      const countsAnew = styles.has(each.style) && each.style !== mark.style;
      if (!countsAnew && mayFollow(cell, each, mark)) inside = each;
      styles.add(each.style);
    }
    items.push({
      ...{ number, value, text: trimBlanks(cell.slice(from, to)), glued, start, from, to },
      ...(inside && { inside: cell.slice(inside.start, inside.end + 8) }),
    });
  });
  return items;
}

/** A stretch of a cell as an item without a number. */
export function unnumbered(cell: string, from: number, to: number): Item {
  return {
    number: null,
    value: 0,
    text: trimBlanks(cell.slice(from, to)),
    glued: false,
    start: from,
    from,
    to,
  };
}

function findMarkers(cell: string): { found: Marker[]; candidates: Marker[] } {
  const folded = foldDigits(cell);
  const found: Marker[] = [];
  const candidates = [...withDigits(cell, folded), ...withNumerals(cell), ...inRuns(cell)].sort(
    (a, b) => a.start - b.start,
  );
  const context = { text: folded, brackets: bracketsOf(folded), firsts: matchesIn(folded, beginsToCount) };
  for (const candidate of candidates) {
    if (accepts(context, candidate, found.at(-1))) found.push(candidate);
  }
  return { found, candidates };
}

function* withDigits(cell: string, folded: string): Generator<Marker> {
  for (const match of folded.matchAll(marker)) {
    const [whole, open = '', digits = '', close = ''] = match;
    const start = match.index;
    const bracketed = close === ')' || close === '）';
    if (open !== '' && !bracketed) continue;
    // 3.15前 and 3.15完成 are a day of March.
    if (
      close === '.' &&
      /^\d{1,2}(?:[、和及与]\d{1,2}\.\d{1,2}){0,11}(?:(?:之|以)?前|完成)/u.test(
        folded.slice(start + whole.length),
      )
    )
      continue;
    yield {
      number: trimBlanks(cell.slice(start + open.length, start + open.length + digits.length)),
      value: Number(digits),
      style: open === '' ? close.replace('）', ')') : '()',
      start,
      end: start + whole.length,
      // Only a full stop can be taken for a decimal point.
      glued: close === '.' && /\d/u.test(folded.charAt(start + whole.length)),
    };
  }
}

/** Marks of Chinese numerals and glyphs; their numbers are kept with their marks, since 一是 without 是 says nothing. */
function* withNumerals(cell: string): Generator<Marker> {
  for (const { 0: number, index: start } of cell.matchAll(glyph)) {
    const code = number.charCodeAt(0);
    const first = firstGlyphs.find((one) => one <= code) ?? code;
    const style = String.fromCharCode(first);
    yield { number, value: code - first + 1, style, start, end: start + 1, glued: false };
  }
  for (const [style, pattern] of [
    ['（一）', numeralInBrackets],
    ['一是', spoken],
  ] as const) {
    for (const { 0: number, index: start, groups } of cell.matchAll(pattern)) {
      const value = chineseNumber(groups?.['numeral'] ?? '');
      if (value) yield { number, value, style, start, end: start + number.length, glued: false };
    }
  }
}

/** Words that are marks only where they count up from one, at least to two, each where an item may begin. */
function* inRuns(cell: string): Generator<Marker> {
  for (const { style, marks } of wordMarks(cell)) {
    const run: Marker[] = [];
    for (const mark of marks) {
      const last = run.at(-1)?.value ?? 0;
      const before = whatStandsBefore(cell, mark.start);
      const isNext = mark.value === last + 1;
      const mayBegin =
        before === 'start' ||
        before === 'sentence' ||
        (isNext &&
          last > 0 &&
          (before === 'blank' || (style === '一要' && cell.charAt(mark.start - 1) === '，')));
      // A gap within a run that has begun is told, as any is.
      if (mayBegin && (isNext || (run.length > 1 && mark.value > last)))
        run.push({ ...mark, style, glued: false, isOfRun: true });
    }
    if (run.length > 1) yield* run;
  }
}

/** The cell with ASCII digits, where its brackets stand, and where something begins to count from one. */
type CellContext = { text: string; brackets: Brackets; firsts: OrderedExtents<Extent> };

function accepts(context: CellContext, candidate: Marker, previous: Marker | undefined): boolean {
  const { text } = context;
  const before = whatStandsBefore(text, candidate.start);
  const following = text.slice(candidate.end, candidate.end + 12);
  // 1.15日前 begins a list, and 3.15日前 a sentence.
  if (candidate.glued && /^\d{1,2}[日号](?:之|以)?前/u.test(following)) {
    return before !== 'inside' && candidate.value === (previous?.value ?? 0) + 1;
  }
  if (previous === undefined) return before === 'start' || (before === 'sentence' && candidate.value === 1);
  if (candidate.style !== previous.style) return false;
  if (candidate.isOfRun === true) return true;
  const next = candidate.value === previous.value + 1;
  if (
    next &&
    (isGlyph(candidate) || (candidate.style === '一是' && text.charAt(candidate.start - 1) === '，'))
  )
    return true;
  if (before === 'blank') return next && !candidate.glued;
  if (before === 'inside') return isSurelyNext(context, candidate, previous);
  // After a number, digits are an item's text only where the number is the next one, or where they begin a date.
  return !candidate.glued || next || /^\d{1,2}\s*月/u.test(following);
}

/** What refers to a number, so that it begins nothing: 附件2, 第（2）项. */
const refers = /(?:附件|附表|附录|[表图第条款项号级类见和及至或、A-Za-z\d.])$/u;
const longestReference = 2;
const counted = /^[项条款类种个家级号处套座台名人次、，和及至或）)]/u;
const month = /^\d{1,2}\s*月/u;

/** Whether a number within a text may begin the next item: no decimal (2.5兆帕), and nothing that is referred to. */
function mayFollow(cell: string, candidate: Marker, previous: Marker): boolean {
  const { value, start, end, glued } = candidate;
  if (value !== previous.value + 1) return false;
  let last = start;
  while (last > previous.end && isBlank(cell.charAt(last - 1))) last -= 1;
  const above = cell.slice(Math.max(previous.end, last - longestReference), last);
  const behind = foldDigits(cell.slice(end, end + 12));
  if (above === '' || refers.test(above) || counted.test(behind)) return false;
  return month.test(behind) || (!glued && /^\s*\p{Script=Han}/u.test(behind));
}

/** Whether it can be nothing else: a number with a full stop before a month or word, or in brackets, where none counts anew before it. */
function isSurelyNext({ text, brackets, firsts }: CellContext, candidate: Marker, previous: Marker): boolean {
  if (!['.', ')', '()', '（一）'].includes(candidate.style)) return false;
  if (candidate.style !== previous.style || !mayFollow(text, candidate, previous)) return false;
  const isInBrackets = candidate.style === ')' && brackets.isOpenAt(candidate.start, previous.end);
  return !isInBrackets && firsts.firstEndFrom(previous.end) > candidate.start;
}

type Brackets = {
  /** Whether a bracket opens behind `from` that is not closed before `position`. */
  isOpenAt(position: number, from: number): boolean;
};

function bracketsOf(text: string): Brackets {
  const [opening, closing] = [matchesIn(text, /[（(]/gu), matchesIn(text, /[）)]/gu)];
  return {
    isOpenAt(position, from) {
      const opened = opening.lastEndingBy(position)?.start ?? -1;
      return opened >= from && opened > (closing.lastEndingBy(position)?.start ?? -1);
    },
  };
}

const beginsToCount = /(?<!\d)1[.、)）]|[（(]一[）)]/gu;

const isGlyph = ({ style }: Marker) => firstGlyphs.includes(style.charCodeAt(0));

type Before = 'start' | 'sentence' | 'blank' | 'inside';

/** What stands before a number: nothing, the end of a sentence or line, a blank, or text. */
function whatStandsBefore(text: string, start: number): Before {
  let at = start - 1;
  while (at >= 0 && isBlank(text.charAt(at))) {
    if (text.charAt(at) === '\n' || text.charAt(at) === '\r') return 'sentence';
    at -= 1;
  }
  if (at < 0) return 'start';
  if (sentenceEnds.includes(text.charAt(at))) return 'sentence';
  return at < start - 1 ? 'blank' : 'inside';
}

/**
 * Says which printed numbers are missing, repeated, skipped or out of order (I3). Nothing is renumbered. Numbers may run on from the
 * task above, which ended with `above`.
 */
export function checkNumbers(
  items: readonly (Item & { code: string; cell: CellPosition })[],
  report: Report,
  above = 0,
): void {
  const seen = new Set<number>();
  const first = items.find(({ number }) => number !== null)?.value;
  let previous = above > 0 && first === above + 1 ? above : 0;
  for (const { code: at, number, value, glued, text, inside, cell } of items) {
    if (number === null) {
      report('number-missing', { at, ...cell });
      continue;
    }
    if (seen.has(value)) report('number-repeated', { at, text: number, ...cell });
    else if (value > previous + 1)
      report('number-skipped', { at, text: number, detail: numberRange(previous + 1, value - 1), ...cell });
    else if (value <= previous) report('number-out-of-order', { at, text: number, ...cell });
    if (inside !== undefined) report('number-inside', { at, text: inside, ...cell });
    if (glued) report('number-glued', { at, text: `${number}.${text.slice(0, 8)}`, detail: number, ...cell });
    seen.add(value);
    previous = Math.max(previous, value);
  }
}
