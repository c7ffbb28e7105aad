import type { SaidRoles } from '../columns/proposeColumns.ts';

/** What a person has said of a sheet; it stands before whatever the reading would say. */
export interface SaidSheet {
  name: string;
  /** Nothing of it is to be read. */
  isLeftOut?: boolean;
  /** By column; nothing where she has said nothing. */
  columns?: SaidRoles;
  matches?: readonly SaidMatch[];
}

/** Which arrangement a row is of, or the numbered item of a row that holds a whole task; `null`: none of the list. */
export interface SaidMatch {
  /** 0-based. */
  row: number;
  item: number;
  code: string | null;
}

/** Of a sheet by its name; a sheet of which nothing was said has none. */
export type SaidOfLedger = readonly SaidSheet[];
