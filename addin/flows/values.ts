import { checkRow, type Verdict } from '../../shared/rules/checkRow.ts';
import type { CellValue, RawValues, RowField, RowValues } from '../../shared/row/row.ts';
import { rowFields } from '../../shared/row/row.ts';
import type { ScannedRow } from '../workbook/port.ts';
import { shown, type RowState } from './ledger.ts';

/** The cells of a scanned row that are pushed, as the clerk left them; an emptied cell is `null`. */
export function rawOf(row: ScannedRow, fields: RowField[]): RawValues {
  const raw: RawValues = {};
  for (const field of fields) {
    const cell = row.cells[field];
    if (cell !== undefined) raw[field] = blankAsNull(cell);
  }
  return raw;
}

function blankAsNull(cell: CellValue): CellValue {
  return typeof cell === 'string' && cell.trim() === '' ? null : cell;
}

/** Reads and checks a row with the server's context; a field without a column counts as it is at the base. */
export function read(raw: RawValues, state: RowState, today: string): Verdict {
  return checkRow({ ...shown(state.server).values, ...raw }, { ...state.server.context, today });
}

/**
 * The fields in which a row differs from `base`. A cell that reads as the same value is no change:
 * Excel turns dates into serials by itself.
 */
export function changes(raw: RawValues, values: RowValues, base: RowValues): RowField[] {
  return rowFields.filter(
    (field) => raw[field] !== undefined && raw[field] !== base[field] && values[field] !== base[field],
  );
}
