import { foldDigits, isBlank, trimBlanks } from './characters.ts';
import { numberRange } from './chineseNumber.ts';
import type { Report } from './diagnosticCatalogue.ts';

/** One numbered item of a cell: its number as printed (`null` where none is), and its text as printed, without the number. */
export type Item = { number: string | null; text: string; glued: boolean };

type Marker = { number: string; value: number; style: string; start: number; end: number; glued: boolean };

/** A number with its mark: `1.` `1、` `1）` `（1）`, in ASCII characters. */
const marker = /([（(]?)(\d{1,2})([.、)）])/gu;
const sentenceEnds = '。；;！!？?…：:';

/**
 * The numbered items of a cell (I3). A number counts as an item's where it begins the cell, a line or a sentence, or stands after a
 * blank and is the next one; all items of a cell carry the mark of the first. Text before the first number is an item without one.
 */
export function splitItems(untrimmed: string): Item[] {
  const cell = trimBlanks(untrimmed);
  const markers = findMarkers(cell);
  const first = markers[0];
  const items: Item[] = [];
  const lead = trimBlanks(cell.slice(0, first?.start ?? cell.length));
  if (lead !== '') items.push({ number: null, text: lead, glued: false });
  markers.forEach(({ number, end, glued }, index) => {
    items.push({
      number,
      text: trimBlanks(cell.slice(end, markers[index + 1]?.start ?? cell.length)),
      glued,
    });
  });
  return items;
}

function findMarkers(cell: string): Marker[] {
  const folded = foldDigits(cell);
  const found: Marker[] = [];
  for (const match of folded.matchAll(marker)) {
    const [whole, open = '', digits = '', close = ''] = match;
    const start = match.index;
    const bracketed = close === ')' || close === '）';
    if (open !== '' && !bracketed) continue;
    const candidate: Marker = {
      number: trimBlanks(cell.slice(start + open.length, start + open.length + digits.length)),
      value: Number(digits),
      style: open === '' ? close.replace('）', ')') : '()',
      start,
      end: start + whole.length,
      // Only a full stop can be taken for a decimal point.
      glued: close === '.' && /\d/u.test(folded.charAt(start + whole.length)),
    };
    if (accepts(folded, candidate, found.at(-1))) found.push(candidate);
  }
  return found;
}

function accepts(text: string, candidate: Marker, previous: Marker | undefined): boolean {
  const place = placeOf(text, candidate.start);
  const following = text.slice(candidate.end, candidate.end + 12);
  if (previous === undefined) return place === 'start' || (place === 'sentence' && candidate.value === 1);
  if (candidate.style !== previous.style) return false;
  const next = candidate.value === previous.value + 1;
  if (place === 'blank') return next && !candidate.glued;
  if (place === 'inside') return false;
  // After a number, digits are an item's text only where the number is the next one, or where they begin a date.
  return !candidate.glued || next || /^\d{1,2}\s*月/u.test(following);
}

type Place = 'start' | 'sentence' | 'blank' | 'inside';

/** What stands before a number: nothing, the end of a sentence or line, a blank, or text. */
function placeOf(text: string, start: number): Place {
  let at = start - 1;
  while (at >= 0 && isBlank(text.charAt(at))) {
    if (text.charAt(at) === '\n' || text.charAt(at) === '\r') return 'sentence';
    at -= 1;
  }
  if (at < 0) return 'start';
  if (sentenceEnds.includes(text.charAt(at))) return 'sentence';
  return at < start - 1 ? 'blank' : 'inside';
}

/** Says which printed numbers are missing, repeated, skipped or out of order (I3). Nothing is renumbered. */
export function checkNumbers(
  items: readonly { code: string; number: string | null; glued: boolean; text: string }[],
  report: Report,
  cell: { row: number; column: number },
): void {
  const seen = new Set<number>();
  let previous = 0;
  for (const { code: at, number, glued, text } of items) {
    if (number === null) {
      report('number-missing', { at, ...cell });
      continue;
    }
    const value = Number(foldDigits(number));
    if (seen.has(value)) report('number-repeated', { at, text: number, ...cell });
    else if (value > previous + 1)
      report('number-skipped', { at, text: number, detail: numberRange(previous + 1, value - 1), ...cell });
    else if (value <= previous) report('number-out-of-order', { at, text: number, ...cell });
    if (glued) report('number-glued', { at, text: `${number}.${text.slice(0, 8)}`, detail: number, ...cell });
    seen.add(value);
    previous = Math.max(previous, value);
  }
}
