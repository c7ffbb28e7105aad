import { Temporal } from 'temporal-polyfill';

/** Every date of the product is a calendar date here (P1). */
const zone = 'Asia/Shanghai';

/** The day that was last asked for, from its first millisecond to the next one's: every request asks, and days are long. */
let day = { from: 0, to: 0, date: '' };

/** Today in Shanghai, `YYYY-MM-DD`; `now` in milliseconds since 1970. */
export function shanghaiDate(now: number): string {
  if (now < day.from || now >= day.to) {
    const begins = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
    day = {
      from: begins.epochMilliseconds,
      to: begins.add({ days: 1 }).epochMilliseconds,
      date: begins.toPlainDate().toString(),
    };
  }
  return day.date;
}

/** A moment in Shanghai, ISO 8601 with offset: `2024-04-10T09:00:00+08:00`. */
export function shanghaiTime(now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toString({ timeZone: zone, smallestUnit: 'second' });
}

/** `date` plus a number of days. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
