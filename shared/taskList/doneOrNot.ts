import type { Indicator, Schedule } from './taskList.ts';

/** The one indicator of an arrangement that counts nothing (I10): per period where it has cadences only. */
export function doneOrNot(schedules: readonly Schedule[]): Indicator {
  const hasCadencesOnly = schedules.every(({ kind }) => !['once', 'window', 'undated'].includes(kind));
  return {
    id: 'done',
    label: '完成情况',
    unitOfMeasure: '项',
    target: 1,
    mode: hasCadencesOnly ? 'perPeriod' : 'cumulative',
    source: null,
  };
}
