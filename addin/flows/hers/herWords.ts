import { plainStatus } from '../../../shared/ledgers/plainStatus.ts';
import { readStatus } from '../../../shared/rules/read/readStatus.ts';
import { parseRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { LedgerChange, ScannedRow, WorkbookPort } from '../../workbook/port.ts';

/** A row of hers with her status as the choice that it means beyond doubt (是, √, 否): as an upload of it is read. */
function inOurWords(row: ScannedRow): ScannedRow {
  const { status, key } = row.cells;
  if (row.isHers !== true || status === null || status === undefined || status === '') return row;
  const id = parseRowKey(String(key ?? ''));
  if (typeof id === 'string') return row;
  const isCadence = id.period.includes('-');
  if (readStatus(status, isCadence).value !== null) return row;
  const read = plainStatus(String(status).trim(), isCadence);
  return read === null ? row : { ...row, cells: { ...row.cells, status: read } };
}

/** The workbook with what she writes for a status in our words. Her cells stay as she has written them. */
export function herWords(port: WorkbookPort): WorkbookPort {
  const hers = new WeakMap<ScannedRow, ScannedRow>();
  const own: Pick<WorkbookPort, 'scan' | 'apply'> = {
    async scan(positions) {
      const rows = await port.scan(positions);
      return (
        rows?.map((row) => {
          const read = inOurWords(row);
          if (read !== row) hers.set(read, row);
          return read;
        }) ?? null
      );
    },
    // What a cell held when a change was planned is what stands in it.
    apply: (change: LedgerChange, seen) =>
      port.apply(
        change,
        seen?.map((row) => hers.get(row) ?? row),
      ),
  };
  return new Proxy(port, {
    get(target, property) {
      if (property in own) return own[property as keyof typeof own];
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
