import type { CellValue } from '../../shared/row/row.ts';
import type { Mark } from './port.ts';

/**
 * Cells of a sheet of the clerk's own that the workbook follows, whatever rows and columns are put in or taken out around them: for
 * layouts in which a report has no row that could hold a key. Nothing is written into the sheet for it: a hidden row or column of keys would
 * have to run through every form, and through the arrangements that stand side by side. Excel follows hidden names, the browser’s workbook
 * what rows and columns carry along.
 */
export interface CellPins {
  /** Whether any are followed. */
  has(): Promise<boolean>;
  /** Follows these cells, and those of the `former` names no more; `null`: none. `LedgerBusy` where the sheet is gone. */
  set(sheet: string | null, cells: readonly Pin[], former: readonly string[]): Promise<void>;
  /** Cells of these names as they stand, without those that are gone; `null`: all are. */
  read(names: readonly string[]): Promise<Pinned | null>;
  /**
   * Writes all at once. A cell with a formula keeps it, and a mark that is cleared leaves the colour that was there. `LedgerMovedOn`, and
   * nothing written, where a cell holds another value than was `seen`.
   */
  write(writes: readonly PinWrite[]): Promise<PinsWritten>;
  /** Says which cell of the followed sheet is selected. Missing where the program does not tell. */
  onSelected?(listener: (row: number, column: number) => void): () => void;
}

/** A cell to be followed: places count from 0; names are of letters, digits and `_`. */
export interface Pin {
  name: string;
  row: number;
  column: number;
}

export interface Pinned {
  sheet: string;
  cells: (Pin & { value: CellValue })[];
}

/** What is to be done to one cell; what is left out stays. */
export interface PinWrite {
  name: string;
  value?: CellValue;
  /** What it held when the change was planned. */
  seen?: CellValue;
  /** `was`: the colour beneath a mark of ours, as `colours` told it. */
  mark?: { mark: Mark; message: string | null; was?: string | null };
}

export interface PinsWritten {
  /** Cells that are gone. */
  gone: string[];
  /** The colours (`null`: none) of cells that were marked for the first time, where the workbook does not keep them itself. */
  colours: Record<string, string | null>;
}
