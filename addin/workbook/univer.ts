import type { IWorkbookData } from '@univerjs/core';
import type { ColumnId, WorkbookPort } from './port.ts';
import type { Language } from './univer/create.ts';
import { openBook } from './univer/open.ts';

/** A workbook as it is stored: Univer's own snapshot, opaque to everyone else. */
export type Snapshot = Partial<IWorkbookData>;

export interface OpenWorkbook {
  port: WorkbookPort;
  /** Everything a reopened workbook needs: sheets, styles, dropdowns, filters and the port's state. */
  snapshot(): Snapshot;
  /** Brings the sheets of a clerk's own file into the workbook; throws `NotOpened`. */
  openFile(file: File): Promise<void>;
  /** Tells of every change that a stored copy would miss. */
  onDirty(listener: () => void): () => void;
}

export interface OpenOptions {
  language: Language;
  /** How wide the ledger's columns are laid out now; without them a ledger that was laid out before stays as it is. */
  widths?: Readonly<Record<ColumnId, number>>;
  /** The workbook as it was left; without one a new workbook is opened. */
  snapshot?: Snapshot | undefined;
}

export { readSnapshot } from './univer/readSnapshot.ts';

/** Opens a spreadsheet in `container`. This file is the door: nobody else imports what is in `univer/`. */
export function openUniver(container: HTMLElement, options: OpenOptions): Promise<OpenWorkbook> {
  return openBook(container, options);
}
