import type { Table } from '../model/book.ts';
import { ClientObject } from './clientObject.ts';
import { accessDenied, OfficeError } from './errors.ts';
import type { RangeProxy } from './range.ts';

/** Filters by values only: https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria */
export interface Criteria {
  filterOn: string;
  values?: string[];
}

/** ExcelApi 1.9: https://learn.microsoft.com/javascript/api/excel/excel.autofilter */
export class AutoFilterProxy extends ClientObject<Table> {
  get isDataFiltered(): boolean {
    return this.loaded('isDataFiltered');
  }

  /** By column; one without a filter has empty criteria, whose properties are null: 1226. */
  get criteria(): Criteria[] {
    return this.loaded('criteria');
  }

  clearCriteria(): void {
    this.act((table) => {
      if (this.context.book.sheet(table.sheet)!.isProtected) throw accessDenied();
      table.filters.clear();
      this.context.tell(...this.context.book.filter(table));
    });
  }

  apply(_range: RangeProxy, column: number, criteria: Criteria): void {
    this.act((table) => {
      if (criteria.filterOn !== 'Values' || !criteria.values)
        throw new OfficeError('InvalidArgument', 'The stand-in filters by values only.');
      if (this.context.book.sheet(table.sheet)!.isProtected) throw accessDenied();
      table.filters.set(column, criteria.values);
      this.context.tell(...this.context.book.filter(table));
    }, criteria);
  }

  protected override read(name: string, table: Table): unknown {
    if (name === 'isDataFiltered') return table.filters.size > 0;
    if (name !== 'criteria') return undefined;
    return Array.from({ length: table.area.columns }, (_, column) => {
      const values = table.filters.get(column);
      return values
        ? { criterion1: null, criterion2: null, filterOn: 'Values', values }
        : { criterion1: null, criterion2: null, filterOn: '', values: null };
    });
  }
}
