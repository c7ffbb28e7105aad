import { CommandType, type IWorkbookData } from '@univerjs/core';
import type { WorkbookPort } from './port.ts';
import { UniverPort } from './univer/adapter.ts';
import { Book } from './univer/book.ts';
import { createUniver, type Language } from './univer/create.ts';
import { keepRowsWhole } from './univer/guards.ts';
import { fontStack } from './univer/look.ts';
import { showMessages } from './univer/messages.ts';
import { tidyDropdowns, tidyHeights } from './univer/tidy.ts';

/** A workbook as it is stored: Univer's own snapshot, opaque to everyone else. */
export type Snapshot = Partial<IWorkbookData>;

export interface OpenWorkbook {
  port: WorkbookPort;
  /** Everything a reopened workbook needs: sheets, styles, dropdowns, filters and the port's state. */
  snapshot(): Snapshot;
  /** Tells of every change that a stored copy would miss. */
  onDirty(listener: () => void): () => void;
  close(): void;
}

const words = {
  zh: {
    ledger: '台账',
    archive: '存档',
    titles: { error: '须改正', warning: '请核实', changed: '已由他人更新', conflict: '两处修改不一致' },
  },
  en: {
    ledger: '台账',
    archive: '存档',
    titles: {
      error: 'To be corrected',
      warning: 'Please check',
      changed: 'Updated by others',
      conflict: 'Conflict',
    },
  },
};

/** Opens a spreadsheet in `container`, either new or as it was left. */
export async function openUniver(
  container: HTMLElement,
  options: { language: Language; snapshot?: Snapshot | undefined },
): Promise<OpenWorkbook> {
  const { ledger, archive, titles } = words[options.language];
  const { univer, api } = await createUniver(container, options.language);
  const book = new Book(univer, api, options.snapshot ?? blank(ledger));
  const port = new UniverPort(book, { ledger, archive });
  const dirty = new Set<() => void>();
  const watch = book.commands.onCommandExecuted(({ id, type, params }) => {
    if (type !== CommandType.MUTATION || !isSheetMutation(id)) return;
    for (const listener of dirty) listener();
    if ((params as { subUnitId?: string } | undefined)?.subUnitId === book.data.ledger) port.changed();
    if (displacing.has(id)) tidySoon(true);
    else if (id === 'sheet.mutation.set-range-values') tidySoon(false);
  });
  let queued: { heights: boolean } | null = null;
  const tidySoon = (heights: boolean): void => {
    if (queued) {
      queued.heights ||= heights;
      return;
    }
    queued = { heights };
    queueMicrotask(() => {
      const sheet = book.ledger();
      if (sheet) tidyDropdowns(book, sheet);
      if (sheet && queued?.heights) tidyHeights(book, sheet);
      queued = null;
    });
  };
  const release = [keepRowsWhole(book), showMessages(api, book, titles), () => watch.dispose()];
  return {
    port,
    snapshot: () => book.workbook.save(),
    onDirty(listener) {
      dirty.add(listener);
      return () => dirty.delete(listener);
    },
    close() {
      for (const part of release) part();
      univer.dispose();
    },
  };
}

const isSheetMutation = (id: string): boolean =>
  id.startsWith('sheet.mutation.') || id.startsWith('data-validation.mutation.');

/** After these a row may stand where another's dropdown and height are. */
const displacing = new Set([
  'sheet.mutation.reorder-range',
  'sheet.mutation.move-rows',
  'sheet.mutation.move-range',
]);

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
