import { addDays } from '../calendar/days.ts';
import type { Light } from '../wire/parts/acted.ts';
import type { ObligationState } from '../wire/parts/obligationState.ts';
import type { ReviewState } from '../wire/parts/review.ts';

/** What decides an obligation's light on a day; days are `YYYY-MM-DD`. */
export interface LightFacts {
  /** Its state on that day. */
  state: ObligationState;
  due: string | null;
  review: ReviewState | null;
  /** The first day on which it is behind pace, as things stand (`behindFrom`). */
  behindFrom: string | null;
}

/** Lights on a day: what falls due up to `blueUntil` is soon. */
export interface LightsOn {
  today: string;
  blueUntil: string;
}

/** The day up to which what falls due is soon. */
export const lightsOn = (today: string, blueDays: number): LightsOn => ({
  today,
  blueUntil: addDays(today, blueDays),
});

/**
 * The light of an obligation (B3), the same on sheet, page and API: red, overdue until done; yellow, returned or behind pace;
 * blue, open or received, and due soon. Else none.
 */
export function lightOf(
  { state, due, review, behindFrom }: LightFacts,
  { today, blueUntil }: LightsOn,
): Light | null {
  if (state === 'retired' || state === 'waived') return null;
  if (state === 'overdue') return 'red';
  if (review === 'returned') return 'yellow';
  if (state === 'fulfilled') return null;
  if (behindFrom !== null && behindFrom <= today) return 'yellow';
  if (state === 'upcoming' || due === null || due > blueUntil) return null;
  return 'blue';
}

/** A running total beside its share, over the days in which it is to be reached. */
export interface Pace {
  /** First and last day, both of them counted. */
  from: string;
  to: string;
  reported: number;
  /** Above 0. */
  share: number;
  /** Hundredths of the share by which it may lag. */
  margin: number;
}

/**
 * The first day on which a running total is behind pace (B3): when the part of the days that has passed is greater than the part
 * of the share that is reported by more than the margin. `null`: on no day up to the last one.
 */
export function behindFrom({ from, to, reported, share, margin }: Pace): string | null {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  // In whole numbers: passed / days > reported / share + margin / 100.
  const passed = Math.floor((days * (reported * 100 + margin * share)) / (share * 100)) + 1;
  return passed < days ? addDays(from, passed) : null;
}
