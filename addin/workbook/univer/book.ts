import { ICommandService, type IWorkbookData, IUndoRedoService, type Univer } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import type { WorkbookState } from '../port.ts';

/** What the adapter keeps in the workbook's own custom data, and so in every copy of it. */
interface BookData {
  /** Sheet ids: names are the clerk's to change. */
  ledger?: string;
  archive?: string;
  /** The ledger is a sheet of the clerk's own. */
  isHers?: boolean;
  /** Cells of it that are followed, by the numbers that their rows and columns carry. */
  pins?: Record<string, [row: number, column: number]> | null;
  state?: WorkbookState;
}

/** The open Univer workbook with the few handles that the adapter's parts share. */
export class Book {
  readonly commands: ICommandService;
  readonly workbook: FWorkbook;
  readonly id: string;
  readonly #undo: IUndoRedoService;
  readonly #layout: ILayoutService;

  constructor(univer: Univer, api: FUniver, snapshot: Partial<IWorkbookData>) {
    const injector = univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.#undo = injector.get(IUndoRedoService);
    this.#layout = injector.get(ILayoutService);
    this.workbook = api.createWorkbook(snapshot);
    this.id = this.workbook.getId();
  }

  /** Whether the write going on is the port's own. */
  writing = false;
  /** Called when the custom data changes, which Univer itself does not announce. */
  onData: () => void = () => {};

  get data(): BookData {
    return (this.workbook.getCustomMetadata()?.['taizhang'] as BookData | undefined) ?? {};
  }

  setData(change: Partial<BookData>): void {
    this.workbook.setCustomMetadata({
      ...this.workbook.getCustomMetadata(),
      taizhang: { ...this.data, ...change },
    });
    this.onData();
  }

  ledger(): FWorksheet | null {
    return this.#sheet(this.data.ledger);
  }

  archive(): FWorksheet | null {
    return this.#sheet(this.data.archive);
  }

  #sheet(id: string | undefined): FWorksheet | null {
    return id === undefined ? null : this.workbook.getSheetBySheetId(id);
  }

  /** A mutation, not a command: the port's own writes are nothing that the clerk's Ctrl+Z takes back. */
  mutate(id: string, sheet: FWorksheet, params: object): void {
    this.writing = true;
    try {
      this.commands.syncExecuteCommand(id, { unitId: this.id, subUnitId: sheet.getSheetId(), ...params });
    } finally {
      this.writing = false;
    }
  }

  /** The keyboard goes to the selected cell, wherever it was. */
  takeKeyboard(): void {
    this.#layout.focus();
  }

  /** After rows were moved behind the clerk's back an old undo step would land in other rows. */
  forgetUndo(): void {
    this.#undo.clearUndoRedo(this.id);
  }
}
