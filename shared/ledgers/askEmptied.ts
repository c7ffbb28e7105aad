import { optionalFields, type RowField, type RowValues } from '../row/row.ts';
import { SheetView, type LedgerFile } from './ledgerFile.ts';
import type { LedgerProposal } from './proposal.ts';
import type { SaidReport, SettledReport } from './settleReports.ts';

/** A field that is blank in her file and filled in what is stored. */
export interface Emptied {
  id: string;
  field: RowField;
  stored: string | number | boolean;
  /** Whether that she means to clear it is likelier. */
  isCleared: boolean;
}

/** What of a report is stored; `isShown`: whether her file is a ledger of ours that showed it. */
export interface StoredReport {
  values: RowValues;
  isShown: boolean;
}

const dashes = /^[-—–/／\s]*$/u;
const done: readonly unknown[] = ['已完成', '已开展'];
/** What a problem was is told anew each time; who is to be called is not. */
const passing: readonly RowField[] = ['problems', 'completedOn'];

/**
 * Fields of which a blank may mean that they are to be cleared: optional ones, and the day of completion of what is not done. Status,
 * count and note are never cleared by a blank, which is neither 0 nor 本地无此类. Only of sheets with a row for each report.
 */
export function emptiedIn(
  file: LedgerFile,
  proposal: LedgerProposal,
  reports: readonly SettledReport[],
  storedOf: (report: SettledReport) => StoredReport | null,
): Emptied[] {
  const views = file.sheets.map((sheet) => new SheetView(sheet));
  return reports.flatMap((report): Emptied[] => {
    const { id, sheet, row, state, values } = report;
    const { columns, layout } = proposal.sheets[sheet]!;
    if (row === null || (state !== 'ready' && state !== 'asked')) return [];
    if (layout !== 'rows' && layout !== 'rows-per-period') return [];
    const stored = storedOf(report);
    if (stored === null) return [];
    const isUndone = values.status !== undefined && !done.includes(values.status);
    const fields: readonly RowField[] = isUndone ? ['completedOn', ...optionalFields] : optionalFields;
    return fields.flatMap((field): Emptied[] => {
      const before = stored.values[field];
      const own = columns.filter(({ role }) => role === field);
      const isBlank = own.every(({ column }) => {
        const cell = views[sheet]!.shown(row, column);
        return (
          cell === null || cell.isStruck === true || (dashes.test(cell.text) && cell.formula !== 'missing')
        );
      });
      if (before === null || own.length === 0 || !isBlank) return [];
      return [{ id, field, stored: before, isCleared: stored.isShown || passing.includes(field) }];
    });
  });
}

/** Reports with a question for each field that was emptied and of which nothing was said. */
export function askEmptied(
  reports: readonly SettledReport[],
  emptied: readonly Emptied[],
  said: ReadonlyMap<string, SaidReport>,
): SettledReport[] {
  const byId = Map.groupBy(emptied, ({ id }) => id);
  return reports.map((report): SettledReport => {
    const open = (byId.get(report.id) ?? []).filter(
      ({ field }) => said.get(report.id)?.values?.[field] === undefined,
    );
    if (open.length === 0) return report;
    const cleared = open.filter(({ isCleared }) => isCleared).map(({ field }) => [field, ''] as const);
    return {
      ...report,
      state: 'asked',
      values: { ...report.values, ...Object.fromEntries(cleared) },
      questions: [
        ...report.questions,
        ...open.map(({ field, isCleared, stored }) => ({
          ...{ about: field, why: 'emptied' as const, proposal: isCleared ? '' : stored },
        })),
      ],
    };
  });
}
