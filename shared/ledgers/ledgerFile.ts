/** A clerk's file as the readers give it: sheets of cells with what of their looks has a meaning. */
export interface LedgerFile {
  /** Without its folder. */
  name: string;
  sheets: readonly LedgerSheet[];
  /** What a person has to know of the file beside its cells: what was left out, and what is protected. */
  told?: readonly FileTold[];
}

/** Something that is told of a file or of one of its sheets (`null`: the file). */
export interface FileTold {
  code: FileToldCode;
  sheet: string | null;
  zh: string;
  en: string;
}

export type FileToldCode =
  | 'sheet-left-out'
  | 'sheet-protected'
  | 'workbook-protected'
  | 'signed'
  | 'not-annotated';

export interface LedgerSheet {
  name: string;
  isHidden?: boolean;
  /** Rows from the top, cells from the left; `null`: blank. */
  rows: readonly (readonly (LedgerCell | null)[])[];
  /** Cells that are shown as one; what stands beneath the first is never read. */
  merges: readonly Merge[];
  /** 0-based rows and columns that are hidden, be it by a filter. */
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  /** The row keys of our own hidden column, which is none of `rows`. */
  keys?: readonly RowKeyAt[];
}

/** A row key that our answer or ledger has left in a row (0-based). */
export interface RowKeyAt {
  row: number;
  key: string;
  /** The version that the row showed when it was laid out; `null`: the row was new. Only ledgers of ours have it. */
  base?: number | null;
}

export interface LedgerCell {
  /** As a person reads it. */
  text: string;
  value: string | number | boolean;
  /** `YYYY-MM-DD`, where the spreadsheet itself says that the cell is a date. */
  day?: string;
  isStruck?: true;
  /** It says that it holds what stands above it; that is put here. */
  isDitto?: true;
  /** `stored`: its last result is in the file, and counts; `missing`: nobody has calculated it. */
  formula?: 'stored' | 'missing';
  /** A comment of hers; ours are none. */
  note?: string;
  /** `RRGGBB`, where the cell is filled with one colour. */
  fill?: string;
}

/** 0-based place of the first cell, and the size. */
export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The cell at a place; `null` where it is blank or lies beneath a merge. */
export type CellAt = (row: number, column: number) => LedgerCell | null;

/** A sheet with its merges taken care of. */
export class SheetView {
  readonly sheet: LedgerSheet;
  readonly height: number;
  readonly width: number;
  private readonly covering = new Map<number, Merge>();

  constructor(sheet: LedgerSheet) {
    this.sheet = sheet;
    this.height = sheet.rows.length;
    this.width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    for (const merge of sheet.merges) {
      const lastRow = Math.min(this.height, merge.row + merge.rows);
      const lastColumn = Math.min(this.width, merge.column + merge.columns);
      for (let row = merge.row; row < lastRow; row += 1) {
        for (let column = merge.column; column < lastColumn; column += 1)
          this.covering.set(row * this.width + column, merge);
      }
    }
  }

  /** What is shown in a cell itself, nothing beneath a merge; a formula that nobody has calculated is a cell without text. */
  own(row: number, column: number): LedgerCell | null {
    const merge = this.covering.get(row * this.width + column);
    if (merge !== undefined && (merge.row !== row || merge.column !== column)) return null;
    const cell = this.sheet.rows[row]?.[column] ?? null;
    return cell === null || (cell.text.trim() === '' && cell.formula !== 'missing') ? null : cell;
  }

  /** What a cell stands under: its own, or that of the merge that covers it. */
  shown(row: number, column: number): LedgerCell | null {
    const merge = this.covering.get(row * this.width + column);
    return merge === undefined ? this.own(row, column) : this.own(merge.row, merge.column);
  }

  mergeAt(row: number, column: number): Merge | null {
    return this.covering.get(row * this.width + column) ?? null;
  }

  text(row: number, column: number): string {
    return this.own(row, column)?.text.trim() ?? '';
  }

  /** The texts of a row that are not blank. */
  texts(row: number): string[] {
    const texts: string[] = [];
    for (let column = 0; column < this.width; column += 1) {
      const text = this.text(row, column);
      if (text !== '') texts.push(text);
    }
    return texts;
  }
}
