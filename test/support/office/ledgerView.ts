import { blocksIn, type ExcelColumn, excelColumns, nameOf } from '../../../addin/workbook/excel/names.ts';
import type { ExcelHost } from './host.ts';
import type { Sheet } from './model/sheet.ts';

/** Where the ledger is, read as a person sees it. */
export class LedgerView {
  readonly host: ExcelHost;

  constructor(host: ExcelHost) {
    this.host = host;
  }

  sheet(): Sheet {
    return this.#name('key').sheet;
  }

  at(id: ExcelColumn): number {
    return this.#name(id).column;
  }

  get header(): number {
    return this.#name('key').row;
  }

  rowsOf(key: string): number[] {
    const sheet = this.sheet();
    const at = this.at('key');
    return [...sheet.rows.keys()].toSorted((a, b) => a - b).filter((row) => sheet.value(row, at) === key);
  }

  row(key: string): number {
    const [row] = this.rowsOf(key);
    if (row === undefined) throw new Error(`no such row: ${key}`);
    return row;
  }

  column(at: number): ExcelColumn | undefined {
    const blocks = blocksIn(this.sheet().value(this.header, this.at('key')));
    return [...excelColumns, ...blocks].find((id) =>
      this.host.book.names.some(({ name, area }) => name === nameOf(id) && area?.column === at),
    );
  }

  #name(id: ExcelColumn): { sheet: Sheet; row: number; column: number } {
    const name = this.host.book.names.find((each) => each.name === nameOf(id));
    const sheet = name && this.host.book.sheet(name.sheet);
    if (!name?.area || !sheet) throw new Error(`the ledger has no column ${id}`);
    return { sheet, row: name.area.row, column: name.area.column };
  }
}
