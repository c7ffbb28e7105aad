/** Where something was read, as positions in the compact text. */
export type Extent = { start: number; end: number };

export function byStart(a: Extent, b: Extent): number {
  return a.start - b.start;
}
