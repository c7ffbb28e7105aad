import type { Name } from '../model/book.ts';
import { isSheetName } from '../model/address.ts';
import type { Sheet } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';
import type { RequestContext } from './context.ts';
import { OfficeError } from './errors.ts';
import { type Block, RangeProxy } from './range.ts';
import { TableProxy } from './table.ts';
import { WorksheetProxy } from './worksheet.ts';

export class WorkbookProxy {
  readonly worksheets: WorksheetsProxy;
  readonly names: NamesProxy;
  readonly tables: { getItemOrNullObject(name: string): TableProxy };
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
    this.worksheets = new WorksheetsProxy(context);
    this.names = new NamesProxy(context);
    this.tables = {
      getItemOrNullObject: (name) =>
        new TableProxy(context, () => context.book.tables.find((table) => table.name === name) ?? null, true),
    };
  }

  /** ExcelApi 1.10: https://learn.microsoft.com/javascript/api/excel/excel.commentcollection */
  readonly comments = {
    add: (range: RangeProxy, text: string): void =>
      this.#context.enqueue(
        () => {
          const { sheet, area } = range.target!;
          sheet.take(area.row, area.column).thread = text;
        },
        text,
        true,
      ),
  };

  /** ExcelApi 1.7: the first cell of the selection here. */
  getActiveCell(): RangeProxy {
    const { book } = this.#context;
    return new RangeProxy(this.#context, () => ({
      sheet: book.sheet(book.active)!,
      area: { ...book.selection, rows: 1, columns: 1 },
    }));
  }

  /** ExcelApiDesktop 1.1: https://learn.microsoft.com/javascript/api/excel/excel.workbook#excel-excel-workbook-focus-member(1) */
  focus(): void {
    const { host } = this.#context;
    this.#context.enqueue(() => {
      if (!host.options.desktop)
        throw new OfficeError('ApiNotFound', 'Workbook.focus is part of ExcelApiDesktop 1.1.');
      host.keyboard = 'sheet';
    });
  }

  getSelectedRange(): RangeProxy {
    const { book } = this.#context;
    return new RangeProxy(this.#context, () => ({ sheet: book.sheet(book.active)!, area: book.selection }));
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
class WorksheetsProxy {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  getItem(nameOrId: string): WorksheetProxy {
    return new WorksheetProxy(this.#context, () => this.#context.book.sheet(nameOrId));
  }

  getItemOrNullObject(nameOrId: string): WorksheetProxy {
    return new WorksheetProxy(this.#context, () => this.#context.book.sheet(nameOrId), true);
  }

  getActiveWorksheet(): WorksheetProxy {
    return new WorksheetProxy(this.#context, () => this.#context.book.sheet(this.#context.book.active));
  }

  getFirst(): WorksheetProxy {
    return new WorksheetProxy(this.#context, () => this.#context.book.sheets[0]!);
  }

  getCount(): { readonly value: number } {
    const result = { value: undefined as never };
    this.#context.enqueue(() => Object.assign(result, { value: this.#context.book.sheets.length }));
    return result;
  }

  add(name?: string): WorksheetProxy {
    let made: Sheet | null = null;
    this.#context.enqueue(() => {
      if (name !== undefined && !isSheetName(name))
        throw new OfficeError('InvalidArgument', `${name} cannot name a sheet.`);
      if (name !== undefined && this.#context.book.sheet(name))
        throw new OfficeError('ItemAlreadyExists', 'The resource being created already exists.');
      made = this.#context.book.addSheet(name);
    }, name);
    return new WorksheetProxy(this.#context, () => made);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection */
class NamesProxy {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  getItemOrNullObject(name: string): NameProxy {
    return new NameProxy(this.#context, () => this.#find(name) ?? null, true);
  }

  add(name: string, reference: RangeProxy): NameProxy {
    this.#context.enqueue(() => {
      if (!/^[\p{L}_\\][\p{L}\p{N}._\\]*$/u.test(name) || /^[a-z]{1,3}\d+$/i.test(name))
        throw new OfficeError('InvalidArgument', `${name} is no name.`);
      if (this.#find(name))
        throw new OfficeError('ItemAlreadyExists', 'The resource being created already exists.');
      const { sheet, area } = reference.target!;
      this.#context.book.names.push({ name, visible: true, sheet: sheet.id, area: { ...area } });
    }, name);
    return new NameProxy(this.#context, () => this.#find(name) ?? null);
  }

  #find(name: string): Name | undefined {
    return this.#context.book.names.find((each) => each.name.toLowerCase() === name.toLowerCase());
  }
}

/** A defined name follows its cells when rows and columns come and go. https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
class NameProxy extends ClientObject<Name> {
  getRangeOrNullObject(): RangeProxy {
    const find = (): Block | null => {
      const name = this.target;
      const sheet = name && this.context.book.sheet(name.sheet);
      return sheet && name.area ? { sheet, area: { ...name.area } } : null;
    };
    return new RangeProxy(this.context, find, true);
  }

  set visible(visible: boolean) {
    this.act((name) => (name.visible = visible), visible);
  }

  delete(): void {
    this.act((name) => {
      const { book } = this.context;
      book.names = book.names.filter((each) => each !== name);
    });
  }

  protected override read(name: string, target: Name): unknown {
    return name === 'name' || name === 'visible' ? target[name] : undefined;
  }
}
