/**
 * A list as a bureau has published it, and what a person reads in it, written down before any program saw it. Layout, names of
 * columns, units, times, numbers and numbering are as published; sentences are said otherwise, names of persons replaced.
 */
export interface AsPublished {
  /** Its place and year; as file names and titles of tests have it. */
  slug: string;
  /** What sets its layout apart. */
  layout: string;
  /** Where it was published. */
  source: string;
  year: number;
  /** A list without a table. */
  text?: string;
  /** Lines above the table. */
  before?: string[];
  grid?: string[][];
  /** Merged cells: 0-based row and column of the first, and the size. */
  merges?: { row: number; column: number; rows: number; columns: number }[];
  /** Lines below the table. */
  after?: string[];
  truth: Truth;
}

export interface Truth {
  categories: number;
  tasks: number;
  /**
   * `contained words | units | schedules | targets` of each arrangement. Units are separated by `、`, schedules and targets by `；`.
   * ` or ` stands between readings that are right alike.
   */
  items: readonly string[];
}
