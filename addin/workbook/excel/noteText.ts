/**
 * A note of ours says so at both ends: only such a one is replaced or taken away. What somebody has written above or below
 * it has made it hers.
 */
const [begins, ends] = ['台账：', '\n（由台账自动写入）'] as const;

export const noteText = (message: string): string => `${begins}${message}${ends}`;

/** What our note says; `null` for a note that is not ours. */
export function messageOf(note: string): string | null {
  // Excel may give line ends back in its own way.
  const text = note.replaceAll(/\r\n?/g, '\n').trimEnd();
  return text.startsWith(begins) && text.endsWith(ends.trimEnd())
    ? text.slice(begins.length, -ends.length)
    : null;
}
