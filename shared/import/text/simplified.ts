import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Simplified characters (I4), by OpenCC; text that is Simplified already stays as it is. */
export function toSimplified(text: string): string {
  return convert(text);
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
