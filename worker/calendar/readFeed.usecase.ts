import { addDays } from '../../shared/calendar/days.ts';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { calendarEvents } from '../../shared/calendarFeed/calendarEvents.ts';
import { clockAt } from '../clock/clock.ts';
import { sha256Of } from '../identity/accessKey.ts';
import { wherePossible } from '../problems/databaseFailure.ts';
import { isCalendarToken } from './calendarToken.ts';
import { markCalendarUsed, openCalendar, type OpenedCalendar } from './calendarTokens.repository.ts';
import { loadFeed } from './feed.repository.ts';
import { icsFile } from './icsFile.ts';

/** Days before today, and after it, that a calendar shows. */
const before = 92;
const after = 400;

/** Whose calendar a token opens; `null` for one that is mistyped, unknown or revoked, without telling which. */
export async function calendarOf(db: D1Database, token: string): Promise<OpenedCalendar | null> {
  return isCalendarToken(token) ? openCalendar(db, await sha256Of(token)) : null;
}

/** A unit's deadlines as iCalendar, and the tag of these bytes. */
export async function readFeed(
  db: D1Database,
  opened: OpenedCalendar,
  { now, origin, alarmDays }: { now: number; origin: string; alarmDays: number | null },
): Promise<{ ics: string; tag: string }> {
  const { unitId, unitName } = opened;
  const { today } = clockAt(now, opened.demoOffset, 0);
  const days = { today, from: addDays(today, -before), to: addDays(today, after) };
  const { year, reports, sequence, stamp } = await loadFeed(db, unitId, days);
  const ledger = `${origin}/workbook?unit=${encodeURIComponent(unitId)}${year === null ? '' : `&list=${year}`}`;
  const ics = icsFile({
    name: `台账到期 · ${unitName}`,
    events: calendarEvents(unitId, reports, ledger),
    ...{ sequence, stamp, alarmDays },
  });
  const day = shanghaiDate(now);
  if (opened.lastUsedOn !== day) await wherePossible(() => markCalendarUsed(db, opened.id, day).run());
  return { ics, tag: `"${(await sha256Of(ics)).slice(0, 32)}"` };
}
