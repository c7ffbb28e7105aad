import { shanghaiDate } from '../../shared/calendar/shanghai.ts';

/** The server's time at one request (P8, S9). */
export interface Clock {
  /** Milliseconds since 1970. */
  now: number;
  /** Today in Shanghai, `YYYY-MM-DD`. */
  today: string;
  /** The demo clock's offset from real time (演示日期), in milliseconds; `null` where time is real. */
  demoOffset: number | null;
  /** Real time, by which keys are issued, expire and are revoked; milliseconds since 1970. */
  real: number;
}

/**
 * The clock of a request: real time, moved by the demo clock's offset where there is one, and never before
 * the last change that is stored.
 */
export function clockAt(realNow: number, demoOffset: number | null, lastChange: number): Clock {
  const now = Math.max(realNow + (demoOffset ?? 0), lastChange);
  return { now, today: shanghaiDate(now), demoOffset, real: realNow };
}
