/** A page of a long list: what is seen, and where it stands. */
export interface PageOf<T> {
  items: T[];
  /** From 0. */
  page: number;
  pages: number;
  total: number;
}

/** Cuts a list into pages; a page past the end is the last one; one of infinite size holds all. An empty list has one page with nothing on it. */
export function pageOf<T>(items: readonly T[], size: number, asked: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(0, asked), pages - 1);
  const from = page === 0 ? 0 : page * size;
  return { items: items.slice(from, from + size), page, pages, total: items.length };
}

/** The page on which the first item that is meant stands; 0 where there is none. */
export function pageWith<T>(items: readonly T[], size: number, meant: (item: T) => boolean): number {
  return Math.max(0, Math.floor(items.findIndex(meant) / size));
}
