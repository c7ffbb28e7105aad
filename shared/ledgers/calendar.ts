import { saidOfDays, weekdaysIn } from './days.ts';
import type { Head } from './findHead.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import { dayPeriod, readPeriodWords, type PeriodReading } from './periodWords.ts';
import type { ReportProposal } from './proposal.ts';
import { lastOfEach, saidOf } from './acrossLayouts.ts';
import { periodColumnOf } from './arrangementGroups.ts';
import { reportsFor } from './proposeReports.ts';
import { matchOfTitle, type ReadLayout } from './rowLayout.ts';
import type { SheetContext } from './sheetContext.ts';
import type { AskReason } from './values.ts';

/** Calendars of one arrangement that the title names: a month in boxes, or months down and their weeks across. */

const searchedRows = 12;
/** A day with what was done on it, in one box: 2√, 8 已调度5家. */
const box = /^(\d{1,2})[日号]?(?:[\s：:]+(\S.*))?$/su;

/** The head of a calendar: the row of weekdays. `null`: the sheet is none. */
export function headOfCalendar(view: SheetView): Head | null {
  for (let row = 0; row < Math.min(searchedRows, view.height - 1); row += 1) {
    const texts = Array.from({ length: view.width }, (_, column) => view.text(row, column));
    if (weekdaysIn(texts) !== null && dayRow(view, row + 1) !== null)
      return { firstRow: row, lastRow: row, columns: [], headings: [] };
  }
  return null;
}

/** The days of a row of boxes, by column; `null`: it has none, one after the other. */
function dayRow(view: SheetView, row: number): Map<number, { day: number; rest: string }> | null {
  const found = new Map<number, { day: number; rest: string }>();
  let last = 0;
  for (let column = 0; column < view.width; column += 1) {
    const [, day, rest] = box.exec(view.text(row, column)) ?? [];
    if (day === undefined) continue;
    if (last > 0 && Number(day) !== last + 1) return null;
    last = Number(day);
    found.set(column, { day: last, rest: rest ?? '' });
  }
  return found.size > 1 || (found.size === 1 && last === 1) ? found : null;
}

/** Reads a calendar: what stands in or beneath the box of a day is of the day’s week, and asked. */
export function readCalendar(context: SheetContext): ReadLayout | null {
  const { view, head, known, period } = context;
  const match = matchOfTitle(context, view.sheet.name);
  if (match === null || match.code === null || period?.kind !== 'month') return null;
  const { code } = match;
  const weeks = new Map<string, { period: PeriodReading; cells: LedgerCell[] }>();
  const days = new Map<number, number>();
  const add = (column: number, cell: LedgerCell): void => {
    const week = dayPeriod(String(days.get(column) ?? 0), known.year, period);
    if (week === null) return;
    const name = week.periods.join();
    const found = weeks.get(name) ?? { period: week, cells: [] };
    found.cells.push(cell);
    weeks.set(name, found);
  };
  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const boxes = dayRow(view, row);
    if (boxes !== null) days.clear();
    for (const [column, { day, rest }] of boxes ?? []) {
      days.set(column, day);
      if (rest !== '') add(column, { text: rest, value: rest });
    }
    if (boxes !== null) continue;
    for (let column = 0; column < view.width; column += 1) {
      const cell = view.own(row, column);
      if (cell !== null && cell.isStruck !== true) add(column, cell);
    }
  }
  const asked: AskReason = match.confidence === 'ask' ? (match.why as AskReason) : 'counted-from-rows';
  const reports = [...weeks.values()].flatMap(({ period: week, cells }): ReportProposal[] => {
    const said = saidOfDays(cells);
    if (said === null) return [];
    return reportsFor(code, { ...nothing, ...said }, week, known, asked);
  });
  const matches = [{ ...match, words: context.title }];
  return {
    ...{ layout: 'form', gathered: lastOfEach(reports) },
    rows: [{ row: head.lastRow, is: 'arrangement', matches, reports: [] }],
  };
}

const nothing = {
  ...{ status: null, count: null, completedOn: null },
  ...{ note: '', problems: '', contact: '', evidence: '' },
};

const partOfMonth = /^(?:第?[一二三四五六1-6]周|[上中下]旬)$/u;

/** Reads months down and their weeks or thirds across; `null`: the sheet is no such table. */
export function readWeeksOfMonths(context: SheetContext): ReadLayout | null {
  const { view, head, known } = context;
  const parts = head.headings.flatMap((headings, column) =>
    partOfMonth.test(headings.at(-1) ?? '') ? [{ column, heading: headings.at(-1)! }] : [],
  );
  const down = parts.length < 2 ? -1 : periodColumnOf(context);
  const match = down < 0 ? null : matchOfTitle(context, view.sheet.name);
  if (match === null || match.code === null) return null;
  const { code } = match;
  const asked = match.confidence === 'ask' ? (match.why as AskReason) : null;
  const gathered: ReportProposal[] = [];
  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const month = readPeriodWords(view.shown(row, down)?.text ?? '', known.year, context.period);
    if (month?.kind !== 'month') continue;
    for (const { column, heading } of parts) {
      const said = saidOf(view, row, [{ column, role: null }]);
      const words = heading.endsWith('旬') ? `${Number(month.periods[0]!.slice(5))}月${heading}` : heading;
      const period = readPeriodWords(words, known.year, month);
      if (said !== null) gathered.push(...reportsFor(code, said, period, known, asked));
    }
  }
  if (gathered.length === 0) return null;
  const matches = [{ ...match, words: context.title }];
  return {
    ...{ layout: 'form', gathered: lastOfEach(gathered), areGroups: true },
    rows: [{ row: head.lastRow, is: 'arrangement', matches, reports: [] }],
  };
}
