import { trimBlanks, withoutBlanks } from '../import/text/characters.ts';
import type { LedgerCell, SheetView } from './ledgerFile.ts';
import { headingPeriod, orBefore, readPeriodWords, weekOfDay, type PeriodReading } from './periodWords.ts';
import { readDate } from '../rules/read/readDate.ts';
import type { ColumnBlock, Layout, Match, ReportProposal, RowKind, RowProposal } from './proposal.ts';
import { choiceColumns, chosenIn } from './choiceColumns.ts';
import { isOfBefore } from './foreign.ts';
import { isExplanation } from './explanation.ts';
import { IndicatorColumns } from './indicatorColumns.ts';
import { itemsIn } from './itemsIn.ts';
import { labelledLines, matchLines, readLines, type LabelledLine } from './labelledLines.ts';
import { ListNumbers } from './listNumbers.ts';
import { Legend } from './legend.ts';
import { reportsFor, type Said } from './proposeReports.ts';
import { askColours, askShown, OverRows, type ShownField } from './shownOver.ts';
import { targetOfKey } from './keyedRows.ts';
import { readTaskRow } from './taskRow.ts';
import { columnOfDays, columnOfShares, partOf, repeatedIn, shareOf } from './rowColumns.ts';
import { RowScope } from './rowScope.ts';
import { settleRepeats, startOf } from './settleRepeats.ts';
import {
  columnsOf,
  matchAt,
  matchOfRow,
  namesWhom,
  saidName,
  workNames,
  type SheetContext,
} from './sheetContext.ts';
import { isError, type AskReason } from './values.ts';

const total = /^(?:合计|总计|小计|共计|累计|完成项数|汇总)/u;
/** A sum, whatever the list calls what is summed up. */
const plainTotal = /^(?:小计|合计|总计|共计)(?:$|[（(：:])|(?:小计|合计|总计)(?:[（(][^（()）]*[)）])?$/u;
const note =
  /^(?:备?注|附注|说明|填表人?|填报人?|审核人?|制表人?|联系人|联系电话|负责人|签字)[^：:，。]{0,6}[：:]|^注\d?[：:.、]/u;

/** Headings of what was found, not of what is to be done. */
const problemHeading =
  /隐患(?!.*(?:举报|报告|排查(?:治理)?(?:工作|任务|安排)))|问题(?!.*(?:工作|任务|安排))|整改(?:措施|内容|要求)|不符合|违法|违规|缺陷|风险点/u;

export interface ReadLayout {
  layout: Layout;
  blocks?: readonly ColumnBlock[];
  rows: RowProposal[];
  gathered: ReportProposal[];
  /** Each arrangement has rows of its own, below one that names it. */
  isSeveral?: true;
  /** Its columns are groups, an arrangement each. */
  areGroups?: true;
  /** Columns of counts that no role names: each is an indicator's. */
  counted?: ReadonlySet<number>;
}

const textOf = (cell: LedgerCell | null): string => trimBlanks(cell?.text ?? '');
const dashes = /^[-—–/／]+$/u;
/** A dash alone is no remark, nor is an error. */
const wordsOf = (cell: LedgerCell | null): string =>
  dashes.test(textOf(cell)) || isError(textOf(cell)) ? '' : textOf(cell);

/** The contact of a row: name and telephone, one blank between. */
function contactOf(cells: readonly (LedgerCell | null)[]): string {
  return cells
    .map(textOf)
    .filter((text) => text !== '' && !dashes.test(text))
    .join(' ');
}

/** The arrangement that all rows of a sheet are of, by its title or its name; `null` where neither names one. */
export function matchOfTitle({ matcher, title }: SheetContext, name: string): Match | null {
  const matches = [title, name].map((text) => matcher.match({ text, task: '', number: '' }));
  return (
    matches.find(({ code, confidence }) => code !== null && confidence === 'certain') ??
    matches.find(({ code }) => code !== null) ??
    null
  );
}

/** Reads a sheet with a row for each arrangement, period or task, or of one arrangement with a row for each period. */
export function readRowLayout(context: SheetContext): ReadLayout {
  const { view, head, known, matcher } = context;
  const at = (role: Parameters<typeof columnsOf>[1]): number => columnsOf(head, role)[0] ?? -1;
  const choices = choiceColumns(head);
  const byIndicator = new IndicatorColumns(context);
  const columns = {
    ...{
      arrangement: at('arrangements'),
      task: at('name'),
      category: at('category'),
      number: at('listNumber'),
    },
    ...{ status: at('status'), count: at('count'), completedOn: at('completedOn'), note: at('note') },
    ...{ problems: at('problems'), evidence: at('evidence') },
  };
  const share = columns.status < 0 ? columnOfShares(context) : -1;
  const explained = head.headings.findIndex((headings) => isExplanation(headings.at(-1) ?? ''));
  const periodColumns = columnsOf(head, 'period');
  const datedBy = periodColumns.length > 0 ? -1 : columnOfDays(context);
  /** The day on which a row was written down, with the time of day where it says so; `null`: none. */
  const dayOf = (row: number): string | null => {
    const cell = datedBy < 0 ? null : view.shown(row, datedBy);
    if (cell === null) return null;
    const day = cell.day ?? readDate(cell.text, known.year).value ?? null;
    if (day === null || day > known.today || !day.startsWith(String(known.year))) return null;
    return `${day} ${/\d{1,2}:\d\d(?::\d\d)?/u.exec(cell.text)?.[0].padStart(8, '0') ?? ''}`;
  };
  const scope = new RowScope(context);
  const starts = new Map<number, string>();
  const contacts = columnsOf(head, 'contact');
  const enterprises = columnsOf(head, 'enterprise');
  const isStatusDoubted =
    choices.length === 0 && head.columns[columns.status]?.from.every((told) => told === 'cells') === true;
  const isOfProblems = problemHeading.test(withoutBlanks(head.headings[columns.arrangement]?.join('') ?? ''));
  const titled =
    columns.arrangement < 0 && (periodColumns.length > 0 || scope.hasUnits)
      ? matchOfTitle(context, view.sheet.name)
      : null;
  const isDayDoubted = view.sheet.rows.some((cells) => (cells[columns.completedOn]?.day ?? '') > known.today);
  const overRows = new OverRows(view, [columns.arrangement, ...scope.unitColumns]);
  const isOfTable = (row: number): boolean =>
    row >= head.firstRow && (row <= head.lastRow || textOf(view.shown(row, columns.arrangement)).length > 3);
  const legend = new Legend(view, isOfTable);
  /** The cells whose colour may say something of a row. */
  const coloured = (row: number): (LedgerCell | null)[] =>
    [columns.arrangement, columns.status, 0].map((column) => view.sheet.rows[row]?.[column] ?? null);
  const rows: RowProposal[] = [];
  let task = '';
  let isPerTask = false;
  let isSectioned = periodColumns.length > 0 || datedBy >= 0;
  /** The arrangement that a row above names for those below, where no column and no title does. */
  let section: Match | null = null;
  const numbers = columns.arrangement < 0 && titled === null ? new ListNumbers(context) : null;
  const hasSections = columns.arrangement < 0 && titled === null && numbers?.areThere !== true;

  // 第一季度完成情况 says of which period all its cells are.
  const ofHeading =
    [columns.status, columns.note, columns.count]
      .map((column) => headingPeriod(head.headings[column]?.at(-1) ?? '', known.year))
      .find((each) => each !== null) ?? null;

  /** 上周完成情况 in the table of a week. */
  const isOfPast = [columns.status, columns.note, columns.count].some((column) =>
    isOfBefore(head.headings[column]?.at(-1) ?? ''),
  );

  /** What the columns of periods say together; where they contradict each other, each of them. */
  const periodOf = (row: number, ofSection: PeriodReading | null): PeriodReading | null => {
    const from = periodColumns.length === 0 && section !== null ? [firstFilled(view, row)] : periodColumns;
    const read = from.flatMap((column) => {
      const cell = view.shown(row, column);
      const found =
        cell === null ? null : readPeriodWords(cell.text, known.year, ofSection ?? context.period);
      return found === null ? [] : [found];
    });
    const [first, second] = read;
    if (first === undefined) {
      const named = ofSection ?? context.period ?? ofHeading;
      return named !== null && isOfPast ? orBefore(named, known.year) : named;
    }
    if (second === undefined || second.kind !== first.kind) return first;
    const both = second.periods.filter((each) => first.periods.includes(each));
    if (both.length > 0) return { kind: first.kind, periods: both };
    return { kind: first.kind, periods: [...new Set([...second.periods, ...first.periods])] };
  };

  const counters = columnsOf(head, 'sequence');
  // Where a row says its task alone, and other rows say the same, their numbers are those of the task's items.
  const repeated = repeatedIn(view, columns.arrangement, head.lastRow);
  const isNumbered = counters.some((column) =>
    Array.from({ length: 20 }, (_, at) => view.text(head.lastRow + 1 + at, column)).some((text) =>
      /^\d+$/u.test(text),
    ),
  );
  /** 一 above 1, 2, 3, and nothing said but a sum: what stands there is a heading. */
  const isCategory = (row: number): boolean =>
    isNumbered &&
    counters.some((column) =>
      /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.]?$/u.test(view.text(row, column)),
    ) &&
    [columns.status, columns.completedOn, columns.note].every((column) => view.text(row, column) === '');

  const texted = head.columns.filter(({ role }) => role !== 'contact').map(({ column }) => column);
  /** The cell of a row whose lines each begin with what they are of; `null`: none, or the row says by itself what it is of. */
  const linesOf = (
    row: number,
    isAlone: boolean,
    { text, task: ofTask }: { text: string; task: string },
    value: (column: number) => LedgerCell | null,
  ): { from: number; lines: LabelledLine[]; matches: Match[] } | null => {
    for (const from of texted) {
      const lines = labelledLines(textOf(value(from)));
      if (lines.length === 0 || (from === columns.arrangement && itemsIn(text).length > 1)) continue;
      const filed = isAlone || from === columns.arrangement ? ofTask : ofTask || text;
      const matches = matchLines(lines, { row, task: filed, isAlone }, context);
      if (matches === null) continue;
      const own = isAlone ? null : matchOfRow(context, row, { text, task: ofTask, number: '' });
      return own?.confidence === 'certain' && from !== columns.arrangement ? null : { from, lines, matches };
    }
    return null;
  };

  for (let row = head.lastRow + 1; row < view.height; row += 1) {
    const texts = view.texts(row);
    const push = (is: RowKind, matches: Match[] = [], reports: ReportProposal[] = []): void => {
      rows.push({ row, is, matches, reports });
    };
    if (texts.length === 0) continue;
    const under = scope.next(row);
    if (under.not !== null) {
      push(under.not);
      continue;
    }
    const leading = withoutBlanks(texts[0] ?? '');
    const arrangement = textOf(view.shown(row, columns.arrangement));
    if (note.test(leading) && texts.length <= 3) {
      push('note');
      continue;
    }
    const isSum = texts.some((text) => total.test(withoutBlanks(text)));
    if (
      (isSum && matcher.likeness(arrangement) < 0.4) ||
      texts.some((text) => plainTotal.test(withoutBlanks(text)))
    ) {
      push('total');
      continue;
    }
    if (isCategory(row)) {
      push('category');
      continue;
    }
    const own = view.own(row, columns.arrangement);
    if ((own ?? view.own(row, columns.status))?.isStruck === true) {
      push('struck-out');
      continue;
    }
    if (columns.task >= 0) task = textOf(view.shown(row, columns.task)) || task;
    else if (columns.category >= 0) task = textOf(view.shown(row, columns.category)) || task;
    // Work of her own between them ends what stands above.
    const isHeading =
      hasSections &&
      texts.length <= 2 &&
      (matcher.likeness(texts.at(-1)!) >= likely ||
        (section !== null && !texts.some((text) => readPeriodWords(text, known.year) !== null)));
    if (isHeading) {
      section = matchAt(context, row, 0, { text: texts.at(-1)!, task: '', number: '' });
      isSectioned = true;
      push('arrangement', [section]);
      continue;
    }
    const value = (column: number): LedgerCell | null => {
      const cell = view.own(row, column);
      return cell?.isStruck === true ? null : cell;
    };
    const listed = numbers?.at(row) ?? '';
    const isUnnamed = arrangement === '' && section === null && listed === '';
    const lined = titled === null ? linesOf(row, isUnnamed, { text: arrangement, task }, value) : null;
    if (lined !== null) {
      isPerTask = true;
      const beside: Said = {
        ...{ status: lined.from === columns.status ? null : value(columns.status) },
        ...{ count: value(columns.count), completedOn: null, note: '' },
        ...{
          problems: lined.from === columns.problems ? '' : wordsOf(value(columns.problems)),
          evidence: '',
        },
        contact: contactOf(contacts.map((column) => view.shown(row, column))),
      };
      const when = { ...context, period: periodOf(row, under.period) };
      push('task', lined.matches, readLines(lined.lines, lined.matches, beside, when, under.isShared));
      continue;
    }
    if (isUnnamed && titled === null) {
      // What is said below a row, of a village or an enterprise, is of its arrangement too.
      const isMore = [columns.status, columns.count, columns.completedOn].some(
        (column) => view.own(row, column) !== null,
      );
      if (isMore && !/图例|颜色|标[注识]/u.test(leading)) askWhole(rows);
      if (texts.length === 1) push(texts[0]!.length > 30 ? 'note' : 'category');
      continue;
    }
    const merged = overRows.fieldsAt(row, columns);
    // What is shown over several rows may be of each of them.
    const shown = (field: ShownField): LedgerCell | null =>
      merged.has(field) ? view.shown(row, columns[field]) : value(columns[field]);
    const said: Said = {
      status:
        choices.length > 0
          ? (chosenIn(view, head, row, choices) ?? shown('status'))
          : share >= 0
            ? shareOf(value(share))
            : shown('status'),
      count: value(columns.count),
      countsBy: (...of) => byIndicator.readings(row, ...of),
      ...{ completedOn: shown('completedOn'), note: wordsOf(shown('note')) },
      ...{ problems: wordsOf(value(columns.problems)), evidence: wordsOf(value(columns.evidence)) },
      ...(isStatusDoubted && { isStatusDoubted }),
      ...(isDayDoubted && { isDayDoubted }),
      contact: contactOf(contacts.map((column) => view.shown(row, column))),
      explanation: wordsOf(value(explained)),
    };
    const items = itemsIn(arrangement);
    if (items.length > 1 && columns.note >= 0) {
      const perTask = readTaskRow(items, { said, task, row }, context);
      if (perTask !== null) {
        isPerTask = true;
        push('task', perTask.matches, perTask.reports);
        continue;
      }
    }
    const number = listed === '' ? textOf(view.own(row, columns.number)) : listed;
    const words =
      titled ??
      section ??
      matcher.inTask(
        matchOfRow(context, row, { text: arrangement, task, number }),
        repeated.has(arrangement) ? textOf(view.own(row, counters[0] ?? -1)) : '',
      );
    const isSaid = context.said.has(saidName({ row, item: 0 })) || context.keyed.own.has(row);
    // What was found in an enterprise is no arrangement, however alike their words are.
    const match: Match =
      isOfProblems && !isSaid && words.code !== null
        ? { code: null, confidence: 'none', candidates: [words.code, ...words.candidates], why: 'own-work' }
        : words;
    if (match.code === null) {
      push(match.why === 'not-assigned' ? 'other-unit' : 'arrangement', [match]);
      continue;
    }
    const named = workNames(arrangement, matcher.textOf(match.code), known);
    if (named.isFirst && !named.own) {
      push('other-unit');
      continue;
    }
    const ofUnits = partOf(said.note, known);
    if (ofUnits !== null) said.note = ofUnits;
    const isOfOthers =
      under.isShared || named.others.length > 0 || namesWhom(said.note, known).others.length > 0;
    const isMatchAsked = match.confidence === 'ask' ? (match.why as AskReason) : null;
    const isOfOne = enterprises.some((column) => oneEnterprise.test(textOf(view.shown(row, column))));
    const isAsked = isMatchAsked ?? (isOfOthers ? 'several-units' : isOfOne ? 'counted-from-rows' : null);
    const key = context.keyed.own.get(row);
    const isLaidOut = key?.isLaidOut === true && key.identity.arrangement === match.code;
    const written = dayOf(row);
    const ofDay = written === null ? null : weekOfDay(written.slice(0, 10), known.year);
    const target = isLaidOut
      ? targetOfKey(key, known)
      : { known, period: periodOf(row, under.period) ?? ofDay };
    const { period } = target;
    // Beneath a title rows are weeks or months; one that names none is something else.
    if (
      (titled ?? section) !== null &&
      !periodColumns.some((column) => view.shown(row, column) !== null) &&
      !(section !== null && readPeriodWords(leading, known.year) !== null) &&
      !scope.isOwnRow(row)
    ) {
      push('note');
      continue;
    }
    if (under.period !== null || isLaidOut) isSectioned = true;
    if (written !== null) starts.set(row, written);
    else if (period !== null) starts.set(row, startOf(period));
    const reports = reportsFor(match.code, said, period, target.known, isAsked);
    const counted = view.own(row, columns.count);
    // A number over the rows of several units is perhaps of all together.
    const isOfAll = counted === null || (scope.hasUnits && counted.isDitto !== true);
    const told = askShown(reports, merged, isOfAll);
    push('arrangement', [match], askColours(told, legend, said.status, coloured(row)));
  }
  settleRepeats(rows, isSectioned ? starts : new Map(), new Set(view.sheet.hiddenRows));
  const layout = isPerTask ? 'rows-per-task' : isSectioned ? 'rows-per-period' : 'rows';
  return {
    ...{ layout, rows, gathered: [] },
    ...(section !== null && { isSeveral: true as const }),
    ...(byIndicator.isUsed && { counted: byIndicator.read }),
  };
}

/** So like an arrangement is what names one. */
const likely = 0.5;

const firstFilled = (view: SheetView, row: number): number =>
  Array.from({ length: view.width }, (_, column) => column).find((column) => view.text(row, column) !== '') ??
  -1;

/** A row that is of one enterprise says how that stands. */
const oneEnterprise = /^[^、，,；;\n]{1,30}(?:公司|厂|企业|集团|店|站)(?:[（(].*[)）])?$/u;

/** Puts the last arrangement's reports to her: rows below it say more of it. */
function askWhole(rows: RowProposal[]): void {
  const last = rows.at(-1);
  if (last === undefined || last.is !== 'arrangement') return;
  const reports = last.reports.map((report) =>
    report.confidence === 'ask'
      ? report
      : { ...report, confidence: 'ask' as const, why: 'counted-from-rows' as const },
  );
  rows[rows.length - 1] = { ...last, reports };
}
