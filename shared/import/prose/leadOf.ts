import type { ItemPart } from './itemParts.ts';
import type { Stretch } from './outline.ts';
import { fromOn } from './outline.ts';

const longestLead = 30;
/** What begins with a time is a sentence, and no name (2009年底前。). */
const isTime = /^[\d一二三四五六七八九十]{1,4}[年月日]|^每[年月周季日]|^[上下]半年|^年底/u;

/**
 * The name that an item begins with: a short sentence before others, or a line of its own before others; with the words that follow it.
 * `null` where it begins with no name.
 */
export function leadOf(parts: readonly ItemPart[]): { name: Stretch; rest: ItemPart[] } | null {
  const [first, ...others] = parts;
  const [line, ...lines] = first?.words ?? [];
  if (first === undefined || line === undefined) return null;
  const sentence = /^[^。；：:，\d]{2,30}[。：:]\s{0,4}(?=[^\s])/u.exec(line.text);
  if (sentence !== null && !isTime.test(line.text)) {
    const name = fromOn(line, 0, sentence[0].trimEnd().length - 1);
    return { name, rest: [{ ...first, words: [fromOn(line, sentence[0].length), ...lines] }, ...others] };
  }
  // A line that a narrow page breaks has a comma, or a number.
  const isShort = line.text.length <= longestLead && !/[，；\d]/u.test(line.text);
  if (lines.length === 0 || !isShort || isTime.test(line.text)) return null;
  return { name: line, rest: [{ ...first, words: lines }, ...others] };
}

/** A name for an item without one: the head of its sentence. */
export function cutName(text: string): string {
  const sentence = text.replace(/[。；;]+$/u, '');
  return sentence.length > longestLead ? `${sentence.slice(0, longestLead - 1)}…` : sentence;
}
