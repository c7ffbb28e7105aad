import { parseArea } from '../model/address.ts';
import type { Cell, Sheet } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';
import type { RequestContext } from './context.ts';
import { OfficeError } from './errors.ts';

/** ExcelApi 1.18: https://learn.microsoft.com/javascript/api/excel/excel.notecollection */
export class NotesProxy {
  readonly #context: RequestContext;
  readonly #sheet: () => Sheet | null;

  constructor(context: RequestContext, sheet: () => Sheet | null) {
    this.#context = context;
    this.#sheet = sheet;
  }

  add(address: string, content: string): void {
    this.#context.enqueue(() => {
      const area = parseArea(address);
      const sheet = this.#sheet();
      if (!area || !sheet) throw new OfficeError('InvalidCellAddress', `${address} is no cell.`);
      const cell = sheet.take(area.row, area.column);
      if (cell.note !== undefined) throw new OfficeError('ItemAlreadyExists', 'The cell has a note already.');
      cell.note = content;
    }, [address, content]);
  }

  getItemOrNullObject(address: string): NoteProxy {
    return new NoteProxy(
      this.#context,
      () => {
        const area = parseArea(address);
        const cell = area && this.#sheet()?.cell(area.row, area.column);
        return cell?.note === undefined ? null : cell;
      },
      true,
    );
  }
}

class NoteProxy extends ClientObject<Cell> {
  delete(): void {
    this.act((cell) => delete cell.note);
  }

  protected override read(name: string, target: Cell): unknown {
    return name === 'content' ? target.note : undefined;
  }
}
