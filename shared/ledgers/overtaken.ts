import type { RowField, RowValues } from '../row/row.ts';
import type { SettledReport } from './settleReports.ts';

/**
 * Reports of a ledger of ours without what it says only because it was downloaded before somebody reported something else. `bases`:
 * by id, what the row held then. What she has not touched since is not hers to say; a row that she has not touched says nothing.
 */
export function withoutUntouched(
  reports: readonly SettledReport[],
  bases: ReadonlyMap<string, RowValues>,
): SettledReport[] {
  return reports.map((report): SettledReport => {
    const base = bases.get(report.id);
    if (base === undefined) return report;
    const isUntouched = (field: RowField): boolean =>
      base[field] !== null && String(report.values[field]) === String(base[field]);
    const values = Object.fromEntries(
      Object.entries(report.values).filter(([field]) => !isUntouched(field as RowField)),
    );
    const isSilent = Object.keys(values).length === 0 && report.questions.length === 0;
    return { ...report, values, ...(isSilent && report.state === 'ready' && { state: 'leftOut' as const }) };
  });
}
