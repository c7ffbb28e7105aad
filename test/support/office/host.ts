import { TableProxy } from './api/table.ts';
import { WorkbookProxy } from './api/workbook.ts';
import { WorksheetProxy } from './api/worksheet.ts';
import { Dialogs } from './dialogs.ts';
import { documented, type Habits } from './habits.ts';
import { Ribbon } from './ribbon.ts';
import { RequestContext } from './api/context.ts';
import { OfficeError } from './api/errors.ts';
import {
  type Change,
  changedArgs,
  type Handler,
  type HandlerKind,
  hiddenArgs,
  type Origin,
  selectedArgs,
  sortedArgs,
} from './events.ts';
import { Book } from './model/book.ts';

export interface HostOptions {
  /** The newest requirement set: 9 for ExcelApi 1.9. */
  api: number;
  /** The newest set that the loaded Office.js knows: a copy that is kept by oneself may be behind its Excel. */
  library: number;
  platform: 'OfficeOnline' | 'PC' | 'Mac';
  sharedRuntime: boolean;
  /** Whether it has ExcelApiDesktop 1.1. */
  desktop: boolean;
  /** Whether Ctrl+Z is tried: keeps a copy of the workbook before every act. */
  undo: boolean;
  /** Whether the page stands in Excel; outside it `Office.onReady` gives no host. */
  inExcel: boolean;
  partitionKey: string | undefined;
  /** Where this Excel is not as its documentation. */
  habits: Partial<Habits>;
}

const defaults: HostOptions = {
  api: 9,
  library: 99,
  platform: 'OfficeOnline',
  sharedRuntime: false,
  desktop: false,
  undo: false,
  inExcel: true,
  partitionKey: 'stand-in',
  habits: {},
};

/** Which handlers a change is for, where it is none of cells. */
const kinds: Record<string, HandlerKind> = {
  RowSorted: 'rowSorted',
  Hidden: 'rowHidden',
  Unhidden: 'rowHidden',
  Selected: 'selected',
};

type Batch<T> = (context: RequestContext) => Promise<T>;

/** Excel with one workbook open and one add-in in its pane. What is not imitated: see `notImitated.ts`. */
export class ExcelHost {
  readonly options: HostOptions;
  readonly habits: Habits;
  book: Book;
  /** Whether the clerk is typing in a cell: calls fail then. https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
  editing = false;
  eventsEnabled = true;
  /** Called when a batch has arrived and before it runs: what a clerk does in that moment. */
  beforeBatch: (() => void) | null = null;
  readonly handlers = new Set<Handler>();
  /** Round trips, and the largest request and answer in bytes. */
  readonly counts = { syncs: 0, requestBytes: 0, answerBytes: 0 };
  readonly ribbon = new Ribbon();
  readonly dialogs = new Dialogs();
  readonly #undo: string[] = [];
  #deliveries: Promise<void>[] = [];

  constructor(options: Partial<HostOptions> = {}, book = new Book()) {
    this.options = { ...defaults, ...options };
    this.habits = { ...documented, ...this.options.habits };
    this.book = book;
  }

  get Excel() {
    return {
      run: this.#run,
      // What a page can ask of the library itself: whether its classes have a member.
      Workbook: { prototype: this.#known(WorkbookProxy.prototype, {}) },
      Worksheet: {
        prototype: this.#known(WorksheetProxy.prototype, {
          notes: 18,
          onRowHiddenChanged: 11,
          onRowSorted: 10,
        }),
      },
      Table: { prototype: this.#known(TableProxy.prototype, { resize: 13 }) },
    };
  }

  #known(prototype: object, since: Record<string, number>): object {
    const { library } = this.options;
    return Object.fromEntries(
      Object.getOwnPropertyNames(prototype)
        .filter((name) => (since[name] ?? 0) <= library)
        .map((name) => [name, true]),
    );
  }

  /** https://learn.microsoft.com/javascript/api/excel#excel-excel-run-function(1) : what is still queued at the end is synced. */
  readonly #run = async <T>(first: Batch<T> | object, second?: Batch<T>): Promise<T> => {
    const batch = (second ?? first) as Batch<T>;
    const context = (first as { context?: RequestContext }).context ?? new RequestContext(this as ExcelHost);
    const result = await batch(context);
    if (context.pending) await context.sync();
    return result;
  };

  readonly OfficeExtension = { Error: OfficeError };

  /** https://learn.microsoft.com/javascript/api/office#office-office-onready-function(1) and …/office.context */
  get Office() {
    const { inExcel, platform, api, sharedRuntime, desktop, partitionKey } = this.options;
    const info = inExcel ? { host: 'Excel', platform } : { host: null, platform: null };
    return {
      HostType: { Excel: 'Excel' },
      AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
      EventType: {
        DialogMessageReceived: 'dialogMessageReceived',
        DialogEventReceived: 'dialogEventReceived',
        DialogParentMessageReceived: 'dialogParentMessageReceived',
      },
      actions: this.ribbon.actions,
      addin: this.ribbon.addin,
      onReady: async (callback?: (ready: typeof info) => unknown) => {
        await callback?.(info);
        return info;
      },
      context: {
        ...info,
        partitionKey,
        ui: this.dialogs.ui,
        displayLanguage: 'zh-CN',
        requirements: {
          isSetSupported: (name: string, version = '1.1') => {
            const minor = Number(version.split('.')[1]);
            if (name === 'ExcelApi') return inExcel && minor <= api;
            if (name === 'ExcelApiDesktop') return inExcel && desktop && minor <= 1;
            if (name === 'DialogApi') return inExcel && minor <= 2;
            return name === 'SharedRuntime' && inExcel && sharedRuntime && minor <= 1;
          },
        },
      },
    };
  }

  /** Puts the stand-in where Office.js puts itself. It takes the page's history away, as Office.js does. */
  install(global: object): void {
    Object.assign(global, {
      Excel: this.Excel,
      Office: this.Office,
      OfficeExtension: this.OfficeExtension,
    });
    const { history } = global as { history?: object };
    if (history) Object.assign(history, { pushState: null, replaceState: null });
  }

  /** Where the keyboard goes: to the add-in's pane, or to the sheet. */
  keyboard: 'pane' | 'sheet' = 'pane';

  /** Something that a person does in Excel; `remote`: a co-author elsewhere. Events follow, a little later. */
  act(change: (book: Book) => Change[], remote = false): void {
    this.remember(1);
    this.emit(change(this.book), { source: remote ? 'Remote' : 'Local', ownAddIn: false });
  }

  /** A step that can be undone, the add-in's own too: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities */
  remember(operations: number, addIn = false): void {
    if (!this.options.undo || operations === 0) return;
    if (addIn && this.habits.undo === 'cleared') this.#undo.length = 0;
    else this.#undo.push(this.book.save());
  }

  /** How many steps can be taken back. */
  get undoable(): number {
    return this.#undo.length;
  }

  /** Ctrl+Z, for the last step that changed anything. Which events Excel then fires is documented nowhere: one for everything. */
  undo(): void {
    const now = this.book.save();
    let before = this.#undo.pop();
    while (before === now) before = this.#undo.pop();
    if (before === undefined) return;
    this.book = Book.open(before);
    this.emit(
      this.book.sheets.flatMap((sheet) => {
        const area = sheet.used(true);
        return area ? [{ sheet: sheet.id, area, changeType: 'RangeEdited' }] : [];
      }),
      { source: 'Local', ownAddIn: false },
    );
  }

  emit(changes: Change[], origin: Origin): void {
    if (changes.length === 0) return;
    const delivery = new Promise<void>((done) => {
      setTimeout(() => {
        for (const change of changes) this.#tell(change, origin);
        done();
      });
    });
    this.#deliveries.push(delivery);
  }

  #tell(change: Change, origin: Origin): void {
    for (const { kind, sheet, handle } of this.handlers) {
      if (sheet !== change.sheet) continue;
      if (kind !== (kinds[change.changeType] ?? 'changed')) continue;
      if (kind === 'rowSorted') void handle(sortedArgs(change, origin));
      else if (kind === 'rowHidden') void handle(hiddenArgs(change, origin));
      else if (kind === 'selected') void handle(selectedArgs(change));
      else void handle(changedArgs(change, origin, this.options.api));
    }
  }

  /** Resolves once every event so far has been told. */
  async delivered(): Promise<void> {
    const deliveries = this.#deliveries;
    this.#deliveries = [];
    await Promise.all(deliveries);
    if (this.#deliveries.length > 0) await this.delivered();
  }

  /** The saved file opened anew, on a computer that knows nothing else: no handler, no undo. */
  reopen(options: Partial<HostOptions> = {}): ExcelHost {
    return new ExcelHost({ ...this.options, ...options }, Book.open(this.book.save()));
  }
}
