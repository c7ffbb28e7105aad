import type { ColumnProposal } from '../columns/proposeColumns.ts';
import type { Role } from '../columns/roleNames.ts';
import { anyWhom, cellNames, columnsOf, saidName, titleNames, type SheetContext } from './sheetContext.ts';
import { readGroups } from './arrangementGroups.ts';
import { readAcross } from './acrossLayouts.ts';
import { askRepeated, onlyNewest } from './betweenSheets.ts';
import { readEnterprises } from './enterpriseLayout.ts';
import { headOfCalendar, readCalendar, readWeeksOfMonths } from './calendar.ts';
import { withChoices } from './choiceColumns.ts';
import { findHead, headingsOf, type Head, type HeadingKinds } from './findHead.ts';
import { splitBlocks, splitTables, type Tables } from './splitTables.ts';
import { columnsBesideOwn, isForeignColumn } from './foreign.ts';
import { weekdayOf } from './days.ts';
import { withDittos } from './dittos.ts';
import { readForm } from './formLayout.ts';
import { holdsValues } from './labels.ts';
import { keyedRows, withoutOthers } from './keyedRows.ts';
import { SheetView, type LedgerFile, type LedgerSheet } from './ledgerFile.ts';
import type { LedgerKnown } from './known.ts';
import { RowMatcher } from './matchRows.ts';
import { headingPeriod, isDayHeading, readPeriodWords, yearsIn, type PeriodReading } from './periodWords.ts';
import type { SaidOfLedger } from './said.ts';
import type { LedgerProposal, NotRead, ReportProposal, RowProposal, SheetProposal } from './proposal.ts';
import { readRowLayout, type ReadLayout } from './rowLayout.ts';
import { headOfText, readText } from './textLayout.ts';
import { isOfSeveral, isOthers } from './whoseSheet.ts';
import { isHeadedDown, ofTurned, readTurned, rowOfArrangements } from './turned.ts';

const labelledDay = /(?:填报|报送|更新|填表|制表|上报|截[至止])(?:日期|时间)?[：:]?.*/u;

/** The period of a sheet: of its title, its name, or its file, in this order. */
function periodOf(
  titles: readonly string[],
  sheet: string,
  file: string,
  year: number,
): PeriodReading | null {
  for (const text of [
    ...titles.map((title) => title.replace(labelledDay, '')),
    sheet,
    file.replace(/\.[a-z]+$/u, ''),
  ]) {
    const read =
      text.length > 60
        ? null
        : (monthInName(text, year) ?? readPeriodWords(text.replace(/20\d{2}年/gu, ''), year));
    if (read !== null && !/底前|前/u.test(text)) return read;
  }
  return null;
}

/** 202403台账, 台账-2024.3: a month in figures within a name; a day is none. */
function monthInName(text: string, year: number): PeriodReading | null {
  const [, ofYear, month] = /(?<!\d)(20\d{2})[-._]?(0[1-9]|1[0-2])(?![-._]?\d)/u.exec(text) ?? [];
  return Number(ofYear) === year ? { kind: 'month', periods: [`${ofYear}-${month}`] } : null;
}

const copies = /副本|备份|复制|copy|旧|作废|[（(]\d[)）]$|原表|模板|样表/iu;
const guides = /填[报表写]说明|说明|须知|要求|字典|选项|数据有效性/u;

function unread(
  sheet: LedgerSheet,
  why: NotRead,
  view?: { titleRows?: number[]; head?: Head },
): SheetProposal {
  return {
    name: sheet.name,
    isRead: false,
    why,
    titleRows: view?.titleRows ?? [],
    headerRows: view?.head === undefined ? [] : rowsBetween(view.head.firstRow, view.head.lastRow),
    columns: view?.head?.columns ?? [],
    rows: [],
    gathered: [],
  };
}

const rowsBetween = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Columns of which nothing is asked where they are not read by their roles: those of periods, of units and of what is counted. */
function withoutDoubt(
  columns: readonly ColumnProposal[],
  { layout, blocks = [], counted = new Set() }: ReadLayout,
): ColumnProposal[] {
  const across = new Set(blocks.flatMap((block) => block.columns.map(({ column }) => column)));
  const told = columns.map((column) =>
    counted.has(column.column)
      ? { ...column, role: 'count' as const, confidence: 'certain' as const }
      : column,
  );
  return told.map((column) =>
    across.has(column.column) || (layout === 'rows-per-enterprise' && column.role !== 'enterprise')
      ? { ...column, confidence: 'certain' as const }
      : column,
  );
}

/** Whether the unit has a section of its own below: a row that names it and no other, over rows of more cells. */
function hasOwnSection(view: SheetView, { lastRow }: Head, known: LedgerKnown): boolean {
  for (let row = lastRow + 1; row + 1 < view.height; row += 1) {
    const texts = view.texts(row);
    const isHeading = texts.length > 0 && texts.length <= 2 && view.texts(row + 1).length > 2;
    const whom = isHeading ? cellNames(texts.at(-1)!, known) : null;
    if (whom?.own === true && whom.others.length === 0) return true;
  }
  return false;
}

/** Of columns of other years and other units nothing is read, nor of values in hidden columns. */
function foreignIn({ sheet }: SheetView, known: LedgerKnown): HeadingKinds['isForeign'] {
  const hidden = new Set(sheet.hiddenColumns);
  let besideOwn: { of: unknown; columns: ReadonlySet<number> } | null = null;
  return (headings, column, all) => {
    if (besideOwn?.of !== all) besideOwn = { of: all, columns: columnsBesideOwn(all, known) };
    return (
      besideOwn.columns.has(column) ||
      isForeignColumn(headings, known) ||
      (hidden.has(column) && holdsValues(headings.at(-1) ?? ''))
    );
  };
}

/** Whether values of a sheet come from other sheets: a summary says nothing of its own. */
function isSummary({ sheet }: SheetView, head: Head): boolean {
  const values = new Set<Role>(['status', 'note', 'completedOn', 'problems']);
  const saysItself = head.columns.some(({ role, facts }) => values.has(role as Role) && facts.filled > 0);
  let formulas = 0;
  let filled = 0;
  for (const row of sheet.rows.slice(head.lastRow + 1)) {
    for (const cell of row) {
      if (cell === null || typeof cell.value !== 'number') continue;
      filled += 1;
      if (cell.formula !== undefined) formulas += 1;
    }
  }
  return !saysItself && filled > 0 && (formulas * 2 >= filled || /汇总|统计/u.test(sheet.name));
}

/** Reads a sheet; where arrangements stand side by side in a row, as if it were turned. */
function readSheet(
  sheet: LedgerSheet,
  file: LedgerFile,
  known: LedgerKnown,
  matcher: RowMatcher,
  said: SaidOfLedger,
): SheetProposal {
  const apart =
    sheet.isHidden === true || sheet.rows.length > tallestApart ? null : splitBlocks(new SheetView(sheet));
  const [single, ...more] = apart?.sheets ?? [];
  if (single !== undefined && more.length === 0) return readSheet(single, file, known, matcher, said);
  const usual = readUpright(sheet, file, known, matcher, said);
  const tables =
    (usual.isRead && usual.layout !== 'form' ? tablesOf(sheet, usual, known) : null) ??
    (apart === null ? null : { ...apart, areBeside: true });
  if (tables !== null) {
    const { sheets, areBeside } = tables;
    // Of two tables in one row a person has said something of the first.
    const parts = sheets.map((part, at) =>
      areBeside && at > 0
        ? ofTurned(readSheet(part, file, known, matcher, []))
        : readSheet(part, file, known, matcher, said),
    );
    return joined(parts, usual);
  }
  const isNone =
    usual.why === 'no-table' || usual.why === 'nothing-of-the-list' || (usual.isRead && isOfNothing(usual));
  const view = new SheetView(sheet);
  const isLarge = view.width > widestTurned || view.height > tallestTurned;
  if (isLarge || (!usual.isRead && !isNone)) return usual;
  const row = rowOfArrangements(view, (text) => matcher.likeness(text));
  // Headings that run down are of what stands side by side, whatever else it may look like.
  if (row < 0 || (!isNone && usual.layout !== 'form' && !isHeadedDown(view, row))) return usual;
  return readTurned(view, row, known, (other) => readUpright(other, file, known, matcher, [])) ?? usual;
}

function tablesOf(
  sheet: LedgerSheet,
  { headerRows, columns }: SheetProposal,
  known: LedgerKnown,
): Tables | null {
  const [firstRow] = headerRows;
  if (firstRow === undefined) return null;
  const view = new SheetView(sheet);
  const lastRow = headerRows.at(-1)!;
  const namesUnit = (title: string): boolean => {
    const { own, others } = titleNames(title, known);
    return own || others.length > 0;
  };
  const head = { firstRow, lastRow, columns: [...columns], headings: headingsOf(view, firstRow, lastRow) };
  return splitTables(view, head, namesUnit);
}

/** Tables that were read one by one, as the sheet that they stand in. */
function joined(parts: readonly SheetProposal[], whole: SheetProposal): SheetProposal {
  const read = parts.filter(({ isRead }) => isRead);
  const [first] = read;
  // Where each is another unit's, so is the whole.
  if (first === undefined) return whole.isRead ? (parts[0] ?? whole) : whole;
  const columns = whole.columns.map(
    (column, at) =>
      read.find((part) => (part.columns[at]?.role ?? 'unread') !== 'unread')?.columns[at] ?? column,
  );
  const { asTable: _, ...rest } = first;
  return {
    ...rest,
    ...{ titleRows: whole.titleRows, headerRows: read.flatMap(({ headerRows }) => headerRows), columns },
    rows: read.flatMap(({ rows }) => rows).sort((a, b) => a.row - b.row),
    ...(read.length > 1 && { isSeveral: true as const }),
    gathered: read.flatMap(({ gathered }) => gathered),
  };
}

/** Whether no row of it is of any arrangement, whosever. */
const isOfNothing = ({ rows, gathered }: SheetProposal): boolean =>
  gathered.length === 0 && rows.every(({ matches }) => matches.length === 0);

const hasOthers = (rows: readonly RowProposal[]): boolean => rows.some(({ is }) => is === 'other-unit');

const askOfSeveral = (report: ReportProposal): ReportProposal =>
  report.confidence === 'ask' ? report : { ...report, confidence: 'ask', why: 'several-units' };

/** Called a plan, and not what came of it. */
const ofPlans =
  /^(?!.*(?:完成|进展|落实|推进|情况|台账|小结|总结|调度)).*(?:计划|打算)(?:表|[（(].*[)）])?$/u;

const askOfPlan = (report: ReportProposal): ReportProposal =>
  report.confidence === 'ask' ? report : { ...report, confidence: 'ask', why: 'nothing-said' };

/** Taller sheets hold one table. */
const tallestApart = 400;

const askOfYear = (report: ReportProposal): ReportProposal =>
  report.confidence === 'ask' ? report : { ...report, confidence: 'ask', why: 'period-unknown' };

/** Larger tables have their arrangements in rows. */
const widestTurned = 120;
const tallestTurned = 400;

function readUpright(
  sheet: LedgerSheet,
  file: LedgerFile,
  known: LedgerKnown,
  matcher: RowMatcher,
  said: SaidOfLedger,
): SheetProposal {
  const own = said.find(({ name }) => name === sheet.name);
  if (own?.isLeftOut === true) return unread(sheet, 'left-out');
  const view = new SheetView(sheet);
  const fileName = file.name.replace(/\.[a-z]+$/iu, '');
  if (sheet.isHidden === true) return unread(sheet, 'hidden');
  if (
    view.height === 0 ||
    sheet.rows.every((row) => row.every((cell) => cell === null || cell.text.trim() === ''))
  )
    return unread(sheet, 'empty');
  if (guides.test(sheet.name)) return unread(sheet, 'instructions');
  const likeness = (cell: string): number => matcher.likeness(cell);
  const form = readForm(view, file, known, matcher);
  if (form !== null) return form;
  const isUnit = (text: string): boolean => {
    const whom = text === '' || text.length > 12 ? null : cellNames(text, known);
    return whom !== null && (whom.own || whom.others.length > 0);
  };
  const isPeriod = (text: string): boolean =>
    text !== '' &&
    (headingPeriod(text, known.year) !== null || isDayHeading(text) || weekdayOf(text) !== null);
  const found = findHead(view, { arrangement: likeness }, own?.columns, {
    isForeign: foreignIn(view, known),
    ...{ isUnit, isPeriod },
  });
  const ofCalendar = found === null ? headOfCalendar(view) : null;
  const ofText = found === null && ofCalendar === null ? headOfText(view, matcher) : null;
  const head = found === null ? (ofCalendar ?? ofText) : withChoices(view, found);
  if (head === null) return unread(sheet, 'no-table');
  const titleRows = rowsBetween(0, head.firstRow - 1).filter((row) => view.texts(row).length > 0);
  const titles = titleRows.flatMap((row) => view.texts(row));
  const told = { titleRows, head };
  const inSheet = [...titles, sheet.name].join(' ');
  const years = yearsIn(inSheet).length > 0 ? yearsIn(inSheet) : yearsIn(fileName);
  // Beneath a title of another year the sheet's or the file's name says this one: the title was left as it was, or the name.
  const isYearAsked =
    years.length > 0 &&
    !years.includes(known.year) &&
    [sheet.name, fileName].some((name) => yearsIn(name).includes(known.year));
  if (years.length > 0 && !years.includes(known.year) && !isYearAsked)
    return unread(sheet, 'other-year', told);
  if (years.length === 0 && /去年|上年度?/u.test(inSheet)) return unread(sheet, 'other-year', told);
  const whom = anyWhom([...titles, sheet.name].map((text) => titleNames(text, known)));
  const isOthersFirst = isOthers(view, [whom, titleNames(fileName, known)], known);
  if (isOthersFirst && !hasOwnSection(view, head, known)) return unread(sheet, 'other-unit', told);
  if (isSummary(view, head)) return unread(sheet, 'summary', told);
  if (
    copies.test(sheet.name) &&
    file.sheets.some((other) => other !== sheet && sheet.name.startsWith(other.name))
  )
    return unread(sheet, 'copy', told);
  const context: SheetContext = {
    ...{ view, head, known, matcher, keyed: keyedRows(sheet, known) },
    period: periodOf(titles, sheet.name, file.name, known.year),
    isOthersFirst,
    title: titles.length > 0 ? titles.join(' ') : sheet.name,
    said: new Map((own?.matches ?? []).map((match) => [saidName(match), match])),
  };
  const read =
    (ofCalendar === null ? null : readCalendar(context)) ??
    (ofText === null ? null : readText(context)) ??
    (columnsOf(head, 'enterprise').length > 0 && columnsOf(head, 'arrangements').length === 0
      ? readEnterprises(context)
      : null) ??
    readWeeksOfMonths(context) ??
    readGroups(context) ??
    readAcross(context) ??
    readRowLayout(context);
  const isOfList =
    read.rows.some(({ matches }) => matches.some(({ code }) => code !== null)) || read.gathered.length > 0;
  // Signed by several units, it may be of all of them.
  const isAsOne = read.layout !== 'units-across' && !hasOthers(read.rows);
  if (isAsOne && isOfSeveral([whom, titleNames(fileName, known)], titles.join(' '))) {
    read.rows = read.rows.map((row) => ({ ...row, reports: row.reports.map(askOfSeveral) }));
    read.gathered = read.gathered.map(askOfSeveral);
  }
  // What a sheet of plans says was not done yet, perhaps.
  if (titles.some((title) => ofPlans.test(title)) || ofPlans.test(sheet.name))
    read.rows = read.rows.map((row) => ({ ...row, reports: row.reports.map(askOfPlan) }));
  if (isYearAsked) {
    read.rows = read.rows.map((row) => ({ ...row, reports: row.reports.map(askOfYear) }));
    read.gathered = read.gathered.map(askOfYear);
  }
  const isToldOther = read.rows.some(({ is }) => is === 'other-unit');
  if (!isOfList && !isToldOther) return unread(sheet, 'nothing-of-the-list', told);
  const { areGroups, counted: _, ...parts } = read;
  return {
    ...{ name: sheet.name, isRead: true, titleRows },
    headerRows: rowsBetween(head.firstRow, head.lastRow),
    // Beneath groups no column has one role.
    columns: areGroups === true ? [] : withoutDoubt(head.columns, read),
    ...parts,
  };
}

/**
 * Reads a clerk's own ledger: what it is, sheet by sheet, and the reports that would come of it. Pure; a proposal only: nothing
 * of it counts before a person has confirmed it. The order of faults: a report of another unit is the worst, a question too many
 * the least. What a person has `said` stands.
 */
export function readLedger(file: LedgerFile, known: LedgerKnown, said: SaidOfLedger = []): LedgerProposal {
  const matcher = new RowMatcher(known);
  const sheets = file.sheets.map((sheet): SheetProposal => {
    const keyed = keyedRows(sheet, known);
    const read = readSheet(withDittos(withoutOthers(sheet, keyed)), file, known, matcher, said);
    if (keyed.others.size === 0) return read;
    const others = [...keyed.others].map(([row, is]): RowProposal => ({ row, is, matches: [], reports: [] }));
    const [first] = others;
    const why = read.why === 'left-out' || keyed.own.size > 0 ? {} : { why: first!.is as NotRead };
    return {
      ...read,
      ...(!read.isRead && why),
      rows: [...read.rows, ...others].sort((a, b) => a.row - b.row),
    };
  });
  return { sheets: askRepeated(onlyNewest(sheets, file, known)) };
}

/** Whether what a person says differs from what was read without a doubt. */
function saysMore({ sheets }: LedgerProposal, said: SaidOfLedger): boolean {
  return said.some(({ name, isLeftOut, columns = [], matches = [] }) => {
    const sheet = sheets.find((each) => each.name === name);
    if (sheet === undefined) return false;
    if (isLeftOut === true) return true;
    const byRow = new Map(sheet.rows.map(({ row, matches: found }) => [row, found]));
    return (
      columns.some((role, at) => {
        if (role === null || role === undefined) return false;
        const read = sheet.columns[at];
        return read?.role !== role || read.confidence !== 'certain';
      }) ||
      matches.some(({ row, item, code }) => {
        const read = byRow.get(row)?.[item];
        return read?.code !== code || read.confidence === 'ask';
      })
    );
  });
}

/** A ledger that was read already, with what a person says of it; read anew only where that says something else. */
export function readAgain(
  read: LedgerProposal,
  file: LedgerFile,
  known: LedgerKnown,
  said: SaidOfLedger,
): LedgerProposal {
  return saysMore(read, said) ? readLedger(file, known, said) : read;
}

/** The columns that nothing is read of, with what they hold. */
export const unreadColumns = (columns: readonly ColumnProposal[]): ColumnProposal[] =>
  columns.filter(({ role, facts }) => role === 'unread' && facts.filled > 0);
