import { plainText, widthOf } from './plainText.ts';

/** So many characters of size 2 fit a line. */
const longest = 19.5;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What only ends a word, and never begins a line: the 品 of 危险化学品, the 年 of 2024年. */
const ending = /^[品的等性化率员业年月日周号、，。）》]$/u;

/** The words of a text, each with what only ends it. */
function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(text)) {
    if (ending.test(segment) && found.length > 0) found[found.length - 1] += segment;
    else found.push(segment);
  }
  return found;
}

/** Words in so many lines of nearly the same length; in more where they do not fit. */
function linesOf(pieces: readonly string[], count: number): string[] {
  const target = widthOf(pieces.join('')) / count;
  const lines: string[] = [];
  let at = '';
  for (const piece of pieces) {
    const before = widthOf(at);
    const after = widthOf(at + piece);
    const isFull = lines.length + 1 < count ? after - target > target - before : after > longest;
    if (at !== '' && (isFull || after > longest)) {
      lines.push(at);
      at = '';
    }
    at += piece;
  }
  return [...lines, at];
}

/** A title in lines of nearly the same length, broken between words; a word is cut only where it fills a line alone. */
export function titleLines(title: string): string[] {
  const text = plainText(title).trim();
  const count = Math.ceil(widthOf(text) / longest);
  if (count <= 1) return [text];
  const pieces = wordsOf(text).flatMap((word) => (widthOf(word) > longest ? [...word] : [word]));
  const lines = linesOf(pieces, count);
  // A line more than was meant would hold a rest: all are made shorter.
  return lines.length > count ? linesOf(pieces, lines.length) : lines;
}
