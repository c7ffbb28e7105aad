import {
  monthPeriod,
  periodBetween,
  periodsOf,
  yearPeriod,
  type Cadence,
  type Period,
} from '../calendar/period.ts';
import type { ListSettings } from '../taskList/listSettings.ts';
import type { Schedule } from '../taskList/taskList.ts';

/**
 * The period that the key of a schedule's row names where it falls due once a year; `null` where it does so more often, or
 * a season decides. It outlives other dates, and so may be another than the period in which the schedule now falls due.
 */
export function keyPeriodOf(schedule: Schedule, year: number): string | null {
  if (schedule.season !== undefined) return null;
  switch (schedule.kind) {
    case 'undated':
    case 'once':
      return schedule.period ?? String(year);
    case 'window':
      if (schedule.period !== undefined) return schedule.period;
      if (schedule.start === undefined || schedule.due === undefined) return String(year);
      return periodBetween(year, schedule.start, schedule.due).id;
    default:
      return null;
  }
}

/** One time at which a schedule falls due. */
export interface Occasion {
  period: Period;
  opensOn: string;
  /** `null`: undated, reportable at any time (P5). */
  dueOn: string | null;
}

const monthOf = (date: string): number => Number(date.slice(5, 7));

function undated(year: number): Occasion[] {
  const period = yearPeriod(year);
  return [{ period, opensOn: period.startsOn, dueOn: null }];
}

/** Runs of neighbouring months: [1,2,12] → [[1,2],[12]]. */
function monthRuns(season: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const month of [...new Set(season)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === month - 1) last.push(month);
    else runs.push([month]);
  }
  return runs;
}

function seasonWindows(year: number, season: readonly number[]): Occasion[] {
  return monthRuns(season).map((run) => {
    const first = monthPeriod(year, run[0]!);
    const last = monthPeriod(year, run.at(-1)!);
    return { period: last, opensOn: first.startsOn, dueOn: last.endsOn };
  });
}

/**
 * When a schedule falls due in the year (P6, P7). A season whose months the bureau has not yet set leaves
 * the schedule undated, so that what is done can be reported all the same.
 */
export function occasionsOf(schedule: Schedule, year: number, seasons: ListSettings['seasons']): Occasion[] {
  const season = schedule.season === undefined ? null : (seasons[schedule.season] ?? null);
  if (schedule.season !== undefined && season === null) return undated(year);
  switch (schedule.kind) {
    case 'undated':
      return undated(year);
    case 'once': {
      if (schedule.due === undefined) return undated(year);
      const period = yearPeriod(year);
      return [{ period, opensOn: period.startsOn, dueOn: schedule.due }];
    }
    case 'window': {
      if (season) return seasonWindows(year, season);
      if (schedule.start === undefined || schedule.due === undefined) return undated(year);
      const period = periodBetween(year, schedule.start, schedule.due);
      return [{ period, opensOn: schedule.start, dueOn: schedule.due }];
    }
    default:
      return cadenceOccasions(schedule.kind, year, season);
  }
}

/** A period counts to a season when any of its months does. */
function cadenceOccasions(cadence: Cadence, year: number, season: readonly number[] | null): Occasion[] {
  return periodsOf(cadence, year)
    .filter((period) => {
      if (!season) return true;
      const first = period.startsOn < `${year}` ? 1 : monthOf(period.startsOn);
      return season.some((month) => month >= first && month <= monthOf(period.endsOn));
    })
    .map((period) => ({ period, opensOn: period.startsOn, dueOn: period.endsOn }));
}
