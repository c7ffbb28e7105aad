import type { Cadence } from '../calendar/period.ts';
import { isCadence } from '../rules/context.ts';
import { boxesIn } from '../columns/boxes.ts';
import type { LedgerCell } from './ledgerFile.ts';
import type { KnownObligation, LedgerKnown } from './known.ts';
import { headingPeriod, kindOf, readPeriodWords, type PeriodReading } from './periodWords.ts';
import type { ReportProposal } from './proposal.ts';
import {
  readFromSentence,
  readLedgerCounts,
  readLedgerDay,
  readLedgerStatus,
  statusFromNote,
  type Ask,
  type AskReason,
  type Reading,
  type Values,
} from './values.ts';
import { periodsIn } from './yearPeriods.ts';

/** What a row says of one arrangement, by field. */
export interface Said {
  status: LedgerCell | null;
  count: LedgerCell | null;
  completedOn: LedgerCell | null;
  note: string;
  problems: string;
  contact: string;
  evidence: string;
  /** What lets a warning pass. */
  explanation?: string;
  /** Of each indicator its own count, where her headings tell them apart; `null`: they do not. */
  countsBy?: (indicators: KnownObligation['indicators'], isPerPeriod: boolean) => Reading[] | null;
  /** One remark that stands for several arrangements: whatever is read out of it is a question. */
  isShared?: boolean;
  /** Its column is one of statuses by its cells alone: what is read of it is a question. */
  isStatusDoubted?: boolean;
  /** Its column of days holds days to come: it may be one of deadlines. */
  isDayDoubted?: boolean;
}

const blankText = /^[-—–/／\s]*$/u;

/** Whether a cell says anything, be it that its formula was never calculated. Boxes of which none is ticked say nothing. */
const isWritten = (cell: LedgerCell | null): boolean =>
  cell !== null &&
  (cell.formula === 'missing' || !blankText.test(cell.text)) &&
  boxesIn(cell.text)?.ticked.length !== 0;

/** Whether anything is said beside who would say it. */
export function saysAnything({ status, count, completedOn, note, problems, evidence }: Said): boolean {
  return (
    isWritten(status) ||
    isWritten(count) ||
    isWritten(completedOn) ||
    [note, problems, evidence].some((text) => text !== '')
  );
}

/** The obligations of one schedule that a report may be for. */
interface Meant {
  obligations: KnownObligation[];
  why?: AskReason;
}

const spanOf = new Map<string, { startsOn: string; endsOn: string }>();

function bounds(period: string, year: number): { startsOn: string; endsOn: string } {
  let found = spanOf.get(period);
  if (found === undefined) {
    const cadences: Cadence[] = ['weekly', 'monthly', 'two-monthly', 'quarterly', 'half-yearly'];
    found = cadences.flatMap((cadence) => periodsIn(cadence, year)).find(({ id }) => id === period) ?? {
      startsOn: `${year}-01-01`,
      endsOn: `${year}-12-31`,
    };
    spanOf.set(period, found);
  }
  return found;
}

/** Of one schedule's obligations, those that the row's period means. */
function meantBy(
  obligations: readonly KnownObligation[],
  when: PeriodReading | null,
  words: string,
  known: LedgerKnown,
): Meant {
  const [first] = obligations;
  if (first === undefined) return { obligations: [] };
  if (!isCadence(first)) return { obligations: [first] };
  const byId = new Map(obligations.map((each) => [each.period, each]));
  const pick = (ids: readonly string[]): KnownObligation[] => ids.flatMap((id) => byId.get(id) ?? []);
  if (when !== null) {
    const exact = pick(when.periods);
    if (exact.length === 1 && when.periods.length === 1) return { obligations: exact };
    if (exact.length > 0) return { obligations: exact, why: 'period-unknown' };
    // A shorter time within one period of the cadence, or a longer one that holds several.
    const within = bounds(when.periods[0] ?? String(known.year), known.year);
    const holding = obligations.filter(({ period }) => {
      const own = bounds(period, known.year);
      return own.startsOn <= within.startsOn && within.endsOn <= own.endsOn;
    });
    if (holding.length > 0)
      return bounds(holding[0]!.period, known.year).endsOn === within.endsOn
        ? { obligations: holding }
        : { obligations: holding, why: 'period-unknown' };
    const held = obligations.filter(({ period }) => {
      const own = bounds(period, known.year);
      return within.startsOn <= own.endsOn && own.endsOn <= within.endsOn;
    });
    if (held.length > 0) return { obligations: held, why: 'several-periods' };
    return { obligations: [] };
  }
  const named = words === '' ? null : readPeriodWords(words.slice(0, 30), known.year);
  if (named !== null && pick(named.periods).length === 1 && named.periods.length === 1)
    return { obligations: pick(named.periods) };
  const opened = obligations.filter(({ opensOn }) => opensOn <= known.today);
  if (opened.length === 1) return { obligations: opened };
  return { obligations: opened, why: 'several-periods' };
}

/** Puts readings where they belong: values that are certain, questions, and nothing. */
function place(field: keyof Values, reading: Reading, values: Values, asks: Ask[]): void {
  if (reading.is === 'value') values[field] = reading.value;
  else if (reading.is === 'ask') asks.push({ field, proposal: reading.proposal, why: reading.why });
}

const asQuestion = (reading: Reading, why: AskReason): Reading =>
  reading.is === 'value' ? { is: 'ask', proposal: reading.value, why } : reading;

/**
 * The reports that come of what a row says of one arrangement (`when`: the period of row, column or sheet; `null`: none is named).
 * Of several schedules the one is meant whose period the row names.
 */
export function reportsFor(
  arrangement: string,
  said: Said,
  when: PeriodReading | null,
  known: LedgerKnown,
  isAsked: AskReason | null,
): ReportProposal[] {
  if (!saysAnything(said)) return [];
  const lines = linesOfPeriods(said.note, known.year);
  if (lines.length > 1 && hasCadence(arrangement, known))
    return ofLines(arrangement, said, lines, known, isAsked);
  const own = known.obligations.filter((each) => each.arrangement === arrangement);
  const schedules = [...Map.groupBy(own, ({ schedule }) => schedule).values()];
  const options = schedules
    .map((obligations): Option => ({
      ...meantBy(obligations, when, said.note, known),
      first: obligations[0]!,
    }))
    .filter(({ obligations }) => obligations.length > 0);
  const meant = scheduleMeant(options, when, said.note, known.year);
  return meant.flatMap((option) =>
    ofSchedule(arrangement, said, option, known, isAsked ?? (meant.length > 1 ? 'period-unknown' : null)),
  );
}

/** What a remark says period by period, a line for each (第13周：…; 第14周：…); empty where it does not. */
function linesOfPeriods(note: string, year: number): { period: PeriodReading; text: string }[] {
  if (!/[\n；;]/u.test(note)) return [];
  const lines: { period: PeriodReading; text: string }[] = [];
  for (const line of note.split(/[\n；;]+/u)) {
    const [, when, text] = /^\s*([^：:，,。]{2,20})[：:]\s*(\S.*)$/su.exec(line) ?? [];
    const period = when === undefined ? null : headingPeriod(when, year);
    if (period !== null) lines.push({ period, text: text! });
    else if (lines.length > 0) lines.at(-1)!.text += `\n${line.trim()}`;
  }
  return lines;
}

const hasCadence = (arrangement: string, { obligations }: LedgerKnown): boolean =>
  obligations.some((each) => each.arrangement === arrangement && isCadence(each));

/**
 * The reports of a remark with a line for each period: each of its own line. What stands in the columns beside is of one of them, and
 * nobody can tell of which.
 */
function ofLines(
  arrangement: string,
  said: Said,
  lines: readonly { period: PeriodReading; text: string }[],
  known: LedgerKnown,
  isAsked: AskReason | null,
): ReportProposal[] {
  const isBeside = [said.status, said.count, said.completedOn].some((cell) => isWritten(cell));
  const cadenced = { ...known, obligations: known.obligations.filter(isCadence) };
  return lines.flatMap(({ period, text }) =>
    reportsFor(
      arrangement,
      { ...said, status: null, count: null, completedOn: null, note: text },
      period,
      cadenced,
      isAsked ?? (isBeside ? 'several-periods' : null),
    ),
  );
}

interface Option extends Meant {
  first: KnownObligation;
}

/**
 * Of several schedules those that a row means: the one whose kind of period it names, or whose period its words name; else the one
 * that has one period only; where nothing tells them apart, all.
 */
function scheduleMeant(
  options: readonly Option[],
  when: PeriodReading | null,
  words: string,
  year: number,
): readonly Option[] {
  if (options.length < 2) return options;
  const kinds = options.filter(({ first }) => isCadence(first) && kindOf(first.period) === when?.kind);
  if (kinds.length > 0) return kinds;
  const named = words === '' ? null : readPeriodWords(words.slice(0, 30), year);
  const byWords = options.filter(
    ({ first, obligations }) =>
      isCadence(first) &&
      obligations.length === 1 &&
      named?.periods.includes(obligations[0]!.period) === true,
  );
  if (byWords.length > 0) return byWords;
  if (when === null || when.kind === 'year') return options;
  const within = options.filter(({ first, obligations }) => isCadence(first) && obligations.length === 1);
  return within.length > 0 ? within : options;
}

/** The reports of one schedule, one for each indicator. */
function ofSchedule(
  arrangement: string,
  said: Said,
  { obligations, first, why }: Option,
  known: LedgerKnown,
  isAsked: AskReason | null,
): ReportProposal[] {
  const cadence = isCadence(first);
  const isOpen = obligations.some(({ opensOn }) => opensOn <= known.today);
  const periods = obligations.map(({ period }) => period);
  if (!isOpen) {
    return first.indicators.slice(0, 1).map(({ id }) => ({
      ...{ arrangement, schedule: first.schedule, indicator: id, periods },
      ...{ confidence: 'ask' as const, why: 'not-open' as const, values: {}, ask: [] },
    }));
  }
  const plain = statusOf(said, cadence);
  const told =
    plain.is === 'nothing' && cadence ? statusOfNumber(said.count, first.indicators[0]?.id) : plain;
  const status = said.isStatusDoubted === true ? asQuestion(told, 'status-unclear') : told;
  const isPerPeriod = cadence;
  const beside = said.countsBy?.(first.indicators, isPerPeriod) ?? null;
  // What is said of one count goes before numbers beneath headings of others.
  const apart = isWritten(said.count) && beside?.every(({ is }) => is === 'ask') === true ? null : beside;
  const written = apart === null ? isWritten(said.count) : apart.some(({ is }) => is !== 'nothing');
  const sentence = said.note === '' ? null : readFromSentence(said.note, first.indicators, known.year);
  const counts = written
    ? (apart ?? readLedgerCounts(said.count, first.indicators, isPerPeriod))
    : first.indicators.map((_, at): Reading => sentence?.counts[at] ?? { is: 'nothing' });
  const hasCountColumn = said.count !== null;
  const hasDay = isWritten(said.completedOn);
  const isDone =
    status.is !== 'nothing' &&
    /完成|开展/u.test(String(status.is === 'value' ? status.value : status.proposal)) &&
    !/未/u.test(String(status.is === 'value' ? status.value : status.proposal));
  const day: Reading = hasDay
    ? dayOf(said, status, known)
    : said.status === null && isDone && !cadence && sentence !== null
      ? sentence.day
      : { is: 'nothing' };
  // Of which of several indicators a sentence without a status speaks, nobody can tell.
  const isVague = status.is !== 'value' && first.indicators.length > 1 && !written;
  const reason = isAsked ?? why ?? (isVague ? 'nothing-said' : null);
  const confidence = reason === null ? 'certain' : 'ask';
  const isAnyCount = counts.some(({ is }) => is !== 'nothing');
  return first.indicators.map(({ id }, at) => {
    const values: Values = {};
    const asks: Ask[] = [];
    const shared = said.isShared === true;
    // One number beside an arrangement of several indicators says nothing of the others.
    const isUnsaid =
      apart === null && first.indicators.length > 1 && isAnyCount && counts[at]?.is === 'nothing' && written;
    const stated = isUnsaid ? asQuestion(status, 'nothing-said') : status;
    place('status', shared ? asQuestion(stated, 'one-remark-for-several') : stated, values, asks);
    if (said.status === null && !hasCountColumn && !written && cadence) {
      // A cadence that is told in a sentence has no count of its own in it.
    } else place('count', counts[at] ?? { is: 'nothing' }, values, asks);
    place('completedOn', day, values, asks);
    if (!isUnsaid) {
      const text = (field: 'note' | 'problems' | 'contact' | 'evidence' | 'explanation'): void => {
        const words = said[field] ?? '';
        if (words === '' || (shared && field !== 'note')) return;
        place(
          field,
          shared && field === 'note'
            ? { is: 'ask', proposal: words, why: 'one-remark-for-several' }
            : { is: 'value', value: words },
          values,
          asks,
        );
      };
      for (const field of ['note', 'problems', 'contact', 'evidence', 'explanation'] as const) text(field);
    }
    return {
      ...{ arrangement, schedule: first.schedule, indicator: id, periods },
      ...{ confidence: isUnsaid ? ('ask' as const) : (confidence as 'certain' | 'ask') },
      ...(reason === null ? {} : { why: reason }),
      ...{ values, ask: asks },
    };
  });
}

/** Beside what is done or not a number says, perhaps, that something was done. */
function statusOfNumber(count: LedgerCell | null, indicator: string | undefined): Reading {
  const isNumber = indicator === 'done' && typeof count?.value === 'number' && count.day === undefined;
  if (!isNumber) return { is: 'nothing' };
  return { is: 'ask', proposal: Number(count.value) > 0 ? '已开展' : '未开展', why: 'count-of-done' };
}

/** The day of completion; one that is still to come, or beside what is not done, may be a deadline and is asked. */
function dayOf({ completedOn, isDayDoubted }: Said, status: Reading, { year, today }: LedgerKnown): Reading {
  const read = readLedgerDay(completedOn, year);
  if (read.is !== 'value') return read;
  const isUndone = status.is === 'value' && /^(?:进行中|未)/u.test(String(status.value));
  const isToCome = String(read.value) > today;
  if (isUndone || isToCome) return { is: 'ask', proposal: null, why: 'date-unclear' };
  return isDayDoubted === true ? asQuestion(read, 'date-unclear') : read;
}

function statusOf({ status, count, note, completedOn }: Said, cadence: boolean): Reading {
  if (status !== null && isWritten(status)) {
    const read = readLedgerStatus(status, cadence);
    if (read.is !== 'ask' || read.why !== 'status-unclear') return read;
    // 否 beside a number or a remark is begun, not done.
    const isBegun = (count !== null && Number(count.value) > 0) || note !== '';
    const text = status.text.trim();
    return /^(?:否|×|✗)$/u.test(text) && isBegun ? { ...read, proposal: '进行中' } : read;
  }
  const isSlash = status !== null && status.text.trim() !== '';
  if (note !== '') {
    const read = statusFromNote(note, cadence);
    return isSlash ? noneOf(note, read) : read;
  }
  return completedOn === null ? { is: 'nothing' } : { is: 'nothing' };
}

/** A dash with a remark that says there is none here. */
function noneOf(note: string, otherwise: Reading): Reading {
  return /无|没有|不涉及/u.test(note)
    ? { is: 'ask', proposal: '本地无此类', why: 'status-unclear' }
    : asQuestion(otherwise, 'status-unclear');
}

/**
 * Puts to her what one row says of several arrangements: its status is of all of them, or of one, and its number of all together.
 * What is said of each of them by itself goes first.
 */
export function askOfRow(
  reports: readonly ReportProposal[],
  { status, count }: Said,
  known: LedgerKnown,
): ReportProposal[] {
  const why = 'one-remark-for-several';
  return reports.map((report) => {
    let { values, ask } = report;
    const own = known.obligations.find(
      (each) => each.arrangement === report.arrangement && each.schedule === report.schedule,
    );
    if (isWritten(status) && own !== undefined) {
      const read = readLedgerStatus(status, isCadence(own));
      const ofRow = read.is === 'value' ? read.value : read.is === 'ask' ? read.proposal : null;
      const said = values.status ?? ask.find(({ field }) => field === 'status')?.proposal ?? ofRow;
      const { status: _, ...others } = values;
      values = others;
      ask = [{ field: 'status', proposal: said, why }, ...ask.filter(({ field }) => field !== 'status')];
    }
    const isCounted = values.count !== undefined || ask.some(({ field }) => field === 'count');
    if (isWritten(count) && !isCounted && report.indicator !== 'done')
      ask = [...ask, { field: 'count', proposal: null, why }];
    return { ...report, values, ask };
  });
}

/** The kinds of period that a cadence has. */
export const periodKindOf = (period: string): ReturnType<typeof kindOf> => kindOf(period);
