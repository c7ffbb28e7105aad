import { type Area, formatArea } from './model/address.ts';

export type HandlerKind = 'changed' | 'rowSorted' | 'rowHidden' | 'selected';

export interface Handler {
  kind: HandlerKind;
  sheet: string;
  handle: (args: unknown) => unknown;
}

export interface Change {
  sheet: string;
  area: Area;
  changeType: string;
  /** Of a single cell that was typed into. */
  details?: { valueBefore: unknown; valueAfter: unknown };
}

export interface Origin {
  source: 'Local' | 'Remote';
  /** Whether the add-in itself did it. */
  ownAddIn: boolean;
}

/**
 * What a handler is told: https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs . Details are there for a
 * single cell only; `triggerSource` from ExcelApi 1.14 on.
 */
export function changedArgs({ sheet, area, changeType, details }: Change, origin: Origin, api: number) {
  return {
    type: 'WorksheetChanged',
    worksheetId: sheet,
    address: formatArea(area),
    changeType,
    source: origin.source,
    details,
    ...(api >= 14 && { triggerSource: origin.ownAddIn ? 'ThisLocalAddin' : 'Unknown' }),
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetrowhiddenchangedeventargs */
export function hiddenArgs({ sheet, area, changeType }: Change, { source }: Origin) {
  const address = `${area.row + 1}:${area.row + area.rows}`;
  return { type: 'WorksheetRowHiddenChanged', worksheetId: sheet, address, changeType, source };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetselectionchangedeventargs */
export function selectedArgs({ sheet, area }: Change) {
  return { type: 'WorksheetSelectionChanged', worksheetId: sheet, address: formatArea(area) };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetrowsortedeventargs */
export function sortedArgs({ sheet, area }: Change, { source }: Origin) {
  return { type: 'WorksheetRowSorted', worksheetId: sheet, address: formatArea(area), source };
}
