import { trimBlanks } from '../import/text/characters.ts';
import type { LedgerCell } from './ledgerFile.ts';
import { headingPeriod, type PeriodReading } from './periodWords.ts';
import type { ReportProposal, RowProposal } from './proposal.ts';
import { reportsFor, type Said } from './proposeReports.ts';
import { columnsOf, matchAt, namesWhom, type SheetContext } from './sheetContext.ts';
import type { ReadLayout } from './rowLayout.ts';
import type { AskReason } from './values.ts';

/** A column that stands for a period or a unit, whatever its cells hold. */
interface Across {
  column: number;
  period: PeriodReading | null;
  isOwn: boolean;
  isOther: boolean;
}

const blank: Omit<Said, 'note'> = {
  ...{ status: null, count: null, completedOn: null },
  ...{ problems: '', contact: '', evidence: '' },
};

/** What one cell says by itself: a number, a tick or a word, or a sentence. */
function saidBy(cell: LedgerCell): Said {
  if (typeof cell.value === 'number' && cell.day === undefined) return { ...blank, count: cell, note: '' };
  if (cell.day !== undefined) return { ...blank, completedOn: cell, note: '' };
  return cell.text.trim().length <= 6
    ? { ...blank, status: cell, note: '' }
    : { ...blank, note: trimBlanks(cell.text) };
}

/**
 * Reads a sheet whose periods or units stand in columns: of periods each cell is the report of its own; of units only the unit's own
 * columns are read. `null` where no such columns are.
 */
export function readAcross(context: SheetContext): ReadLayout | null {
  const { view, head, known } = context;
  const arrangementColumn = columnsOf(head, 'arrangements')[0] ?? columnsOf(head, 'name')[0];
  if (arrangementColumn === undefined) return null;
  const across = head.headings.map((headings, column): Across => {
    const lowest = headings.at(-1) ?? '';
    const whom = headings.length === 0 ? { own: false, others: [] } : namesWhom(headings.join(' '), known);
    const period =
      headings.map((heading) => headingPeriod(heading, known.year)).find((each) => each !== null) ?? null;
    return {
      column,
      period: lowest === '' ? null : period,
      isOwn: whom.own,
      isOther: whom.others.length > 0,
    };
  });
  const periods = across.filter(({ period }) => period !== null);
  const units = across.filter(({ isOwn, isOther }) => isOwn || isOther);
  const isByPeriod = new Set(periods.map(({ period }) => period!.periods.join())).size >= 2;
  const isByUnit = units.length >= 2 && units.some(({ isOther }) => isOther);
  if (!isByPeriod && !isByUnit) return null;
  const taskColumn = columnsOf(head, 'name').find((column) => column !== arrangementColumn) ?? -1;
  const read = isByPeriod
    ? periods.filter(({ isOther, isOwn }) => isOwn || !isOther)
    : units.filter(({ isOwn }) => isOwn);
  const rows: RowProposal[] = [];
  let task = '';
  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const text = trimBlanks(view.shown(row, arrangementColumn)?.text ?? '');
    task = trimBlanks(view.shown(row, taskColumn)?.text ?? '') || task;
    if (text === '') continue;
    if (/^(?:合计|总计|小计)/u.test(text)) {
      rows.push({ row, is: 'total', matches: [], reports: [] });
      continue;
    }
    const match = matchAt(context, row, 0, { text, task, number: '' });
    const { code } = match;
    if (code === null) {
      rows.push({
        row,
        is: match.why === 'not-assigned' ? 'other-unit' : 'arrangement',
        matches: [match],
        reports: [],
      });
      continue;
    }
    const isAsked = match.confidence === 'ask' ? (match.why as AskReason) : null;
    const reports = read.flatMap(({ column, period }): ReportProposal[] => {
      const cell = view.own(row, column);
      if (cell === null || cell.isStruck === true) return [];
      return reportsFor(code, saidBy(cell), period ?? context.period, known, isAsked);
    });
    rows.push({ row, is: 'arrangement', matches: [match], reports: lastOfEach(reports) });
  }
  return { layout: isByPeriod ? 'periods-across' : 'units-across', rows, gathered: [] };
}

/** Of what falls due once, the last column says how it stands; that it is the last one is asked. */
function lastOfEach(reports: readonly ReportProposal[]): ReportProposal[] {
  const last = new Map<string, ReportProposal>();
  const counts = new Map<string, number>();
  for (const report of reports) {
    const name = `${report.schedule}.${report.indicator}.${report.periods.join()}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    last.set(name, report);
  }
  return [...last].map(([name, report]) =>
    (counts.get(name) ?? 0) > 1 && report.confidence === 'certain'
      ? { ...report, confidence: 'ask', why: 'several-periods' }
      : report,
  );
}
