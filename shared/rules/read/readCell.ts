import type { CellValue } from '../../row/row.ts';

/** Blanks that `trim` leaves: zero-width characters pasted from chats and web pages. */
const edges = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g;

/** `text` without blanks at its ends, line ends as `\n`. */
export function trimmed(text: string): string {
  return text.replace(edges, '').replaceAll('\r\n', '\n');
}

/** A cell as the clerk left it; nothing, and nothing but blanks, is `null`. 0 is not blank. */
export function readCell(cell: unknown): CellValue {
  if (typeof cell === 'string') return trimmed(cell) === '' ? null : cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}
