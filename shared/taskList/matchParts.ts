import { keyPeriodOf } from '../obligations/schedulePeriods.ts';
import { scheduleInForce } from './decisions.ts';
import type { ListSettings } from './listSettings.ts';
import { essenceOf, similarity } from './similarity.ts';
import { numberOf, type Indicator, type Schedule } from './taskList.ts';

/** A schedule with the number that its rows' keys name. */
export interface Numbered {
  schedule: Schedule;
  number: number;
  /** What it is for its rows: the bureau's own date or cadence where it has given one. */
  inForce: Schedule;
}

/** Pairs things by the first of some likenesses that holds, each in turn over all that is left, in order. */
function pairUp<A, B>(
  news: readonly A[],
  olds: readonly B[],
  likenesses: readonly ((a: A, b: B) => boolean)[],
): Map<A, B> {
  const pairs = new Map<A, B>();
  const left = new Set(olds);
  for (const isLike of likenesses) {
    for (const a of news) {
      if (pairs.has(a)) continue;
      const b = [...left].find((each) => isLike(a, each));
      if (b === undefined) continue;
      pairs.set(a, b);
      left.delete(b);
    }
  }
  return pairs;
}

const isFinal = ({ kind }: Schedule): boolean => kind === 'once' || kind === 'window' || kind === 'undated';
const timeOf = ({ kind, start, due, season }: Schedule): string => JSON.stringify([kind, start, due, season]);

/**
 * Gives the schedules of a matched arrangement their numbers: one that is the same with another date or rhythm keeps its
 * own, a report stays with it; a new one gets a number that was never used. What falls due once never becomes a cadence:
 * their rows say different things.
 */
export function numberSchedules(
  next: readonly Schedule[],
  stored: { live: readonly Numbered[]; former: readonly Numbered[]; highest: number },
  year: number,
): { schedules: Schedule[]; highest: number } {
  const isSame = (a: Schedule, { schedule, inForce }: Numbered): boolean =>
    timeOf(a) === timeOf(schedule) || timeOf(a) === timeOf(inForce);
  const pairs = pairUp(next, stored.live, [
    isSame,
    (a, { schedule }) => a.kind === schedule.kind && a.season === schedule.season,
    (a, { schedule }) => a.kind === schedule.kind,
    (a, { inForce }) => isFinal(a) === isFinal(inForce),
  ]);
  const leftover = next.filter((schedule) => !pairs.has(schedule));
  for (const [schedule, old] of pairUp(leftover, stored.former, [isSame])) pairs.set(schedule, old);
  let { highest } = stored;
  const schedules = next.map((schedule, index): Schedule => {
    const old = pairs.get(schedule);
    const number = old?.number ?? (highest += 1);
    const kept = old && keyPeriodOf(old.schedule, year);
    const own = keyPeriodOf(bare(schedule), year);
    return {
      ...withoutSource(schedule),
      ...(number === index + 1 ? {} : { number }),
      ...(typeof kept === 'string' && own !== null && kept !== own ? { period: kept } : {}),
      source: schedule.source,
    };
  });
  return { schedules, highest };
}

/** A schedule as the text has it, without what a publishing has given it. */
export function bare({ number: _number, period: _period, ...schedule }: Schedule): Schedule {
  return schedule;
}

function withoutSource(schedule: Schedule): Omit<Schedule, 'source'> {
  const { source: _source, ...rest } = bare(schedule);
  return rest;
}

/** The schedules of an arrangement with their numbers, and what they are for its rows. */
export function numbered(
  schedules: readonly Schedule[],
  code: string,
  settings: Pick<ListSettings, 'schedules'>,
): Numbered[] {
  return schedules.map((schedule, index) => {
    const number = numberOf(schedule, index);
    return { schedule, number, inForce: scheduleInForce(settings, code, number, schedule) };
  });
}

/**
 * Gives the indicators of a matched arrangement their ids, by what is counted and its unit of measure: a count stays
 * with what it counts. The same number of something else is new, and what was counted is gone. One with another target keeps
 * its id, a new one gets an id that was never used.
 */
export function nameIndicators(
  next: readonly Indicator[],
  stored: { live: readonly Indicator[]; former: readonly Indicator[]; highest: number },
): { indicators: Indicator[]; highest: number } {
  const counting = (each: Indicator): boolean => each.id !== 'done';
  const news = next.filter(counting);
  const sameUnit = (a: Indicator, b: Indicator): boolean => a.unitOfMeasure === b.unitOfMeasure;
  const sameLabel = (a: Indicator, b: Indicator): boolean => essenceOf(a.label) === essenceOf(b.label);
  const isSame = (a: Indicator, b: Indicator): boolean => sameUnit(a, b) && sameLabel(a, b);
  // 储罐 and 液氯储罐: what is counted is named more or less fully. Ten lifts are not what ten boilers were.
  const isPartOf = (a: string, b: string): boolean => {
    const [one, other] = [essenceOf(a), essenceOf(b)];
    return one.length > 1 && other.length > 1 && (one.includes(other) || other.includes(one));
  };
  const pairs = pairUp(news, stored.live.filter(counting), [
    (a, b) => isSame(a, b) && a.target === b.target,
    isSame,
    (a, b) => sameUnit(a, b) && similarity(a.label, b.label) >= 0.5,
    (a, b) => sameUnit(a, b) && a.target === b.target && isPartOf(a.label, b.label),
    (a, b) => sameLabel(a, b) && a.target === b.target,
  ]);
  const leftover = news.filter((indicator) => !pairs.has(indicator));
  for (const [indicator, old] of pairUp(leftover, stored.former.filter(counting), [isSame])) {
    pairs.set(indicator, old);
  }
  let { highest } = stored;
  const indicators = next.map((indicator): Indicator => {
    if (!counting(indicator)) return indicator;
    return { ...indicator, id: pairs.get(indicator)?.id ?? `i${(highest += 1)}` };
  });
  return { indicators, highest };
}
