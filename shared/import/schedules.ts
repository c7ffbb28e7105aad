import type { Arrangement, Schedule } from '../taskList/taskList.ts';
import { namesDayWithin } from './cadenceRules.ts';
import type { Deadlines } from './deadlines.ts';
import type { DiagnosticCode } from './diagnosticCatalogue.ts';
import type { Reading } from './reading.ts';

const mostSchedules = 8;
const mostWords = 20;

/** Reports about one arrangement: the code, the words, one more detail. */
export type ReportHere = (code: DiagnosticCode, text: string, detail?: string) => void;

/**
 * The schedules of an arrangement in the order of the text (I6). Where nothing dates it there is one undated schedule, with the
 * time words that are left to a person. The same schedule printed twice is one.
 */
export function makeSchedules(
  reading: Reading,
  { timings, words }: Deadlines,
  report: ReportHere,
): Pick<Arrangement, 'schedules' | 'undatedWords'> {
  if (timings.length === 0) return undated(reading, words, report);
  const byMeaning = new Map<string, Schedule>();
  for (const { timing, extent } of timings) {
    const meaning = JSON.stringify(timing);
    if (!byMeaning.has(meaning))
      byMeaning.set(meaning, { ...timing, source: reading.span(extent.start, extent.end) });
  }
  if (byMeaning.size > mostSchedules) report('too-many-schedules', '', String(mostSchedules));
  const schedules = [...byMeaning.values()].slice(0, mostSchedules);
  for (const { kind, season, source } of schedules) {
    if (season !== undefined) report('season-months-open', season);
    const isCadence = kind !== 'once' && kind !== 'window';
    if (isCadence && source !== null && namesDayWithin(source.text)) report('cadence-day-open', source.text);
  }
  for (const { start, end, isDeadline } of words) {
    if (isDeadline) report('deadline-unread', reading.words(start, end));
  }
  return { schedules };
}

function undated(
  reading: Reading,
  words: Deadlines['words'],
  report: ReportHere,
): Pick<Arrangement, 'schedules' | 'undatedWords'> {
  const first = words[0];
  const undatedWords = [
    ...new Set(words.map(({ start, end }) => reading.words(start, end).slice(0, 40))),
  ].slice(0, mostWords);
  report('undated', undatedWords.join('、'));
  const source = first === undefined ? null : reading.span(first.start, first.end);
  const schedules: Schedule[] = [{ kind: 'undated', source }];
  return undatedWords.length === 0 ? { schedules } : { schedules, undatedWords };
}
