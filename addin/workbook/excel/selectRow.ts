import type { ColumnId } from '../port.ts';
import type { Known } from './planWrite.ts';
import type { Rounds } from './rounds.ts';

/** Goes to a cell of the ledger, by its row's key or position; the row of the sheet, from 0, or `null` where it is not there. */
export async function selectRow(
  context: Excel.RequestContext,
  rounds: Rounds,
  { bounds, keys }: Known,
  row: string | number,
  column: ColumnId,
): Promise<number | null> {
  const position =
    typeof row === 'number' ? row : keys.findIndex((each) => each !== null && String(each) === row);
  const at = bounds.columns.get(column);
  if (position < 0 || position >= keys.length || at === undefined) return null;
  const place = bounds.header + 1 + position;
  await rounds.round(context, () => {
    const sheet = context.workbook.worksheets.getItem(bounds.sheet);
    sheet.activate();
    const cell = sheet.getRangeByIndexes(place, at, 1, 1);
    // Hidden or filtered out, it could be selected and not be seen.
    cell.rowHidden = false;
    cell.select();
  });
  return place;
}
