import type { LedgerKnown } from './known.ts';
import type { LedgerFile } from './ledgerFile.ts';
import { headingPeriod, readPeriodWords } from './periodWords.ts';
import type { ReportProposal, RowProposal, SheetProposal } from './proposal.ts';

const nameOf = ({ arrangement, schedule, indicator, periods }: ReportProposal): string =>
  `${arrangement}.${schedule}.${indicator}.${periods.join()}`;

/**
 * Where a sheet is kept for each month or week, the newest that says anything of an arrangement says how that stands; of earlier
 * ones only reports of their own periods count.
 */
export function onlyNewest(
  sheets: readonly SheetProposal[],
  file: LedgerFile,
  known: LedgerKnown,
): SheetProposal[] {
  const startOf = (at: number): string => {
    const name = file.sheets[at]?.name ?? '';
    const read =
      headingPeriod(name, known.year) ??
      (/^20\d\d\D?\d+$/u.test(name) ? readPeriodWords(name, known.year) : null);
    return read?.periods[0] ?? '';
  };
  const seen = new Set<string>();
  const order = sheets
    .map((_, at) => at)
    .filter((at) => sheets[at]!.isRead && startOf(at) !== '')
    .sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  if (order.length < 2) return [...sheets];
  const kept = new Map<number, RowProposal[]>();
  for (const at of order) {
    const rows = sheets[at]!.rows.map((row) => ({
      ...row,
      reports: row.reports.filter((report) => !seen.has(nameOf(report))),
    }));
    for (const report of rows.flatMap(({ reports }) => reports)) seen.add(nameOf(report));
    kept.set(at, rows);
  }
  return sheets.map((sheet, at) => ({ ...sheet, rows: kept.get(at) ?? sheet.rows }));
}

/** What a report says, in whatever order. */
const toldBy = ({ values, ask }: ReportProposal): string =>
  JSON.stringify([
    Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
    ask.map(({ field, proposal }) => [field, proposal]).sort(),
  ]);

/** What two sheets report of the same and not alike, with nothing to say which of them counts, is asked. */
export function askRepeated(sheets: readonly SheetProposal[]): SheetProposal[] {
  const seen = new Map<string, { at: number; told: string }>();
  const repeated = new Set<string>();
  sheets.forEach(({ rows, gathered }, at) => {
    for (const report of [...rows.flatMap(({ reports }) => reports), ...gathered]) {
      const name = nameOf(report);
      const told = toldBy(report);
      const before = seen.get(name);
      if (before !== undefined && before.at !== at && before.told !== told) repeated.add(name);
      seen.set(name, { at, told });
    }
  });
  if (repeated.size === 0) return [...sheets];
  const asked = (report: ReportProposal): ReportProposal =>
    repeated.has(nameOf(report)) && report.confidence === 'certain'
      ? { ...report, confidence: 'ask', why: 'match-twice' }
      : report;
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, reports: row.reports.map(asked) })),
    gathered: sheet.gathered.map(asked),
  }));
}
