import { parseArea, sheetRows } from '../model/address.ts';
import type { Sheet, Visibility } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';
import { OfficeError } from './errors.ts';
import { HandlersProxy } from './handlers.ts';
import { NotesProxy } from './notes.ts';
import { RangeAreasProxy } from './rangeAreas.ts';
import { RangeProxy } from './range.ts';
import { TableProxy } from './table.ts';

const blank = /^\s*$/;

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
export class WorksheetProxy extends ClientObject<Sheet> {
  get id(): string {
    return this.loaded('id');
  }

  get name(): string {
    return this.loaded('name');
  }

  set name(name: string) {
    this.act((sheet) => {
      const other = this.context.book.sheet(name);
      if (other && other !== sheet)
        throw new OfficeError('ItemAlreadyExists', 'The resource being created already exists.');
      sheet.name = name;
    }, name);
  }

  get visibility(): Visibility {
    return this.loaded('visibility');
  }

  set visibility(visibility: Visibility) {
    this.act((sheet) => (sheet.visibility = visibility), visibility);
  }

  set position(position: number) {
    this.act((sheet) => {
      const { book } = this.context;
      book.sheets = book.sheets.filter((other) => other !== sheet);
      book.sheets.splice(position, 0, sheet);
    }, position);
  }

  /** A very hidden sheet cannot be deleted, nor the last one that is seen: …#excel-excel-worksheet-delete-member(1) */
  delete(): void {
    this.act((sheet) => {
      const { book } = this.context;
      const seen = book.sheets.filter((other) => other.visibility === 'Visible' && other !== sheet);
      if (sheet.visibility === 'VeryHidden' || seen.length === 0)
        throw new OfficeError('InvalidOperation', 'The sheet cannot be deleted.');
      book.deleteSheet(sheet);
    });
  }

  /** ExcelApi 1.5: …#excel-excel-worksheet-getnextornullobject-member(1) */
  getNextOrNullObject(): WorksheetProxy {
    return new WorksheetProxy(
      this.context,
      () => {
        const { sheets } = this.context.book;
        return this.target === null ? null : (sheets[sheets.indexOf(this.target) + 1] ?? null);
      },
      true,
    );
  }

  activate(): void {
    this.act((sheet) => (this.context.book.active = sheet.id));
  }

  /** Without an address, the whole sheet. */
  getRange(given?: string | null): RangeProxy {
    const address = given ?? `1:${sheetRows}`;
    const area = parseArea(address);
    return new RangeProxy(
      this.context,
      () => {
        if (!area) throw new OfficeError('InvalidArgument', `${address} is no address.`);
        return this.target && { sheet: this.target, area };
      },
      true,
    );
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): RangeProxy {
    return new RangeProxy(
      this.context,
      () => {
        if (row < 0 || column < 0 || rows < 1 || columns < 1)
          throw new OfficeError('InvalidArgument', 'The range is empty or outside the sheet.');
        return this.target && { sheet: this.target, area: { row, column, rows, columns } };
      },
      true,
    );
  }

  getRanges(addresses: string): RangeAreasProxy {
    return new RangeAreasProxy(this.context, () => this.target, addresses);
  }

  getUsedRangeOrNullObject(valuesOnly = false): RangeProxy {
    return new RangeProxy(
      this.context,
      () => {
        const area = this.target?.used(valuesOnly);
        return this.target && area ? { sheet: this.target, area } : null;
      },
      true,
    );
  }

  /** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection : headers must be there and differ, and tables never overlap. */
  get tables() {
    return {
      add: (range: RangeProxy, hasHeaders: boolean): TableProxy => {
        const find = () => {
          const block = range.target;
          if (!block || !hasHeaders) throw new OfficeError('InvalidArgument', 'A table needs its headers.');
          const { sheet, area } = block;
          if (this.context.book.tableAt(sheet, area))
            throw new OfficeError('MergedRangeConflict', 'A table can’t overlap with another table.');
          const headers = Array.from({ length: area.columns }, (_, at) =>
            String(sheet.value(area.row, area.column + at) ?? ''),
          );
          if (headers.some((header) => blank.test(header)) || new Set(headers).size < headers.length)
            throw new OfficeError('InvalidArgument', 'Headers of a table are texts that differ.');
          return this.context.book.addTable(sheet, area);
        };
        return new TableProxy(this.context, find);
      },
      getItemOrNullObject: (name: string): TableProxy =>
        new TableProxy(
          this.context,
          () =>
            this.context.book.tables.find(
              (table) => table.name === name && table.sheet === this.target?.id,
            ) ?? null,
          true,
        ),
    };
  }

  get freezePanes() {
    return { freezeRows: (count: number) => this.act((sheet) => (sheet.frozenRows = count), count) };
  }

  get onChanged(): HandlersProxy {
    return new HandlersProxy(this.context, 'changed', () => this.target?.id ?? null);
  }

  get onRowSorted(): HandlersProxy {
    this.needs(10, 'Worksheet.onRowSorted');
    return new HandlersProxy(this.context, 'rowSorted', () => this.target?.id ?? null);
  }

  /** ExcelApi 1.7; which acts of an add-in's raise it differs between systems: 1329, 4691. */
  get onSelectionChanged(): HandlersProxy {
    return new HandlersProxy(this.context, 'selected', () => this.target?.id ?? null);
  }

  /** By hand or by a filter: 6559 tells of both. */
  get onRowHiddenChanged(): HandlersProxy {
    this.needs(11, 'Worksheet.onRowHiddenChanged');
    return new HandlersProxy(this.context, 'rowHidden', () => this.target?.id ?? null);
  }

  get notes(): NotesProxy {
    if (this.context.host.options.library < 18) return undefined as never;
    this.needs(18, 'Worksheet.notes');
    return new NotesProxy(this.context, () => this.target);
  }

  protected override read(name: string, target: Sheet): unknown {
    return name === 'id' || name === 'name' || name === 'visibility' ? target[name] : undefined;
  }
}
