import type { FUniver } from '@univerjs/core/facade';
import { CellAlertType } from '@univerjs/sheets-ui';
import type { Mark } from '../port.ts';
import type { Book } from './book.ts';

/** What a marked cell carries; it moves along when the cell does. */
export interface MarkTag {
  mark: Exclude<Mark, 'none'>;
  message: string | null;
  /** In a sheet of the clerk's own: the colour that was there, which comes back. */
  was?: string | null;
}

const types: Record<MarkTag['mark'], CellAlertType> = {
  error: CellAlertType.ERROR,
  warning: CellAlertType.WARNING,
  changed: CellAlertType.INFO,
  conflict: CellAlertType.WARNING,
  returned: CellAlertType.WARNING,
  red: CellAlertType.ERROR,
  yellow: CellAlertType.WARNING,
  blue: CellAlertType.INFO,
  note: CellAlertType.INFO,
};

/** Shows the message of a marked cell while the pointer is over it. */
export function showMessages(
  api: FUniver,
  book: Book,
  container: HTMLElement,
  titles: Record<MarkTag['mark'], string>,
): void {
  let shown: { dispose(): void } | null = null;
  const hide = (): void => {
    shown?.dispose();
    shown = null;
  };
  api.addEvent(api.Event.CellHover, ({ worksheet, row, column }) => {
    hide();
    if (worksheet.getSheetId() !== book.data.ledger) return;
    const tag = worksheet.getSheet().getCellRaw(row, column)?.custom as Partial<MarkTag> | null | undefined;
    if (!tag?.mark || !tag.message) return;
    shown = worksheet.getRange(row, column).attachAlertPopup({
      key: 'taizhang-message',
      type: types[tag.mark],
      title: titles[tag.mark],
      message: tag.message,
      // Univer shows it as wide as the page's styles say.
      width: 280,
      height: 80,
    });
  });
  // Univer tells of the next cell, but not of the pointer leaving the cells for the headers or the pane.
  container.addEventListener('pointermove', ({ target, offsetX, offsetY }) => {
    const { rowHeader, columnHeader } = book.workbook.getActiveSheet().getSheet().getConfig();
    const overCells =
      target instanceof HTMLCanvasElement && offsetX > rowHeader.width && offsetY > columnHeader.height;
    if (!overCells) hide();
  });
  container.addEventListener('pointerleave', hide);
}
