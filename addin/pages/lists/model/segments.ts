/** What a stretch of the printed text was read as. */
export type MarkKind = 'deadline' | 'timeWords' | 'quantity' | 'openQuantity' | 'unit' | 'unknownUnit';

/** A stretch `text.slice(start, end)` that means something. */
export interface Mark {
  kind: MarkKind;
  start: number;
  end: number;
}

/** A stretch of text with everything that it is part of; more than one where marks overlap. */
export interface Segment {
  text: string;
  kinds: MarkKind[];
}

/**
 * Cuts a text at its marks. The segments joined are exactly the text, and none is empty. Each is of the kinds of just
 * those marks that cover it. What of a mark lies outside the text is left out.
 */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const within = marks
    .map(({ kind, start, end }) => ({ kind, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const kinds = [
      ...new Set(within.filter((mark) => mark.start <= start && end <= mark.end).map(({ kind }) => kind)),
    ];
    const last = segments.at(-1);
    // Two marks of one kind that touch are read as one stretch.
    if (last && last.kinds.join() === kinds.join()) last.text += text.slice(start, end);
    else segments.push({ text: text.slice(start, end), kinds });
  }
  return segments;
}
