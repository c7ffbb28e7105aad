import type { Table } from '../model/book.ts';
import { AutoFilterProxy } from './autoFilter.ts';
import { ClientObject } from './clientObject.ts';
import { OfficeError } from './errors.ts';
import { RangeProxy } from './range.ts';

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
export class TableProxy extends ClientObject<Table> {
  set name(name: string) {
    this.act((table) => {
      const { names, tables } = this.context.book;
      if (
        names.some((other) => other.name === name) ||
        tables.some((other) => other.name === name && other !== table)
      )
        throw new OfficeError('InvalidArgument', 'The name is taken.');
      table.name = name;
    }, name);
  }

  set style(style: string) {
    this.act((table) => (table.style = style), style);
  }

  /** ExcelApi 1.9 */
  get autoFilter(): AutoFilterProxy {
    return new AutoFilterProxy(this.context, () => this.target, true);
  }

  getRange(): RangeProxy {
    const find = () =>
      this.target && { sheet: this.context.book.sheet(this.target.sheet)!, area: { ...this.target.area } };
    return new RangeProxy(this.context, find, true);
  }

  convertToRange(): void {
    this.act((table) => {
      const { book } = this.context;
      book.tables = book.tables.filter((other) => other !== table);
    });
  }

  /** ExcelApi 1.13: …#excel-excel-table-resize-member(1) */
  resize(range: RangeProxy): void {
    this.needs(13, 'Table.resize');
    this.act((table) => {
      const block = range.target;
      if (!block || block.area.row !== table.area.row || block.area.column > table.area.column)
        throw new OfficeError(
          'InvalidArgument',
          'The new range must overlap, with the headers in their row.',
        );
      table.area = { ...block.area };
    });
  }

  protected override read(name: string, target: Table): unknown {
    return name === 'id' || name === 'name' || name === 'style' ? target[name] : undefined;
  }
}
