import { plainText, widthOf } from './plainText.ts';

/** So many characters of size 2 fit a line. */
const longest = 19.5;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A title in lines of nearly the same length, broken between words; a word is cut only where it fills a line alone. */
export function titleLines(title: string): string[] {
  const text = plainText(title).trim();
  const count = Math.ceil(widthOf(text) / longest);
  if (count <= 1) return [text];
  const target = widthOf(text) / count;
  const lines: string[] = [];
  let at = '';
  for (const { segment } of words.segment(text)) {
    for (const piece of widthOf(segment) > longest ? segment : [segment]) {
      const before = widthOf(at);
      const after = widthOf(at + piece);
      const isFull = lines.length + 1 < count ? after - target > target - before : after > longest;
      if (at !== '' && (isFull || after > longest)) {
        lines.push(at);
        at = '';
      }
      at += piece;
    }
  }
  return [...lines, at];
}
