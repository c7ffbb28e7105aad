import { addDays } from '../calendar/days.ts';
import { isKnownYear, isStatutoryHoliday, isWorkingDay } from '../calendar/workingDays.ts';
import type { ListSettings } from '../taskList/listSettings.ts';
import type { ScheduleKind } from '../taskList/taskList.ts';

/** A due date in force, and the one before a holiday moved it; `null` where none did. */
export interface DueInForce {
  dueOn: string | null;
  movedFrom: string | null;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The first working day from a date on; `null` where the holidays of a year on the way are not known. */
function workingDayFrom(day: string): string | null {
  for (let reached = day; isKnownYear(yearOf(reached)); reached = addDays(reached, 1)) {
    if (isWorkingDay(reached)) return reached;
  }
  return null;
}

/**
 * Where a due date falls by the list's settings (P9): it stays, or goes to the next working day, from statutory holidays only
 * or from every day off. A week's Sunday stays unless the settings say otherwise. A date of a year without data stays.
 */
export function movedDue(
  due: string | null,
  kind: ScheduleKind,
  { dueOnHoliday, moveWeeks }: Pick<ListSettings, 'dueOnHoliday' | 'moveWeeks'>,
): DueInForce {
  const stays = { dueOn: due, movedFrom: null };
  if (due === null || dueOnHoliday === 'keep' || (kind === 'weekly' && !moveWeeks)) return stays;
  if (dueOnHoliday === 'offHolidays' && !isStatutoryHoliday(due)) return stays;
  const dueOn = workingDayFrom(due);
  return dueOn === null || dueOn === due ? stays : { dueOn, movedFrom: due };
}
