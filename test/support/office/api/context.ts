import type { Book } from '../model/book.ts';
import type { Change } from '../events.ts';
import type { ExcelHost } from '../host.ts';
import type { Sheet } from '../model/sheet.ts';
import { OfficeError } from './errors.ts';
import { payloadLimit } from './limits.ts';
import { RuntimeProxy } from './runtime.ts';
import { WorkbookProxy } from './workbook.ts';
import { WorksheetProxy } from './worksheet.ts';

/** Around each operation of a request; the real figure is in no documentation. */
const envelope = 120;
/**
 * Operations wait in a queue until `sync`, which runs them in their order; the first that fails ends the batch, and what ran
 * before it stays. https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model
 */
export class RequestContext {
  readonly host: ExcelHost;
  readonly workbook: WorkbookProxy;
  readonly runtime: RuntimeProxy;
  readonly changes: Change[] = [];
  #queue: { run: () => void; bytes: number; writes: boolean }[] = [];
  #answerBytes = 0;

  constructor(host: ExcelHost) {
    this.host = host;
    this.workbook = new WorkbookProxy(this);
    this.runtime = new RuntimeProxy(this);
  }

  get book(): Book {
    return this.host.book;
  }

  worksheetOf(find: () => Sheet | null): WorksheetProxy {
    return new WorksheetProxy(this, find, true);
  }

  /** `writes`: whether the workbook is another one afterwards. */
  enqueue(run: () => void, args: unknown = null, writes = false): void {
    this.#queue.push({ run, bytes: envelope + (args === null ? 0 : bytesOf(args)), writes });
  }

  /** What events will tell of, unless they are off. */
  tell(...changes: Change[]): void {
    if (this.host.eventsEnabled) this.changes.push(...changes);
  }

  /** Counts what goes back to the add-in. */
  answer(value: unknown): void {
    this.#answerBytes += bytesOf(value);
  }

  get pending(): boolean {
    return this.#queue.length > 0;
  }

  async sync(): Promise<void> {
    const queue = this.#queue;
    this.#queue = [];
    this.#answerBytes = 0;
    const bytes = queue.reduce((sum, each) => sum + each.bytes, 0);
    const { host } = this;
    host.counts.syncs += 1;
    host.counts.requestBytes = Math.max(host.counts.requestBytes, bytes);
    await Promise.resolve();
    host.beforeBatch?.();
    if (host.editing)
      throw new OfficeError(
        'InvalidOperationInCellEditMode',
        'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
      );
    const web = host.options.platform === 'OfficeOnline';
    if (web && bytes > payloadLimit)
      throw new OfficeError(
        'RequestPayloadSizeLimitExceeded',
        'The request payload size has exceeded the limit.',
      );
    host.remember(queue.filter(({ writes }) => writes).length, true);
    try {
      for (const { run } of queue) run();
    } finally {
      host.emit(this.changes.splice(0), { source: 'Local', ownAddIn: true });
    }
    host.counts.answerBytes = Math.max(host.counts.answerBytes, this.#answerBytes);
    if (web && this.#answerBytes > payloadLimit)
      throw new OfficeError(
        'ResponsePayloadSizeLimitExceeded',
        'The response payload size has exceeded the limit.',
      );
  }
}

const encoder = new TextEncoder();

function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value) ?? '').length;
}
