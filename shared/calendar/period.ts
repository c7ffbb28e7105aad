import { Temporal } from 'temporal-polyfill';

/**
 * A reporting period (报告期): `2024`, `2024-H1` (half a year), `2024-Q1`, `2024-B1` (two months), `2024-03`, `2024-W07` (ISO week).
 * Both days belong to it.
 */
export interface Period {
  id: string;
  startsOn: string;
  endsOn: string;
}

export type Cadence = 'weekly' | 'monthly' | 'two-monthly' | 'quarterly' | 'half-yearly';

const pad = (value: number): string => String(value).padStart(2, '0');

function months(id: string, year: number, first: number, length: number): Period {
  const start = Temporal.PlainDate.from({ year, month: first, day: 1 });
  return {
    id,
    startsOn: start.toString(),
    endsOn: start.add({ months: length }).subtract({ days: 1 }).toString(),
  };
}

/** The whole year. */
export function yearPeriod(year: number): Period {
  return months(String(year), year, 1, 12);
}

export function monthPeriod(year: number, month: number): Period {
  return months(`${year}-${pad(month)}`, year, month, 1);
}

/** ISO weeks whose Sunday falls in the year: they belong to its list (P7). */
function weeksOf(year: number): Period[] {
  const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  let sunday = newYear.add({ days: 7 - newYear.dayOfWeek });
  const weeks: Period[] = [];
  while (sunday.year === year) {
    weeks.push({
      id: `${sunday.yearOfWeek}-W${pad(sunday.weekOfYear ?? 0)}`,
      startsOn: sunday.subtract({ days: 6 }).toString(),
      endsOn: sunday.toString(),
    });
    sunday = sunday.add({ days: 7 });
  }
  return weeks;
}

/** All periods of a cadence in a year, in order of time (P6, P7). */
export function periodsOf(cadence: Cadence, year: number): Period[] {
  switch (cadence) {
    case 'weekly':
      return weeksOf(year);
    case 'monthly':
      return Array.from({ length: 12 }, (_, index) => monthPeriod(year, index + 1));
    case 'two-monthly':
      return Array.from({ length: 6 }, (_, index) => months(`${year}-B${index + 1}`, year, index * 2 + 1, 2));
    case 'quarterly':
      return Array.from({ length: 4 }, (_, index) => months(`${year}-Q${index + 1}`, year, index * 3 + 1, 3));
    case 'half-yearly':
      return Array.from({ length: 2 }, (_, index) => months(`${year}-H${index + 1}`, year, index * 6 + 1, 6));
  }
}

/** The quarter, two months or month that has exactly these bounds, or the year: a window over half a year has had the year since it was first published. */
export function periodBetween(year: number, startsOn: string, endsOn: string): Period {
  const candidates = [
    ...periodsOf('quarterly', year),
    ...periodsOf('two-monthly', year),
    ...periodsOf('monthly', year),
  ];
  return (
    candidates.find((period) => period.startsOn === startsOn && period.endsOn === endsOn) ?? yearPeriod(year)
  );
}
