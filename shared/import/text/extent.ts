/** Where something was read, as positions in the compact text. */
export type Extent = { start: number; end: number };

export function byStart(a: Extent, b: Extent): number {
  return a.start - b.start;
}

/** Extents in the order of the text, which answer in a few steps what a search through all of them would. */
export type OrderedExtents<E extends Extent> = {
  /** The last one, in order, that ends at `position` or before. */
  lastEndingBy(position: number): E | undefined;
  /** The first one that begins at `position` or after. */
  firstFrom(position: number): E | undefined;
  /** Where the first of those that begin at `position` or after ends; `Infinity` where none does. */
  firstEndFrom(position: number): number;
  /** Whether one begins before `end` and ends behind `start`. */
  overlaps(stretch: Extent): boolean;
};

export function inOrder<E extends Extent>(extents: readonly E[]): OrderedExtents<E> {
  const ordered = extents.toSorted(byStart);
  /** The least end of each extent and all behind it, and the greatest end of each and all before it. */
  const leastEnd = ordered.map(({ end }) => end);
  const greatestEnd = [...leastEnd];
  for (let at = ordered.length - 2; at >= 0; at -= 1)
    leastEnd[at] = Math.min(leastEnd[at] ?? 0, leastEnd[at + 1] ?? 0);
  for (let at = 1; at < ordered.length; at += 1)
    greatestEnd[at] = Math.max(greatestEnd[at] ?? 0, greatestEnd[at - 1] ?? 0);
  /** How many, from the first on, hold a condition that holds up to some one and for none behind it. */
  const count = (holds: (at: number) => boolean): number => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const countBefore = (position: number) => count((at) => (ordered[at]?.start ?? 0) < position);
  return {
    lastEndingBy: (position) => ordered[count((at) => (leastEnd[at] ?? 0) <= position) - 1],
    firstFrom: (position) => ordered[countBefore(position)],
    firstEndFrom: (position) => leastEnd[countBefore(position)] ?? Infinity,
    overlaps: ({ start, end }) => (greatestEnd[countBefore(end) - 1] ?? -1) > start,
  };
}

/** Where a global pattern matches in a text. */
export function matchesIn(text: string, pattern: RegExp): OrderedExtents<Extent> {
  return inOrder(
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length })),
  );
}

/** The characters of a text that extents cover, as they are added. */
export type Coverage = { add(extent: Extent): void; overlaps(extent: Extent): boolean };

export function coverage(length: number, extents: readonly Extent[] = []): Coverage {
  const isCovered = new Uint8Array(length);
  const covered: Coverage = {
    add: ({ start, end }) => void isCovered.fill(1, start, end),
    overlaps: ({ start, end }) => isCovered.subarray(start, end).includes(1),
  };
  extents.forEach(covered.add);
  return covered;
}
