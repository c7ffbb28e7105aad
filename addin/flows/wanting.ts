import type { RowValues } from '../../shared/row/row.ts';
import { isCadence } from '../../shared/rules/context.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';

/** Whether a dated row has yet to say done. */
export function isWanting(row: SheetRow): boolean {
  return (
    row.due !== null && ['open', 'overdue', 'received'].includes(row.state) && !saysDone(row, row.values)
  );
}

/** Whether nothing has been submitted for a row: 未报. What was reported and is not done is no such row. */
export function isUnreported({ version }: Pick<SheetRow, 'version'>): boolean {
  return version === null;
}

export function saysDone({ context }: SheetRow, values: Pick<RowValues, 'status'> | null): boolean {
  const status = values?.status;
  return status === '本地无此类' || status === (isCadence(context) ? '已开展' : '已完成');
}
