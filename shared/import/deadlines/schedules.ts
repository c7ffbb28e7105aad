import type { Arrangement, LeftOpen, Schedule } from '../../taskList/taskList.ts';
import type { Timing } from './deadlineRule.ts';
import type { Deadlines } from './readDeadlines.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Entry } from './columnEntries.ts';
import { saysMore } from './columnEntries.ts';
import type { Extent } from '../text/extent.ts';
import type { PreparedText } from '../text/preparedText.ts';

const mostSchedules = 8;
const mostWords = 20;
const longestWords = 40;

/** Reports about one arrangement: the code, the words, one more detail; whether it is of its entry in the column of deadlines. */
export type ReportHere = (code: DiagnosticCode, text: string, detail?: string, isOfEntry?: boolean) => void;

/** What an arrangement has as its times, and both deadlines where sentence and column contradict each other. */
type Schedules = Pick<Arrangement, 'schedules' | 'undatedWords'> & { deadline?: LeftOpen['deadline'] };

/** A schedule with the words that it was read from. */
type Found = { timing: Timing; source: NonNullable<Schedule['source']>; namesDay?: boolean };

/**
 * The schedules of an arrangement (I6): those of its sentence in the order of the text, then those of its entry in the column of
 * deadlines (I6.4). Where nothing dates it there is one undated schedule, with the time words that are left to a person. The same
 * schedule printed twice is one.
 */
export function makeSchedules(
  prepared: PreparedText,
  deadlines: Deadlines,
  entry: Entry | null,
  report: ReportHere,
): Schedules {
  const said = deadlines.timings.map(({ extent, ...timing }) => ({
    ...timing,
    source: spanOf(prepared, extent),
  }));
  const entered = entry === null ? [] : foundIn(entry);
  if (said.length + entered.length === 0) return undated(prepared, deadlines.words, entry, report);
  const { held, isContradicted } = prevailing(said, entered, entry, report);
  const all = distinct(held);
  if (all.length > mostSchedules) report('too-many-schedules', '', String(mostSchedules));
  const schedules = all.slice(0, mostSchedules);
  for (const { season } of schedules) if (season !== undefined) report('season-months-open', season);
  // A day counts wherever it is printed: 每月检查 beside 每月25日报送 is one cadence.
  const meanings = new Set(held.map(({ timing }) => meaningOf(timing)));
  const days = [...said, ...entered].filter(
    ({ timing, namesDay }) => namesDay === true && meanings.has(meaningOf(timing)),
  );
  for (const text of new Set(days.map(({ source }) => source.text))) report('cadence-day-open', text);
  for (const { start, end, isDeadline } of deadlines.words) {
    if (isDeadline) report('deadline-unread', prepared.words(start, end));
  }
  if (entry !== null) for (const words of unreadIn(entry)) report('deadline-unread', words, '', true);
  if (!isContradicted) return { schedules };
  return { schedules, deadline: { sentence: distinct(said).slice(0, mostSchedules), column: schedules } };
}

/** The same schedule printed twice is one. */
function distinct(found: readonly Found[]): Schedule[] {
  const byMeaning = new Map<string, Schedule>();
  for (const { timing, source } of found) {
    const meaning = JSON.stringify(timing);
    if (!byMeaning.has(meaning)) byMeaning.set(meaning, { ...timing, source });
  }
  return [...byMeaning.values()];
}

function spanOf(prepared: PreparedText, { start, end }: Extent) {
  return prepared.span(start, end);
}

function foundIn({ printed, prepared, deadlines }: Entry): Found[] {
  return deadlines.timings.map(({ extent, ...timing }) => ({
    ...timing,
    source: { ...spanOf(prepared, extent), entry: printed },
  }));
}

const wordsOf = ({ prepared }: Entry) => prepared.words(0, prepared.compact.length).slice(0, longestWords);

/** What says only that something goes on agrees with any cadence. */
const goesOn = /^(?:全年|常年|贯穿全年|常态化|长期|长期坚持|持续推进|持续开展|长期推进|长期开展)$/u;

/** What an entry says more than the schedules that stand: words that no rule knows, or that only speak of time. */
function unreadIn(entry: Entry): string[] {
  const { prepared, deadlines, hasMore } = entry;
  if (deadlines.timings.length === 0) return goesOn.test(prepared.compact) ? [] : [wordsOf(entry)];
  if (!hasMore && deadlines.words.length === 0) return [];
  const read = deadlines.timings.map(({ extent }) => extent);
  const between = [0, ...read.map(({ end }) => end)].map((from, at) => ({
    from,
    to: read[at]?.start ?? prepared.compact.length,
  }));
  return between
    .map(({ from, to }) => (from < to ? prepared.words(from, to) : ''))
    .map((words) => words.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '').slice(0, longestWords))
    .filter(saysMore);
}

/** Dates contradict dates, and rhythms rhythms; a date beside a rhythm says when it has to be done, and both hold. */
const classOf = ({ kind, due }: Timing) =>
  due !== undefined ? 'date' : kind === 'window' ? 'season' : 'rhythm';
/** A window and a date agree where they end together. */
const meaningOf = (timing: Timing) => timing.due ?? JSON.stringify(timing);

/**
 * Of sentence and column, those that hold. Where the sentence already says what the column says, with the steps on
 * the way, it stands. Where it says otherwise, the column prevails, and each of the sentence's that it sets aside is
 * told.
 */
function prevailing(
  said: readonly Found[],
  entered: readonly Found[],
  entry: Entry | null,
  report: ReportHere,
): { held: Found[]; isContradicted: boolean } {
  const meanings = new Set(said.map(({ timing }) => meaningOf(timing)));
  const entries = new Set(entered.map(({ timing }) => meaningOf(timing)));
  const overruled = new Set(
    entered.filter(({ timing }) => !meanings.has(meaningOf(timing))).map(({ timing }) => classOf(timing)),
  );
  let isContradicted = false;
  const stands = said.filter(({ timing, source }) => {
    if (!overruled.has(classOf(timing))) return true;
    if (entry !== null && !entries.has(meaningOf(timing))) {
      isContradicted = true;
      report('deadline-differs', source.text, wordsOf(entry));
    }
    return false;
  });
  const kept = new Set(stands.map(({ timing }) => meaningOf(timing)));
  return {
    held: [...stands, ...entered.filter(({ timing }) => !kept.has(meaningOf(timing)))],
    isContradicted,
  };
}

function undated(
  prepared: PreparedText,
  words: Deadlines['words'],
  entry: Entry | null,
  report: ReportHere,
): Schedules {
  const found = [
    ...words.map(({ start, end }) => prepared.words(start, end).slice(0, longestWords)),
    ...(entry === null ? [] : [wordsOf(entry)]),
  ];
  const undatedWords = [...new Set(found)].slice(0, mostWords);
  report('undated', undatedWords.join('、'), '', entry !== null && words.length === 0);
  const [first] = words;
  const ofEntry =
    entry === null
      ? null
      : { ...entry.prepared.span(0, entry.prepared.compact.length), entry: entry.printed };
  const source = first === undefined ? ofEntry : spanOf(prepared, first);
  const schedules: Schedule[] = [{ kind: 'undated', source }];
  return undatedWords.length === 0 ? { schedules } : { schedules, undatedWords };
}
