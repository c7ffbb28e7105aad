import type { CellValue } from '../../row/row.ts';

/** Zero-width characters, pasted from chats and web pages, which `trim` leaves. */
const zeroWidth = /[\u200b-\u200d\u2060]/;
const visible = /[^\s\u200b-\u200d\u2060]/;

/** `text` without blanks at its ends, line ends as `\n`. */
export function trimmed(text: string): string {
  const plain = zeroWidth.test(text) ? withoutEdges(text) : text.trim();
  return plain.includes('\r') ? plain.replaceAll('\r\n', '\n') : plain;
}

function withoutEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && !visible.test(text.charAt(start))) start += 1;
  while (end > start && !visible.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** A cell as the clerk left it; nothing, and nothing but blanks, is `null`. 0 is not blank. */
export function readCell(cell: unknown): CellValue {
  // Half a character (a lone surrogate) cannot be stored: it is what storage would make of it at once.
  if (typeof cell === 'string') return trimmed(cell) === '' ? null : cell.toWellFormed();
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}
