import { Temporal } from 'temporal-polyfill';

/** Every date of the product is a calendar date here (P1). */
const zone = 'Asia/Shanghai';

/**
 * Days that were asked for last, each from its first millisecond to the next one's: every request asks, and days are long.
 * Several, because with a demo clock a request asks for the real day too.
 */
let days: { from: number; to: number; date: string }[] = [];
const mostDays = 4;

/** Today in Shanghai, `YYYY-MM-DD`; `now` in milliseconds since 1970. */
export function shanghaiDate(now: number): string {
  for (const { from, to, date } of days) if (now >= from && now < to) return date;
  const begins = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  const date = begins.toPlainDate().toString();
  const day = { from: begins.epochMilliseconds, to: begins.add({ days: 1 }).epochMilliseconds, date };
  days = [day, ...days].slice(0, mostDays);
  return date;
}

/** Shanghai has had no summer time since that of 1991 ended; from then on its clock is eight hours before UTC. */
const fixedSince = Date.UTC(1991, 8, 16);
const offset = 8 * 3_600_000;

/** A moment in Shanghai, ISO 8601 with offset: `2024-04-10T09:00:00+08:00`. */
export function shanghaiTime(now: number): string {
  // A file has it in each of a hundred thousand rows.
  if (now >= fixedSince) return `${new Date(now + offset).toISOString().slice(0, 19)}+08:00`;
  return Temporal.Instant.fromEpochMilliseconds(now).toString({ timeZone: zone, smallestUnit: 'second' });
}
