/**
 * What a ledger may hold. Bounds are by memory (a Worker has 128 MB) and by time, not by what a list needs: a sheet that is beyond
 * them is left out and told, and the others are read.
 */
export const bounds = {
  /** Bytes of the file as sent. */
  file: 10_000_000,
  /** Bytes that one part, and all that are read, unpack to. They are read as they are unpacked, and never held. */
  part: 40_000_000,
  parts: 60_000_000,
  /** Filled cells of all sheets, and places of their rows from the first column to the last filled one. */
  cells: 160_000,
  places: 2_000_000,
  /** Places beneath the merges of one sheet. */
  merged: 200_000,
  /** Characters of all cells, and of the strings that they share. */
  characters: 8_000_000,
  /** Strings that are shared. */
  strings: 250_000,
  /** Worksheets that are looked at. */
  sheets: 100,
  /** Styles of cells, and elements of the part that defines them. */
  styles: 70_000,
} as const;

/** A sheet is beyond a bound; the sentence goes on after 工作表“…”. */
export class BeyondBounds extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
    this.en = en;
  }
}
