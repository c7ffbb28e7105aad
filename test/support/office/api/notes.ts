import { parseArea } from '../model/address.ts';
import type { Cell, Sheet } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';
import type { RequestContext } from './context.ts';
import { accessDenied, OfficeError } from './errors.ts';

/** ExcelApi 1.18: https://learn.microsoft.com/javascript/api/excel/excel.notecollection */
export class NotesProxy {
  readonly #context: RequestContext;
  readonly #sheet: () => Sheet | null;

  constructor(context: RequestContext, sheet: () => Sheet | null) {
    this.#context = context;
    this.#sheet = sheet;
  }

  add(address: string, content: string): void {
    const work = () => {
      this.#mayFail();
      const area = parseArea(address);
      const sheet = this.#sheet();
      if (!area || !sheet) throw new OfficeError('InvalidCellAddress', `${address} is no cell.`);
      const cell = sheet.take(area.row, area.column);
      if (cell.note !== undefined) throw new OfficeError('ItemAlreadyExists', 'The cell has a note already.');
      if (cell.thread !== undefined)
        throw new OfficeError('InvalidOperation', 'The cell has a threaded comment.');
      if (sheet.isProtected) throw accessDenied();
      cell.note = content;
    };
    this.#context.enqueue(work, [address, content], true);
  }

  #mayFail(): void {
    if (this.#context.host.habits.notes === 'fail')
      throw new OfficeError(
        'ApiNotFound',
        'The API you are trying to use could not be found.',
        'Worksheet.notes',
      );
  }

  getItemOrNullObject(address: string): NoteProxy {
    return new NoteProxy(
      this.#context,
      () => {
        this.#mayFail();
        const area = parseArea(address);
        const cell = area && this.#sheet()?.cell(area.row, area.column);
        return cell?.note === undefined ? null : cell;
      },
      true,
    );
  }
}

class NoteProxy extends ClientObject<Cell> {
  get content(): string {
    return this.loaded('content');
  }

  delete(): void {
    this.act((cell) => delete cell.note);
  }

  protected override read(name: string, target: Cell): unknown {
    return name === 'content' ? target.note : undefined;
  }
}
