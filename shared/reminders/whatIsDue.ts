import {
  dueDays,
  dueLines,
  placeOf,
  type DueDay,
  type DueLine,
  type OpenReport,
} from '../calendarFeed/dueDays.ts';

/** What a unit is reminded of on a day. */
export interface UnitDue {
  unit: { id: string; name: string };
  /** Due, or to be answered, from today on. */
  soon: DueDay[];
  /** Past its day and not done, by arrangement. */
  overdue: DueLine[];
  /** How many reports of each. */
  counts: { soon: number; overdue: number };
}

/** What a unit is reminded of; `null` where there is nothing. */
export function whatIsDue(
  unit: UnitDue['unit'],
  reports: readonly OpenReport[],
  { today, until, overdue: asksOverdue }: { today: string; until: string; overdue: boolean },
): UnitDue | null {
  const dayOf = (report: OpenReport): string => placeOf(report)?.day ?? '9999';
  const soon = reports.filter((report) => dayOf(report) >= today && dayOf(report) <= until);
  const overdue = asksOverdue ? reports.filter((report) => dayOf(report) < today) : [];
  if (soon.length + overdue.length === 0) return null;
  const counts = { soon: soon.length, overdue: overdue.length };
  return { unit, soon: dueDays(soon), overdue: dueLines(overdue), counts };
}
