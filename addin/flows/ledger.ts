import { isBlankRow, type RowField, type RowValues } from '../../shared/row/row.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import { shown } from '../../shared/sheet/ledgerLayout.ts';
import type { SheetColumn } from '../../shared/wire/parts/sheetColumn.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { ScheduleKind } from '../../shared/taskList/taskList.ts';
import type { ViewId } from './views.ts';
import type { Outcome } from '../../shared/wire/parts/outcome.ts';

/** What the workbook knows of its ledger: what the server last said of every row, and what is still open with it. */
export interface Ledger {
  list: Sheet['list'];
  unit: Sheet['unit'];
  today: string;
  demo: boolean;
  rulesVersion: string;
  /** Whom the list names to be asked; empty where it names nobody. */
  contact: string;
  /** So many days before it is due a row gets its blue light. */
  blueDays: number;
  cursor: string;
  columns: SheetColumn[];
  rows: Map<string, RowState>;
  /** A push sent and not yet answered: its body goes out again unchanged (S2). */
  pending: PendingPush | null;
  lastSync: SyncSummary | null;
  /** Which of its rows the sheet shows. */
  shown: ViewId;
  /** What was synced before that, newest first: those that moved anything. */
  earlier: SyncSummary[];
  /** The ledger is a sheet of the clerk's own. */
  hers: Hers | null;
}

/** `overwritten`: the periods, by kind of schedule, that rows stand for which are overwritten period after period. */
export interface Hers {
  overwritten: Partial<Record<ScheduleKind, string>>;
  /** What blocks of columns side by side are of, where there are any. */
  blocks?: string[] | undefined;
  /** A report has cells of the sheet, and no row. */
  inCells?: boolean | undefined;
}

/** `server` is the base (基准): what the workbook last saw of the row. */
export interface RowState {
  server: SheetRow;
  conflict: Conflict | null;
  refusal: Refusal | null;
  /** The clerk has said that the values filled in beforehand are to be sent as they are. */
  confirmed: boolean;
  /** The server has moved on while it was open which copy of the row counts: the next pull brings the whole sheet. */
  behind: boolean;
  /** In a sheet of the clerk's own: what her words for the row were when it got its key; `null`: it is not in her sheet. */
  says: string | null;
}

/** Fields still to be decided; theirs is the base's value now, mine stands in the sheet (S4). */
export interface Conflict {
  fields: RowField[];
  /** The common base; `null` where there is none. */
  base: RowValues | null;
}

/** Why the server would not take the row. */
export type Refusal = { reason: 'locked'; on: string; contact: string } | { reason: 'unknown' };

export interface PendingPush {
  pushId: string;
  body: string;
}

/** What the last synchronisation did, counted in rows. */
export interface SyncSummary {
  /** ISO 8601, by this computer's clock: recorded, never decided by (S9). */
  at: string;
  counts: Partial<Record<Outcome['outcome'], number>>;
  /** Rows brought by the pull. */
  received: number;
  added: number;
  archived: number;
  /** Pushed rows that the bureau had returned or accepted, and has to review again. */
  again: number;
}

/** So many syncs before the last one are remembered. */
const remembered = 9;

/** The ledger after a synchronisation. One that moved nothing is told while it is the last, and forgotten then. */
export function withSync(ledger: Ledger, last: SyncSummary): Ledger {
  const before = ledger.lastSync;
  const earlier = before && movedAny(before) ? [before, ...ledger.earlier] : ledger.earlier;
  return { ...ledger, lastSync: last, earlier: earlier.slice(0, remembered) };
}

function movedAny({ counts, received, added, archived }: SyncSummary): boolean {
  return received + added + archived > 0 || Object.values(counts).some((count) => count > 0);
}

export { fieldsOf, shown, type Shown } from '../../shared/sheet/ledgerLayout.ts';

/** Whether the cells show values that nobody has sent. */
export function isPrefilled(row: SheetRow): boolean {
  return shown(row).base === null && row.prefill !== null && !isBlankRow(row.prefill);
}

export function freshRow(server: SheetRow): RowState {
  return { server, conflict: null, refusal: null, confirmed: false, behind: false, says: null };
}
