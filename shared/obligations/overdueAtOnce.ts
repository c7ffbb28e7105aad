import type { OccasionOfUnits } from './compareOccasions.ts';
import { obligationKeyAt, type AskedOccasion } from './makeOccasions.ts';
import { isPast } from './obligationState.ts';

/**
 * Occasions that have fallen due by what is decided, and had not before it: undated until now, or of a later date, or not asked
 * for at all. With each, the units whose obligations are concerned.
 */
export function overdueAtOnce(
  before: readonly AskedOccasion[],
  after: readonly AskedOccasion[],
  today: string,
): OccasionOfUnits[] {
  const past = (occasions: readonly AskedOccasion[]): AskedOccasion[] =>
    occasions.filter(({ dueOn }) => isPast(dueOn, today));
  const nameOf = (occasion: AskedOccasion): string => obligationKeyAt(occasion, '*');
  const old = new Map(past(before).map((occasion) => [nameOf(occasion), new Set(occasion.units)]));
  return past(after).flatMap((occasion) => {
    const known = old.get(nameOf(occasion));
    const units = known ? occasion.units.filter((unit) => !known.has(unit)) : occasion.units;
    return units.length > 0 ? [{ occasion, units }] : [];
  });
}
