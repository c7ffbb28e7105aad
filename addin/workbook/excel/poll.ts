import type { CellValue } from '../../../shared/row/row.ts';
import { LedgerBusy, LedgerRefused } from '../port.ts';
import type { Known } from './planWrite.ts';
import { blankAsNull } from './read.ts';
import type { Rounds } from './rounds.ts';
import { keysOf } from './write.ts';

/** As `lookAtStatuses`; none where Excel is in the middle of an edit, or refuses: the next time tells. */
export const pollStatuses = (...asked: Parameters<typeof lookAtStatuses>): Promise<number[] | null> =>
  lookAtStatuses(...asked).catch((thrown: unknown) => {
    if (thrown instanceof LedgerBusy || thrown instanceof LedgerRefused) return [];
    throw thrown;
  });

/**
 * Positions whose status is another than was last read, in one round trip that does not wait for the end of an edit; `null`
 * where rows stand elsewhere. Choices from a dropdown are what no event may tell of: github.com/OfficeDev/office-js 420.
 */
async function lookAtStatuses(
  context: Excel.RequestContext,
  rounds: Rounds,
  { bounds, keys, statuses }: Known,
): Promise<number[] | null> {
  const at = bounds.columns.get('status');
  const { there, column } = await rounds.round(
    context,
    () => {
      const sheet = context.workbook.worksheets.getItem(bounds.sheet);
      const own = keysOf(sheet, bounds);
      own?.load('values');
      const count = bounds.end - bounds.header - 1;
      const status =
        at === undefined || count === 0 ? null : sheet.getRangeByIndexes(bounds.header + 1, at, count, 1);
      status?.load('values');
      return { there: own, column: status };
    },
    1,
  );
  const valuesOf = (range: Excel.Range | null) =>
    ((range?.values ?? []) as CellValue[][]).map(([value]) => blankAsNull(value));
  if (valuesOf(there).some((key, position) => key !== (keys[position] ?? null))) return null;
  return valuesOf(column).flatMap((status, position) =>
    status === (statuses[position] ?? null) ? [] : [position],
  );
}
