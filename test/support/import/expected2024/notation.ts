/**
 * What a careful official reads in seeds/2024-task-list.txt: every sentence read by hand, none of it taken from the program's output.
 * Notation: a schedule is `kind first..last "words"`; a count is `[number, measure, what is counted]`, a baseline `['now', …]`.
 */

export type ExpectedSchedule = {
  kind: string;
  start?: string | undefined;
  due?: string | undefined;
  season?: string | undefined;
  source: string | null;
};
export type ExpectedCount = {
  target: number | null;
  baseline?: number | undefined;
  unitOfMeasure: string;
  label: string;
  mode: 'cumulative' | 'perPeriod';
  source: string | null;
};
export type ExpectedArrangement = {
  code: string;
  printed: string;
  /** The first characters of the item, in Simplified. */
  opens: string;
  schedules: ExpectedSchedule[];
  indicators: ExpectedCount[];
  undatedWords?: string[];
};
export type ExpectedTask = {
  code: string;
  name: string;
  units: string[];
  goal: [number, string, string][];
  arrangements: ExpectedArrangement[];
};

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');
const lastDay = (month: number) => `2024-${two(month)}-${lastDays[month - 1]}`;

export const by = (month: number, source: string): ExpectedSchedule => ({
  kind: 'once',
  due: lastDay(month),
  source,
});
export const during = (from: number, to: number, source: string): ExpectedSchedule => ({
  kind: 'window',
  start: `2024-${two(from)}-01`,
  due: lastDay(to),
  source,
});
export const every = (kind: string, source: string, season?: string): ExpectedSchedule =>
  season === undefined ? { kind, source } : { kind, season, source };
export const inSeason = (season: string): ExpectedSchedule => ({ kind: 'window', season, source: season });
export const open = (source: string | null = null): ExpectedSchedule => ({ kind: 'undated', source });

export const count = (
  target: number,
  unitOfMeasure: string,
  label: string,
  source: string,
): ExpectedCount => ({
  target,
  unitOfMeasure,
  label,
  mode: 'cumulative',
  source,
});
export const now = (
  baseline: number,
  unitOfMeasure: string,
  label: string,
  source: string,
): ExpectedCount => ({
  target: null,
  baseline,
  unitOfMeasure,
  label,
  mode: 'perPeriod',
  source,
});
export const done: ExpectedCount = {
  target: 1,
  unitOfMeasure: '项',
  label: '完成情况',
  mode: 'cumulative',
  source: null,
};
export const doneEachPeriod: ExpectedCount = { ...done, mode: 'perPeriod' };

export const item = (
  code: string,
  printed: string,
  opens: string,
  schedules: ExpectedSchedule[],
  indicators: ExpectedCount[] = [done],
  undatedWords?: string[],
): ExpectedArrangement =>
  undatedWords === undefined
    ? { code, printed, opens, schedules, indicators }
    : { code, printed, opens, schedules, indicators, undatedWords };

export const bureau = '区应急管理局';
export const allPlaces = '各园区（镇、街道）';
export const everyone = [bureau, allPlaces];
