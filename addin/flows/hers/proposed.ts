import type { LedgerRole } from '../../../shared/columns/roleNames.ts';
import type { CellPlaces, Layout, NotRead, RowKind, SheetAsTable } from '../../../shared/ledgers/proposal.ts';
import type { RowField } from '../../../shared/row/row.ts';
import type { ScheduleKind } from '../../../shared/taskList/taskList.ts';
import type { IdentityColumn } from '../../workbook/port.ts';

/** What a sheet of the clerk's own would be as the ledger, as data. */

/** What she has said; nothing where she agrees. */
export interface SaidBinding {
  sheet: string | null;
  /** Roles by column. */
  roles: ReadonlyMap<number, LedgerRole | 'unread'>;
  /** Series by row; `null`: it is not to be reported. */
  rows: ReadonlyMap<number, string | null>;
  /** The period that rows without one of their own stand for. */
  periods: Partial<Record<ScheduleKind, string>>;
  hasResult: boolean;
}

export interface ProposedColumn {
  at: number;
  heading: string;
  role: LedgerRole | 'unread';
  /** What it is in the ledger; `null`: it is not read, or only helps to match rows. */
  id: IdentityColumn | RowField | null;
  /** Which block of columns side by side it is in, from 1; 0: none. */
  block: number;
  isAsked: boolean;
  filled: number;
  /** Cells with a formula: read, never written. */
  formulas: number;
}

export interface ProposedRow {
  row: number;
  text: string;
  /** The series that is proposed or chosen; `null`: none. */
  series: string | null;
  /** What it may be, the likeliest first. */
  candidates: string[];
  /** It waits for her word. */
  isAsked: boolean;
  /** What is asked is which indicator of its one schedule it is, and nothing else. */
  isAskedOfIndicator: boolean;
  /** She has said that it is not to be reported. */
  isLeftOut: boolean;
  /** The row's own period, where it names one. */
  period: string | null;
  /** The period that the sheet names for all its rows; `null`: none. */
  told: string | null;
  /** Its first key; `null`: none. */
  key: string | null;
  /** All of its keys, by block. */
  keys: { key: string; block: number }[];
  /**
   * Why it gets no key although its series is known: no such period, another row has it, it shares a cell with another row, or it has no
   * cell for what the others have one for.
   */
  why: 'no-period' | 'twice' | 'merged' | 'no-cell' | null;
}

/** Why a layout is for upload: nothing that is written into its cells could be one report. */
export type ForUpload =
  | 'form'
  | 'task'
  | 'enterprise'
  | 'turned'
  | 'several'
  | 'choices'
  | 'days'
  | 'repeated';

/** A period that is asked; `once`: of what falls due once, where periods stand side by side. */
export interface AskedPeriod {
  kind: ScheduleKind;
  /** The latest first. */
  candidates: string[];
  period: string;
}

export interface BindProposal {
  sheet: string;
  header: number;
  /** Why the sheet cannot be the ledger; `null`: it can. */
  why: NotRead | `upload-${ForUpload}` | 'no-value-columns' | null;
  layout: Layout | null;
  columns: ProposedColumn[];
  /** What blocks of columns side by side are of; empty: there are none. */
  blocks: string[];
  rows: ProposedRow[];
  /**
   * Where her arrangements stand side by side or in forms: where the cells of the table stand that all else here speaks of, by row and
   * column. `null`: rows are rows of the sheet.
   */
  places: CellPlaces | null;
  labels: SheetAsTable['labels'];
  /** Rows that are not reported, by what they are. */
  unread: Partial<Record<RowKind, number>>;
  periods: AskedPeriod[];
}
