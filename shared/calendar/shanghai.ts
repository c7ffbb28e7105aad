import { Temporal } from 'temporal-polyfill';

/** Every date of the product is a calendar date here (P1). */
const zone = 'Asia/Shanghai';

/** Today in Shanghai, `YYYY-MM-DD`; `now` in milliseconds since 1970. */
export function shanghaiDate(now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** A moment in Shanghai, ISO 8601 with offset: `2024-04-10T09:00:00+08:00`. */
export function shanghaiTime(now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toString({ timeZone: zone, smallestUnit: 'second' });
}

/** `date` plus a number of days. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
