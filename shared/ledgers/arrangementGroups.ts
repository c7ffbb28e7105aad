import { trimBlanks, withoutBlanks } from '../import/text/characters.ts';
import { lastOfEach, saidOf, type Across } from './acrossLayouts.ts';
import { isForeignColumn, saysPlan, staleColumns } from './foreign.ts';
import { labelled, type FormRole } from './labels.ts';
import { readPeriodWords, type PeriodReading } from './periodWords.ts';
import type { Match, ReportProposal, RowProposal } from './proposal.ts';
import { reportsFor } from './proposeReports.ts';
import type { ReadLayout } from './rowLayout.ts';
import { columnOfDays } from './rowColumns.ts';
import { RowScope } from './rowScope.ts';
import { startOf } from './settleRepeats.ts';
import { cellNames, columnsOf, matchAt, titleNames, type SheetContext } from './sheetContext.ts';
import type { AskReason } from './values.ts';

/** Columns under one heading that names an arrangement. */
interface Group {
  heading: string;
  match: Match;
  columns: Pick<Across, 'column' | 'role'>[];
}

const total = /^(?:合计|总计|小计|共计)/u;
/** Shorter headings share their words with many arrangements. */
const shortest = 6;
const likely = 0.5;
const searchedRows = 40;

/** 应建, 任务数: what is to be done. */
const planned = /^(?:应|拟|须|需|总|任务|目标|计划)\p{Script=Han}{0,4}$/u;

/** What a heading beneath an arrangement says that its cells are: 已建 is a count as well. */
const roleOf = (heading: string): FormRole | null =>
  labelled(heading) ?? (/^已\p{Script=Han}{1,3}$/u.test(withoutBlanks(heading)) ? 'count' : null);

/** Whether a column of the table itself names arrangements: then headings only say what is told of them. */
function hasArrangementsDown({ view, head, matcher }: SheetContext): boolean {
  return head.headings.some((_, column) => {
    let like = 0;
    let filled = 0;
    for (let row = head.lastRow + 1; row < Math.min(view.height, head.lastRow + searchedRows); row += 1) {
      const text = view.text(row, column);
      if (text === '') continue;
      filled += 1;
      if (text.length >= shortest && matcher.likeness(text) >= likely) like += 1;
    }
    return like > 0 && like * 2 >= filled;
  });
}

const bracketed = /[（(][^（()）]*[)）]/gu;
const asked = /(?:是否|有无)?(?:已|全部)?(?:完成|开展|建立|落实)?(?:情况|家数|数量|户数|个数|数)?[？?：:]?$/u;

/** The words of a heading that say what is done, without what is asked of it: …家数（填数字）, …是否完成. */
function workIn(heading: string): string {
  const words = heading.replace(bracketed, '').replace(/^\s*\d{1,2}[.、．]/u, '');
  const rest = words.replace(asked, '');
  return rest.length >= shortest ? rest : words;
}

/** The groups of a header: columns beside each other beneath one arrangement; a single column may be one. */
function groupsOf(context: SheetContext): Group[] {
  const { head, known, matcher } = context;
  const stale = staleColumns(head.headings);
  const groups: Group[] = [];
  const like = (text: string): number => matcher.likeness(workIn(text));
  let last = '';
  head.headings.forEach((headings, column) => {
    const heading = headings
      .filter((text) => text.length >= shortest && labelled(text) === null && like(text) >= likely)
      .toSorted((a, b) => like(b) - like(a))[0];
    if (heading === undefined) {
      last = '';
      return;
    }
    if (heading !== last) {
      const words = { text: workIn(heading), task: '', number: '' };
      const match = matchAt(context, head.lastRow, groups.length, words);
      groups.push({ heading, match, columns: [] });
      last = heading;
    }
    const lowest = headings.at(-1) ?? '';
    const isRead =
      !stale.has(column) &&
      !isForeignColumn(headings, known) &&
      !headings.some((text) => saysPlan(text) || planned.test(withoutBlanks(text)));
    if (isRead) groups.at(-1)!.columns.push({ column, role: lowest === heading ? null : roleOf(lowest) });
  });
  return groups.map((group) => {
    const told = group.columns.filter(({ role }) => role !== null);
    if (told.length > 0) return { ...group, columns: told };
    // Of several columns of which no heading says what they hold, nobody can tell which counts.
    return { ...group, columns: group.columns.length === 1 ? group.columns : [] };
  });
}

/** The column whose cells are periods; -1: none. */
export function periodColumnOf({ view, head, known }: SheetContext): number {
  return head.headings.findIndex((_, column) => {
    let named = 0;
    let filled = 0;
    for (let row = head.lastRow + 1; row < Math.min(view.height, head.lastRow + searchedRows); row += 1) {
      const text = view.text(row, column);
      if (text === '' || total.test(withoutBlanks(text))) continue;
      filled += 1;
      if (text.length <= 20 && readPeriodWords(text, known.year) !== null) named += 1;
    }
    return named > 0 && named === filled;
  });
}

/**
 * Reads a table whose header names arrangements over groups of columns (应完成数, 已完成数, 状态), with towns or periods down. Of
 * towns only her own row is read. `null` where it is none.
 */
export function readGroups(context: SheetContext): ReadLayout | null {
  const { view, head, known } = context;
  const groups = groupsOf(context);
  const own = groups.filter(({ match, columns }) => match.code !== null && columns.length > 0);
  const isWide = groups.some(({ columns }) => columns.some(({ role }) => role !== null));
  if (own.length === 0 || hasArrangementsDown(context)) return null;
  const scope = new RowScope(context);
  const periods = periodColumnOf(context);
  // Villages or enterprises of hers: their sum is hers, perhaps.
  const isOfParts = !scope.hasUnits && periods < 0 && titleNames(context.title, known).own;
  if (!isWide && (groups.length < 2 || !(scope.hasUnits || isOfParts))) return null;
  const dated = columnOfDays(context);
  if (!scope.hasUnits && periods < 0 && !isOfParts) return null;
  const rows: RowProposal[] = [];
  const found: { at: string; reports: ReportProposal[] }[] = [];
  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const texts = view.texts(row);
    if (texts.length === 0) continue;
    const under = scope.next(row);
    const isSum = texts.some((text) => total.test(withoutBlanks(text)));
    const isHers = isOfParts ? isSum : !isSum && (!scope.hasUnits || scope.namesOwn(row));
    if (under.not !== null || !isHers) {
      rows.push({ row, is: isSum ? 'total' : (under.not ?? 'note'), matches: [], reports: [] });
      continue;
    }
    const words = periods < 0 ? '' : (view.shown(row, periods)?.text ?? '');
    const period = readPeriodWords(words, known.year, context.period) ?? context.period;
    const why = isOfParts ? 'counted-from-rows' : under.isShared ? 'several-units' : null;
    const reports = own.flatMap((group) => ofGroup(group, row, period, why, context));
    rows.push({ row, is: 'arrangement', matches: [], reports: [] });
    const written = dated < 0 ? '' : (view.own(row, dated)?.day ?? view.text(row, dated));
    found.push({ at: startOf(period) || written, reports });
  }
  const gathered = lastOfEach(
    found.toSorted((a, b) => a.at.localeCompare(b.at)).flatMap(({ reports }) => reports),
  );
  if (gathered.length === 0) return null;
  // What headings stand for is hers to change, as what a row stands for is.
  const matches = groups.map(({ match, heading }) => ({ ...match, words: heading }));
  rows.unshift({ row: head.lastRow, is: 'arrangement', matches, reports: [] });
  return { layout: scope.hasUnits ? 'units-across' : 'periods-across', rows, gathered, areGroups: true };
}

/** What a row says beneath one heading. */
function ofGroup(
  { match, columns }: Group,
  row: number,
  period: PeriodReading | null,
  why: AskReason | null,
  { view, head, known }: SheetContext,
): ReportProposal[] {
  const said = saidOf(view, row, columns);
  if (said === null) return [];
  const contact = columnsOf(head, 'contact')
    .map((column) => trimBlanks(view.shown(row, column)?.text ?? ''))
    .filter((text) => text !== '' && !/^[-—–/／]+$/u.test(text))
    .join(' ');
  // A cell that is shown over several rows, or that repeats the one above, is perhaps of all of them.
  const isOver = columns.some(
    ({ column }) => (view.mergeAt(row, column)?.rows ?? 1) > 1 || view.own(row, column)?.isDitto === true,
  );
  const isOfOthers = cellNames(said.note.slice(0, 200), known).others.length > 0;
  const ofMatch = match.confidence === 'ask' ? (match.why as AskReason) : null;
  const isAsked = ofMatch ?? why ?? (isOfOthers ? 'several-units' : isOver ? 'shown-over-rows' : null);
  return reportsFor(match.code!, { ...said, contact: said.contact || contact }, period, known, isAsked);
}
