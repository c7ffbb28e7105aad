import { CommandType, LifecycleStages } from '@univerjs/core';
import { RemoveSheetsFilterMutation } from '@univerjs/preset-sheets-filter';
import { type ISetSelectionsOperationParams, SetSelectionsOperation } from '@univerjs/sheets';
import type { FUniver } from '@univerjs/core/facade';
import type { OpenOptions, OpenWorkbook, Snapshot } from '../univer.ts';
import { UniverPort } from './adapter.ts';
import { asLaidOutNow } from './asLaidOutNow.ts';
import { Book } from './book.ts';
import { createUniver } from './create.ts';
import { fillCopies } from './fillCopies.ts';
import { keepRowsWhole } from './guards.ts';
import { fontStack } from './look.ts';
import { showMessages } from './messages.ts';
import { pastePlain } from './plainPaste.ts';
import { bookText } from './text.ts';
import { tidyDropdowns } from './tidy.ts';

/** As `openUniver`, with the Univer workbook itself, for tests that act as its user. */
export async function openBook(
  container: HTMLElement,
  options: OpenOptions,
): Promise<OpenWorkbook & { book: Book; end(): void }> {
  const { ledger, archive, titles } = bookText[options.language];
  const { univer, api } = await createUniver(container, options.language);
  const book = new Book(univer, api, asWanted(options) ?? blank(ledger));
  await rendered(api);
  const port = new UniverPort(book, { ledger, archive });
  const dirty = new Set<() => void>();
  book.onData = () => {
    for (const listener of dirty) listener();
  };
  book.commands.onCommandExecuted(({ id, type, params }) => {
    if (id === SetSelectionsOperation.id) tellSelected(params as ISetSelectionsOperationParams);
    if (type !== CommandType.MUTATION || !isSheetMutation(id)) return;
    book.onData();
    if ((params as { subUnitId?: string } | undefined)?.subUnitId === book.data.ledger) {
      port.changed(writtenRows(id, params, port.header()));
    }
    if (id === RemoveSheetsFilterMutation.id && !book.writing) port.unfiltered();
    if (displacing.has(id)) tidySoon();
  });
  const tellSelected = ({ subUnitId, selections }: ISetSelectionsOperationParams): void => {
    const { startRow, startColumn } = selections[0]?.range ?? {};
    if (subUnitId === book.data.ledger && startRow !== undefined) port.selected(startRow, startColumn ?? 0);
  };
  let queued = false;
  const tidySoon = (): void => {
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      const sheet = book.ledger();
      if (sheet) tidyDropdowns(book, sheet);
    });
  };
  fillCopies(univer);
  keepRowsWhole(book);
  pastePlain(book);
  showMessages(api, book, container, titles);
  return {
    book,
    port,
    snapshot: () => book.workbook.save(),
    openFile: async (file) => (await import('./importFile.ts')).importFile(book, file),
    onDirty(listener) {
      dirty.add(listener);
      return () => dirty.delete(listener);
    },
    end: () => univer.dispose(),
  };
}

/** Parts of Univer (scrolling among them) are there only once it has drawn itself. */
function rendered(api: FUniver): Promise<void> {
  return new Promise((done) => {
    if (api.getCurrentLifecycleStage() >= LifecycleStages.Rendered) return done();
    const watch = api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage < LifecycleStages.Rendered) return;
      watch.dispose();
      done();
    });
  });
}

const isSheetMutation = (id: string): boolean =>
  id.startsWith('sheet.mutation.') || id.startsWith('data-validation.mutation.');

/** These say how rows look, not what stands in them. */
const looks = new Set([
  'sheet.mutation.set-row-data',
  'sheet.mutation.set-worksheet-row-height',
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.set-filter-range',
  'sheet.mutation.set-filter-criteria',
  'sheet.mutation.remove-filter',
  'sheet.mutation.re-calc-filter',
]);

/** Positions of the rows that a mutation has written cells of; `null` where rows may have moved, or it is not known. */
function writtenRows(id: string, params: unknown, header: number): number[] | null {
  if (looks.has(id) || id.startsWith('data-validation.mutation.')) return [];
  if (id !== 'sheet.mutation.set-range-values') return null;
  const { cellValue } = params as { cellValue?: Record<string, unknown> };
  const rows = Object.keys(cellValue ?? {}).map(Number);
  // The header is a row of its own: what is written there, or above it, concerns the whole ledger.
  return cellValue && rows.every((row) => row > header) ? rows.map((row) => row - header - 1) : null;
}

/** After these a row may stand where another's dropdown is, or one that was pasted over. */
const displacing = new Set([
  'sheet.mutation.reorder-range',
  'sheet.mutation.move-rows',
  'sheet.mutation.move-range',
  'sheet.mutation.set-range-values',
]);

const asWanted = ({ snapshot, widths }: OpenOptions): Snapshot | undefined =>
  snapshot && widths ? asLaidOutNow(snapshot, widths) : snapshot;

function blank(name: string): Snapshot {
  const id = 'sheet-1';
  return {
    id: 'taizhang',
    name,
    sheetOrder: [id],
    sheets: { [id]: { id, name, rowCount: 40, columnCount: 20 } },
    defaultStyle: { ff: fontStack, fs: 11, vt: 2 },
  };
}
