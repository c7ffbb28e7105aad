import type { ColumnProposal } from '../columns/proposeColumns.ts';
import type { LedgerSheet } from './ledgerFile.ts';
import type { Ask, AskReason, Values } from './values.ts';

/** Why a sheet is not read as reports. */
export type NotRead =
  | 'hidden'
  | 'empty'
  | 'no-table'
  | 'instructions'
  | 'summary'
  | 'other-year'
  | 'other-unit'
  | 'copy'
  | 'left-out'
  | 'nothing-of-the-list';

export type Layout =
  | 'rows'
  | 'rows-per-task'
  | 'rows-per-period'
  | 'rows-per-enterprise'
  | 'periods-across'
  | 'units-across'
  | 'form';

export type RowKind =
  | 'arrangement'
  | 'task'
  | 'enterprise'
  | 'category'
  | 'total'
  | 'note'
  | 'other-unit'
  | 'other-year'
  | 'plan'
  | 'struck-out'
  | 'own-work'
  | 'blank';

/** Which arrangement a row is of; `null`: none of the list, or none of this unit's. */
export interface Match {
  code: string | null;
  confidence: 'certain' | 'ask' | 'none';
  /** The likeliest first; to choose from. */
  candidates: readonly string[];
  why?: AskReason | 'own-work' | 'not-assigned';
  /** Where it does not stand in the row itself, the words by which it is known. */
  words?: string;
}

/** A report that would come of a row. `certain` may be proposed as it is; all of an `ask` is a question. */
export interface ReportProposal {
  arrangement: string;
  schedule: number;
  indicator: string;
  /** One, or those of which the clerk must say which. */
  periods: readonly string[];
  confidence: 'certain' | 'ask';
  why?: AskReason;
  values: Values;
  ask: readonly Ask[];
}

export interface RowProposal {
  /** 0-based row of the sheet. */
  row: number;
  is: RowKind;
  matches: readonly Match[];
  reports: readonly ReportProposal[];
}

/** Columns that stand side by side for one period, or for how things stand now (`periods` is empty). */
export interface ColumnBlock {
  /** Those that its heading may mean, the likeliest first. */
  periods: readonly string[];
  /** `role`: what its own heading says it holds; `null`: its cells say. */
  columns: readonly { column: number; role: ReadRole | null }[];
}

/** What can be read of a report. */
export type ReadRole = 'status' | 'count' | 'completedOn' | 'note' | 'problems' | 'contact' | 'evidence';

export interface SheetProposal {
  name: string;
  isRead: boolean;
  why?: NotRead;
  layout?: Layout;
  /** 0-based rows. */
  titleRows: readonly number[];
  headerRows: readonly number[];
  columns: readonly ColumnProposal[];
  rows: readonly RowProposal[];
  /** Where periods stand in columns: the blocks of each, in order of time. */
  blocks?: readonly ColumnBlock[];
  /** It holds several tables, beside or below each other. */
  isSeveral?: true;
  /** Where its rows are no reports, but each report has cells of its own: what it would be as a table of rows. */
  asTable?: SheetAsTable;
  /** Reports that are gathered from many rows. */
  gathered: readonly ReportProposal[];
}

/** A cell of a sheet; both count from 0. */
export interface CellPlace {
  row: number;
  column: number;
}

/**
 * A sheet whose arrangements stand side by side, or that holds forms, as a table: an arrangement or a form a row, a heading or a label a
 * column. It is the same cells; each says where it stands in the sheet.
 */
export interface SheetAsTable {
  sheet: LedgerSheet;
  proposal: SheetProposal;
  /** By row and column of the table; `null`: the sheet has no such cell. */
  places: CellPlaces;
  /** By row and column, too: the headings or labels that say what a cell is. */
  labels: readonly (readonly (readonly CellPlace[])[])[];
}

export type CellPlaces = readonly (readonly (CellPlace | null)[])[];

/** All that a file would report, and all that has to be asked before (nothing is sent by itself). */
export interface LedgerProposal {
  sheets: readonly SheetProposal[];
}
