import type { Stretch } from './outline.ts';

/** No bracket is longer, nor goes over more lines. */
const longest = 400;
const mostLines = 6;

/** How many brackets are open behind a text, where so many were open before it. */
function openBehind(text: string, before: number): number {
  let open = before;
  for (const character of text) {
    if ('（(【'.includes(character)) open += 1;
    else if ('）)】'.includes(character)) open = Math.max(0, open - 1);
  }
  return open;
}

/** A line that breaks off within a bracket goes on in the lines below, up to where the bracket is closed. */
export function joinBroken(lines: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at]!;
    const last = closingLine(lines, at);
    const rest = lines.slice(at + 1, last + 1).map(({ text }) => text);
    joined.push(rest.length === 0 ? first : { ...first, text: first.text + rest.join('') });
    at = last;
  }
  return joined;
}

/** The line in which the bracket is closed that a line leaves open; the line itself where it leaves none, or where none closes it. */
function closingLine(lines: readonly Stretch[], at: number): number {
  const { text } = lines[at]!;
  let open = openBehind(text, 0);
  let length = text.length - Math.max(...['（', '(', '【'].map((bracket) => text.lastIndexOf(bracket)), 0);
  for (let next = at + 1; open > 0 && next < Math.min(lines.length, at + mostLines); next += 1) {
    const more = lines[next]!.text;
    length += more.length;
    open = openBehind(more, open);
    if (open === 0) return length - more.length + closedAt(more) <= longest ? next : at;
  }
  return at;
}

const closedAt = (text: string): number => Math.max(0, text.search(/[）)】]/u));
