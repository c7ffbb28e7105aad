import { addDays } from '../../shared/calendar/days.ts';
import { addWorkingDays, isWorkingDay } from '../../shared/calendar/workingDays.ts';
import { planMessages, type PlannedMessage } from '../../shared/reminders/planMessages.ts';
import type { ReminderOn } from '../../shared/reminders/reminderTexts.ts';
import { whatIsDue } from '../../shared/reminders/whatIsDue.ts';
import { loadUnitReports } from './due.repository.ts';
import type { StoredReminders } from './storedReminders.ts';

/** What is overdue for longer is no matter of a daily message. */
const overdueDays = 400;

/** Whether a day is the first working day since the last Sunday. */
function isFirstOfWeek(day: string): boolean {
  for (let before = addDays(day, -1); ; before = addDays(before, -1)) {
    if (new Date(`${before}T00:00:00Z`).getUTCDay() === 0) return true;
    if (isWorkingDay(before)) return false;
  }
}

/** Today's messages as the settings have them, and the last day that is soon. */
export async function planToday(
  db: D1Database,
  settings: StoredReminders,
  today: string,
): Promise<{ until: string; on: ReminderOn; messages: PlannedMessage[] }> {
  const until = addWorkingDays(today, settings.soonWorkingDays);
  const asked = { from: addDays(today, -overdueDays), until, year: Number(today.slice(0, 4)) };
  const { units, year } = await loadUnitReports(db, asked);
  const overdue = settings.overdue === 'daily' || (settings.overdue === 'weekly' && isFirstOfWeek(today));
  const due = units.flatMap(({ reports, ...unit }) => {
    const what = whatIsDue(unit, reports, { today, until, overdue });
    return what === null ? [] : [what];
  });
  const channels = settings.channels.map(({ unit }) => unit);
  const { digestAbove, site } = settings;
  const on = { today, site, year };
  return { until, on, messages: planMessages(due, { channels, digestAbove }, on) };
}
