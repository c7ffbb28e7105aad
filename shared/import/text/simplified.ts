import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Tables say the same again and again: so many short texts are remembered. */
const remembered = new Map<string, string>();
const most = 4_000;
const longest = 300;

/** Simplified characters (I4), by OpenCC; text that is Simplified already stays as it is. */
export function toSimplified(text: string): string {
  if (text.length > longest) return convert(text);
  let simplified = remembered.get(text);
  if (simplified === undefined) {
    simplified = convert(text);
    if (remembered.size >= most) remembered.clear();
    remembered.set(text, simplified);
  }
  return simplified;
}

/** Simplified text, and for each of its code units where its character begins and ends in the text as printed. */
export type SimplifiedText = { text: string; starts: number[]; ends: number[] };

/**
 * Simplified characters with a map back. A conversion may change lengths (some Simplified forms lie outside the Basic
 * Multilingual Plane), so characters are paired one by one; where a phrase changes its number of characters, each is converted alone.
 */
export function simplifyWithOffsets(printed: string): SimplifiedText {
  const from = [...printed];
  const whole = [...convert(printed)];
  const to = whole.length === from.length ? whole : from.map((character) => convert(character));
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  from.forEach((character, index) => {
    for (let unit = 0; unit < (to[index] ?? '').length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  });
  return { text: to.join(''), starts, ends };
}
