import { trimBlanks, withoutBlanks } from '../import/text/characters.ts';
import { addDays } from '../calendar/days.ts';
import { isCadence } from '../rules/context.ts';
import { fewestDays, saidOfDays, weekdayOf } from './days.ts';
import { isForeignColumn, isOtherYear, saysPlan } from './foreign.ts';
import type { LedgerKnown } from './known.ts';
import { itemsIn } from './itemsIn.ts';
import { labelled, type FormRole } from './labels.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import { ListNumbers } from './listNumbers.ts';
import { dayPeriod, headingPeriod, weekOfDay, type PeriodReading } from './periodWords.ts';
import type { ColumnBlock, Match, ReadRole, ReportProposal, RowKind, RowProposal } from './proposal.ts';
import { reportsFor, type Said } from './proposeReports.ts';
import { RowScope } from './rowScope.ts';
import { settleRepeats, startOf } from './settleRepeats.ts';
import { anyWhom, cellNames, columnsOf, matchOfRow, workNames, type SheetContext } from './sheetContext.ts';
import { matchOfTitle, type ReadLayout } from './rowLayout.ts';
import { readTaskRow } from './taskRow.ts';
import type { AskReason } from './values.ts';

/** A column that stands for a period or a unit, whatever its cells hold. */
export interface Across {
  column: number;
  period: PeriodReading | null;
  isOwn: boolean;
  isOther: boolean;
  /** What its own heading beneath that of the period says; `null`: nothing. */
  role: FormRole | null;
  /** No plan, no other year, no other unit. */
  isRead: boolean;
}

const readRoles: readonly ReadRole[] = [
  ...(['status', 'count', 'completedOn', 'note', 'problems', 'contact', 'evidence'] as const),
];

const blank: Omit<Said, 'note'> = {
  ...{ status: null, count: null, completedOn: null },
  ...{ problems: '', contact: '', evidence: '' },
};

/** 2024年 over a column, beside other years. */
const yearOf = (heading: string, { year }: LedgerKnown): PeriodReading | null =>
  new RegExp(`^(?:20)?${year % 100}年度?$`, 'u').test(withoutBlanks(heading))
    ? { kind: 'year', periods: [String(year)] }
    : null;
const isOtherYearAlone = (heading: string, known: LedgerKnown): boolean =>
  /^(?:20)?\d{2}年度?$/u.test(withoutBlanks(heading)) && isOtherYear(heading, known);

/** Tells columns of different times apart. */
const nameOf = (period: PeriodReading | null): string =>
  period === null ? '' : `${period.periods.join()} ${period.third ?? ''}`;
const orderOf = (period: PeriodReading | null): string => `${startOf(period)} ${period?.third ?? ''}`;

/** What one cell says by itself: a number, a tick or a word, or a sentence. */
function saidBy(cell: LedgerCell): Said {
  if (typeof cell.value === 'number' && cell.day === undefined) return { ...blank, count: cell, note: '' };
  if (cell.day !== undefined) return { ...blank, completedOn: cell, note: '' };
  if (/^\d{1,5}\p{Script=Han}{1,2}$/u.test(cell.text.trim())) return { ...blank, count: cell, note: '' };
  return cell.text.trim().length <= 6
    ? { ...blank, status: cell, note: '' }
    : { ...blank, note: trimBlanks(cell.text) };
}

/** What the columns of one period say together, each by its own heading; a single column says it by what it holds. */
export function saidOf(
  view: SheetView,
  row: number,
  columns: readonly Pick<Across, 'column' | 'role'>[],
): Said | null {
  const cells = columns.flatMap(({ column, role }) => {
    const cell = view.own(row, column);
    return cell === null || cell.isStruck === true ? [] : [{ cell, role }];
  });
  const [only] = cells;
  if (only === undefined) return null;
  if (columns.length === 1) return saidBy(only.cell);
  const of = (role: FormRole): LedgerCell | null => cells.find((each) => each.role === role)?.cell ?? null;
  const text = (role: FormRole): string => trimBlanks(of(role)?.text ?? '');
  const bare = cells.find(({ role }) => role === null)?.cell;
  const status = of('status');
  const said: Said = {
    ...{ status, count: of('count'), completedOn: of('completedOn'), note: text('note') },
    ...{ problems: text('problems'), contact: text('contact'), evidence: text('evidence') },
  };
  // 完成 beneath 3月 holds a number, a tick or a sentence.
  const told = status !== null && isPlainlyNot(status) ? status : bare;
  if (told === undefined) return said;
  const by = saidBy(told);
  return {
    ...said,
    status: told === status ? by.status : (said.status ?? by.status),
    count: said.count ?? by.count,
    completedOn: said.completedOn ?? by.completedOn,
    note: said.note === '' ? by.note : said.note,
  };
}

/** What the columns of several days say together. */
function ofDays(view: SheetView, row: number, columns: readonly Pick<Across, 'column'>[]): Said | null {
  const cells = columns.flatMap(({ column }) => view.own(row, column) ?? []);
  const said = saidOfDays(cells.filter(({ isStruck }) => isStruck !== true));
  return said === null ? null : { ...blank, ...said };
}

/** A cell under a heading of statuses that holds a number, a day or a sentence. */
const isPlainlyNot = ({ value, day, text }: LedgerCell): boolean =>
  typeof value === 'number' || day !== undefined || text.trim().length > 6;

/**
 * Reads a sheet whose periods or units stand in columns: of periods each is the report of its own, of units only the unit's own
 * columns are read. What stands beside the periods (目前状态, 累计完成) is how things stand. `null` where no such columns are.
 */
export function readAcross(context: SheetContext): ReadLayout | null {
  const { view, head, known, matcher } = context;
  const scope = new RowScope(context);
  const named = columnsOf(head, 'arrangements')[0] ?? columnsOf(head, 'name')[0];
  // Towns down, and one arrangement in the title.
  const titled = named === undefined && scope.hasUnits ? matchOfTitle(context, view.sheet.name) : null;
  const numbers = named === undefined && titled === null ? new ListNumbers(context) : null;
  if (named === undefined && titled === null && numbers?.areThere !== true) return null;
  const arrangementColumn = named ?? -1;
  const across = head.headings.map((headings, column): Across => {
    const lowest = headings.at(-1) ?? '';
    const whom = anyWhom(headings.map((each) => cellNames(each, known)));
    // 第1周 beneath 4月 is that month's; the lowest heading says it most exactly.
    const period = headings.reduce<PeriodReading | null>(
      (above, heading) => headingPeriod(heading, known.year, above ?? context.period) ?? above,
      null,
    );
    const role = headings.length > 1 ? labelled(lowest) : null;
    return {
      ...{
        column,
        period: lowest === '' ? null : (period ?? yearOf(lowest, known)),
        isOwn: whom.own,
        isOther: whom.others.length > 0,
      },
      ...{ role, isRead: !isForeignColumn(headings, known) && !headings.some(saysPlan) },
    };
  });
  const isByDay = takeDays(across, head.headings, context);
  doubtWeeks(across, head.headings, context);
  const periods = across.filter(({ period }) => period !== null);
  const units = across.filter(({ isOwn, isOther }) => isOwn || isOther);
  const isByYear = head.headings.some((headings) => isOtherYearAlone(headings.at(-1) ?? '', known));
  const isByPeriod =
    isByDay ||
    new Set(periods.map(({ period }) => nameOf(period))).size >= 2 ||
    (isByYear && periods.some(({ period }) => period?.kind === 'year'));
  const isByUnit = units.length >= 2 && units.some(({ isOther }) => isOther);
  if (!isByPeriod && !isByUnit) return null;
  const own = (isByPeriod ? periods : units.filter(({ isOwn }) => isOwn)).filter(({ isRead }) => isRead);
  // Several columns of the unit’s own are a table of one unit.
  if (!isByPeriod && own.length > 1) return null;
  // In the order of time, whichever stands first.
  const groups = [...Map.groupBy(own, ({ period }) => nameOf(period)).values()].sort((a, b) =>
    orderOf(a[0]!.period).localeCompare(orderOf(b[0]!.period)),
  );
  const taskColumn = columnsOf(head, 'name').find((column) => column !== arrangementColumn) ?? -1;
  const inPeriods = new Set(periods.map(({ column }) => column));
  const standing = (role: FormRole): number =>
    columnsOf(head, role).find((column) => !inPeriods.has(column) && isByPeriod) ?? -1;
  const rows: RowProposal[] = [];
  let task = '';
  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const own = titled !== null && scope.isOwnRow(row) ? context.title : '';
    const text = trimBlanks(view.shown(row, arrangementColumn)?.text ?? own);
    task = trimBlanks(view.shown(row, taskColumn)?.text ?? '') || task;
    const push = (is: RowKind, matches: Match[] = [], reports: ReportProposal[] = []): void => {
      rows.push({ row, is, matches, reports });
    };
    const under = scope.next(row);
    const number = numbers?.at(row) ?? '';
    if (text === '' && number === '' && (titled === null || under.not === null)) continue;
    if (/^(?:合计|总计|小计)/u.test(text)) {
      push('total');
      continue;
    }
    if (under.not !== null) {
      push(under.not);
      continue;
    }
    if (view.shown(row, arrangementColumn)?.isStruck === true) {
      push('struck-out');
      continue;
    }
    const items = titled === null ? itemsIn(text) : [];
    const ofTask = items.length < 2 ? null : readTaskAcross(items, { groups, row, task }, context);
    if (ofTask !== null) {
      push('task', ofTask.matches, lastOfEach(ofTask.reports));
      continue;
    }
    const match = titled ?? matchOfRow(context, row, { text, task, number });
    const { code } = match;
    if (code === null) {
      push(match.why === 'not-assigned' ? 'other-unit' : 'arrangement', [match]);
      continue;
    }
    const whose = workNames(titled === null ? text : '', matcher.textOf(code), known);
    if (whose.isFirst && !whose.own) {
      push('other-unit');
      continue;
    }
    const isOfOthers = under.isShared || whose.others.length > 0;
    const isMatchAsked = match.confidence === 'ask' ? (match.why as AskReason) : null;
    const isAsked = isMatchAsked ?? (isOfOthers ? 'several-units' : isByDay ? 'counted-from-rows' : null);
    const contact = columnsOf(head, 'contact')
      .map((column) => trimBlanks(view.shown(row, column)?.text ?? ''))
      .filter((words) => words !== '' && !/^[-—–/／]+$/u.test(words))
      .join(' ');
    const ofPeriods = groups.flatMap((group): ReportProposal[] => {
      const said = isByDay ? ofDays(view, row, group) : saidOf(view, row, group);
      if (said === null) return [];
      return reportsFor(
        code,
        { ...said, contact: said.contact || contact },
        group[0]!.period ?? context.period,
        known,
        isAsked,
      );
    });
    const cell = (role: FormRole): LedgerCell | null => {
      const found = view.own(row, standing(role));
      return found?.isStruck === true ? null : found;
    };
    const words = (role: FormRole): string => trimBlanks(cell(role)?.text ?? '');
    const now: Said = {
      ...{ status: cell('status'), count: cell('count'), completedOn: cell('completedOn'), contact },
      ...{ note: words('note'), problems: words('problems'), evidence: words('evidence') },
    };
    const isStanding =
      [now.status, now.count, now.completedOn].some((each) => each !== null) || now.note !== '';
    const ofNow = isStanding
      ? reportsFor(code, now, null, known, isAsked).filter((each) => !isOfCadence(each, known))
      : [];
    // Ticks of single days say nothing of what falls due once.
    const kept =
      ofNow.length > 0 || isByDay ? ofPeriods.filter((each) => isOfCadence(each, known)) : ofPeriods;
    push('arrangement', [match], [...lastOfEach(withoutSums(kept)), ...ofNow]);
  }
  settleRepeats(rows, new Map(), new Set(view.sheet.hiddenRows));
  const blocks = groups.map((group): ColumnBlock => ({
    periods: group[0]!.period?.periods ?? [],
    columns: group.map(({ column, role: told }) => ({
      column,
      role: readRoles.find((each) => each === told) ?? null,
    })),
  }));
  return { layout: isByPeriod ? 'periods-across' : 'units-across', blocks, rows, gathered: [] };
}

/** A row for a task whose items are reported period by period: what each period says is told apart by its numbers. */
function readTaskAcross(
  items: readonly string[],
  { groups, row, task }: { groups: readonly (readonly Across[])[]; row: number; task: string },
  context: SheetContext,
): { matches: Match[]; reports: ReportProposal[] } | null {
  let matches: Match[] | null = null;
  const reports: ReportProposal[] = [];
  for (const group of groups) {
    const said = saidOf(context.view, row, group) ?? { ...blank, note: '' };
    const period = group[0]!.period ?? context.period;
    const read = readTaskRow(items, { said, task, row }, { ...context, period });
    if (read === null) return null;
    matches ??= read.matches;
    reports.push(...read.reports);
  }
  return matches === null ? null : { matches, reports };
}

/** Columns that each are a day: what stands in them is of the day's week. Says whether there are such. */
function takeDays(
  across: Across[],
  headings: readonly (readonly string[])[],
  { period, known }: SheetContext,
): boolean {
  const days = across.flatMap((each) => {
    const own = headings[each.column]!;
    const above = own
      .slice(0, -1)
      .reduce<PeriodReading | null>((found, heading) => headingPeriod(heading, known.year) ?? found, period);
    const found =
      weekdayPeriod(own.at(-1) ?? '', above, known) ?? dayPeriod(own.at(-1) ?? '', known.year, above);
    return found === null ? [] : [{ each, found }];
  });
  if (days.length < fewestDays) return false;
  for (const { each, found } of days) each.period = found;
  return true;
}

/** The week of a column that is a weekday: that of what stands over it, else this one or the one before. */
function weekdayPeriod(
  heading: string,
  above: PeriodReading | null,
  { today, year }: LedgerKnown,
): PeriodReading | null {
  if (weekdayOf(heading) === null) return null;
  if (above?.kind === 'week') return above;
  const [own, before] = [today, addDays(today, -7)].map((day) => weekOfDay(day, year)?.periods[0]);
  const periods = [own, before].filter((id) => id !== undefined);
  return periods.length === 0 ? null : { kind: 'week', periods };
}

/** What a longer period says of a shorter one that says so itself is its sum. */
function withoutSums(reports: readonly ReportProposal[]): ReportProposal[] {
  const nameOfOne = ({ arrangement, schedule, indicator }: ReportProposal, period: string): string =>
    `${arrangement}.${schedule}.${indicator}.${period}`;
  const said = new Set(
    reports.flatMap((each) => (each.periods.length === 1 ? [nameOfOne(each, each.periods[0]!)] : [])),
  );
  return reports.filter(
    (each) => each.periods.length === 1 || !each.periods.some((period) => said.has(nameOfOne(each, period))),
  );
}

const bareWeek = /^第?[一二三四五1-5]周$/u;

/** 第1周 to 第4周 without a month may be the year's first weeks or those of this month: both are offered. */
function doubtWeeks(
  across: Across[],
  headings: readonly (readonly string[])[],
  { period, known }: SheetContext,
): void {
  const weeks = across.filter((each) => each.period?.kind === 'week');
  const isBare = weeks.every(
    ({ column }) => headings[column]!.length === 1 && bareWeek.test(headings[column]![0]!),
  );
  if (weeks.length === 0 || period !== null || !isBare) return;
  const month: PeriodReading = { kind: 'month', periods: [known.today.slice(0, 7)] };
  for (const each of weeks) {
    const ofMonth = headingPeriod(headings[each.column]![0]!, known.year, month)?.periods ?? [];
    each.period = { kind: 'week', periods: [...new Set([...ofMonth, ...each.period!.periods])] };
  }
}

const isOfCadence = ({ arrangement, schedule }: ReportProposal, { obligations }: LedgerKnown): boolean =>
  obligations.some(
    (each) => each.arrangement === arrangement && each.schedule === schedule && isCadence(each),
  );

/** Of what falls due once, the last column says how it stands; that it is the last one is asked. */
export function lastOfEach(reports: readonly ReportProposal[]): ReportProposal[] {
  const last = new Map<string, ReportProposal>();
  const counts = new Map<string, number>();
  for (const report of reports) {
    const name = `${report.arrangement}.${report.schedule}.${report.indicator}.${report.periods.join()}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    last.set(name, report);
  }
  return [...last].map(([name, report]) =>
    (counts.get(name) ?? 0) > 1 && report.confidence === 'certain'
      ? { ...report, confidence: 'ask', why: 'several-periods' }
      : report,
  );
}
