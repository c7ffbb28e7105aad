import { trimBlanks, withoutBlanks } from '../import/text/characters.ts';
import { readDate } from '../rules/read/readDate.ts';
import type { Match, ReportProposal, RowKind, RowProposal } from './proposal.ts';
import { isForeignColumn } from './foreign.ts';
import { headingPeriod, type PeriodReading } from './periodWords.ts';
import { RowScope } from './rowScope.ts';
import { columnsOf, matchAt, type SheetContext } from './sheetContext.ts';
import type { ReadLayout } from './rowLayout.ts';
import type { Ask } from './values.ts';

const yes = /^(?:[√✓✔☑]|是|有|已.{0,4}|完成|全部完成|办结|合格|闭环)$/u;
const refused = /^(?:[×✗]|否|未.{0,4}|没有)$/u;
const needsNone = /^(?:[-—–/／]|不涉及|无需|不适用|免)$/u;
const total = /^(?:合计|总计|小计|共计)/u;
const statusHeading = /^(?:是否|有无)|完成情况$|状态$/u;
const longestLabel = 6;
const dayHeading = /(?:时间|日期)$/u;

interface Group {
  heading: string;
  columns: number[];
}

/** Columns by the heading that stands over them. */
function groupsOf(headings: readonly string[][], from: readonly number[]): Group[] {
  const groups: Group[] = [];
  for (const column of from) {
    const heading = headings[column]?.[0] ?? '';
    const last = groups.at(-1);
    if (last !== undefined && last.heading === heading && heading !== '') last.columns.push(column);
    else groups.push({ heading, columns: [column] });
  }
  return groups;
}

/** The last of the days in some cells; `null` where none can be read. */
function latestDay(days: readonly string[]): string | null {
  return days.toSorted().at(-1) ?? null;
}

interface PeriodColumn {
  column: number;
  period: PeriodReading;
}

/** Beneath a title that says which arrangement it is, headings are of none, and nothing is to be said of them. */
const none: Match = { code: null, confidence: 'none', candidates: [], why: 'own-work', words: '' };

/** Columns that each stand for a period. */
const periodsAcross = ({ head, known }: SheetContext): PeriodColumn[] =>
  head.headings.flatMap((headings, column) => {
    const period = headingPeriod(headings.at(-1) ?? '', known.year);
    return period === null || isForeignColumn(headings, known) ? [] : [{ column, period }];
  });

/** What the enterprises say of one period, all of it asked; nothing where all cells are blank. */
function gatherPeriod(
  { code }: Match,
  { column, period }: PeriodColumn,
  rows: readonly number[],
  { view, known }: SheetContext,
): ReportProposal[] {
  const texts = rows
    .map((row) => withoutBlanks(view.own(row, column)?.text ?? ''))
    .filter((text) => text !== '');
  const own = known.obligations.find(
    (each) => each.arrangement === code && each.period === period.periods[0] && each.opensOn <= known.today,
  );
  const indicator = own?.indicators[0];
  if (own === undefined || indicator === undefined || texts.length === 0) return [];
  const done = texts.filter((text) => yes.test(text)).length;
  const why = 'counted-from-rows';
  const ask: Ask[] = [{ field: 'status', proposal: done > 0 ? '已开展' : '未开展', why }];
  if (indicator.id !== 'done') ask.unshift({ field: 'count', proposal: done, why });
  return [
    {
      ...{ arrangement: own.arrangement, schedule: own.schedule, indicator: indicator.id },
      ...{ periods: [own.period], confidence: 'ask', why, values: {}, ask },
    },
  ];
}

/**
 * Reads a sheet with a row for each enterprise and arrangements across, or with one arrangement in its title. Counts are gathered
 * from the rows, and so all of it is asked.
 */
export function readEnterprises(context: SheetContext): ReadLayout | null {
  const { view, head, known, title } = context;
  const enterprise = columnsOf(head, 'enterprise')[0];
  if (enterprise === undefined) return null;
  const kept: number[] = [];
  const scope = new RowScope(context);
  const rows: RowProposal[] = [];
  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const texts = view.texts(row);
    if (texts.length === 0) continue;
    const under = scope.next(row);
    const isTotal = total.test(withoutBlanks(texts[0] ?? ''));
    const name = trimBlanks(view.own(row, enterprise)?.text ?? '');
    const is: RowKind = isTotal
      ? 'total'
      : under.not !== null
        ? under.not
        : name === ''
          ? 'note'
          : view.own(row, enterprise)?.isStruck === true
            ? 'struck-out'
            : 'enterprise';
    if (is === 'enterprise') kept.push(row);
    rows.push({ row, is, matches: [], reports: [] });
  }
  const others = head.headings.map((_, column) => column).filter((column) => column !== enterprise);
  const told = groupsOf(head.headings, others).flatMap((group) => {
    // What is ticked or dated under a heading is an arrangement; a name, a trade or a telephone is none.
    const isTold = group.columns.some((column) => {
      const { status, day } = head.columns[column]!.facts;
      return status >= 0.5 || day >= 0.3;
    });
    // 是否完成 is a label; 是否建立吹哨人机制 names what is done.
    const words = withoutBlanks(group.heading);
    const isLabel = (words.length <= longestLabel && statusHeading.test(words)) || dayHeading.test(words);
    return isTold && !isLabel ? [group] : [];
  });
  const all = told.map((group, item) => ({
    ...group,
    match: matchAt(context, head.lastRow, item, { text: group.heading, task: '', number: '' }),
  }));
  const groups = all.filter(({ match }) => match.code !== null);
  const named = matchAt(context, head.lastRow, told.length, { text: title, task: '', number: '' });
  const isOfTitle = named.code !== null && groups.every(({ match }) => match.confidence === 'ask');
  const ofTitle: Match | null = isOfTitle ? named : null;
  const periods = ofTitle === null ? [] : periodsAcross(context);
  const gathered =
    periods.length > 1
      ? periods.flatMap((each) => gatherPeriod(ofTitle!, each, kept, context))
      : ofTitle !== null
        ? gather(ofTitle, others, kept, context, true)
        : groups.flatMap(({ match, columns }) => gather(match, columns, kept, context, false));
  // What headings and title stand for, hers to change as what a row stands for is.
  const headed = ofTitle === null ? all.map(({ match, heading }) => ({ ...match, words: heading })) : [];
  const titled = { ...named, words: title };
  const matches = ofTitle === null ? headed : [...all.map(() => none), titled];
  if (gathered.length === 0) return null;
  rows.unshift({ row: head.lastRow, is: 'arrangement', matches, reports: [] });
  return { layout: 'rows-per-enterprise', rows, gathered };

  function gather(
    { code }: Match,
    columns: readonly number[],
    of: readonly number[],
    { view: sheet }: SheetContext,
    isWhole: boolean,
  ): ReportProposal[] {
    const heading = (column: number): string => withoutBlanks(head.headings[column]?.at(-1) ?? '');
    const status =
      columns.find((column) => statusHeading.test(heading(column))) ?? (isWhole ? undefined : columns[0]);
    const dayColumn = columns.find(
      (column) => dayHeading.test(heading(column)) && !/整改/u.test(heading(column)),
    );
    const text = (row: number, column: number | undefined): string =>
      column === undefined ? '' : withoutBlanks(sheet.own(row, column)?.text ?? '');
    const dayOf = (row: number): string | null => {
      if (dayColumn === undefined) return null;
      const cell = sheet.own(row, dayColumn);
      return cell === null ? null : (cell.day ?? readDate(cell.value, known.year).value ?? null);
    };
    // 是否闭环 speaks of what was found, not of whether it was done.
    const isOfDone = status !== undefined && !/闭环|整改|复查/u.test(heading(status));
    const isRefused = (row: number): boolean => isOfDone && refused.test(text(row, status));
    const needed = of.filter((row) => !needsNone.test(text(row, status)));
    const done = isWhole
      ? needed.filter((row) => (dayOf(row) !== null || text(row, dayColumn) !== '') && !isRefused(row))
      : needed.filter((row) => yes.test(text(row, status)));
    const isAll =
      needed.length > 0 &&
      needed.every((row) => status === undefined || yes.test(text(row, status))) &&
      done.length === needed.length;
    const own = known.obligations.filter((each) => each.arrangement === code);
    const first =
      own.find(({ scheduleKind }) => ['once', 'window', 'undated'].includes(scheduleKind)) ?? own[0];
    const indicator = first?.indicators[0];
    if (first === undefined || indicator === undefined || done.length + needed.length === 0) return [];
    const why = 'counted-from-rows';
    const ask: Ask[] = [];
    if (indicator.id !== 'done') ask.push({ field: 'count', proposal: done.length, why });
    ask.push({ field: 'status', proposal: isAll ? '已完成' : done.length > 0 ? '进行中' : '未开始', why });
    const day = isAll && !isWhole ? latestDay(done.flatMap((row) => dayOf(row) ?? [])) : null;
    if (day !== null) ask.push({ field: 'completedOn', proposal: day, why });
    return [
      {
        ...{ arrangement: first.arrangement, schedule: first.schedule, indicator: indicator.id },
        ...{ periods: [first.period], confidence: 'ask', why, values: {}, ask },
      },
    ];
  }
}
