import type { AskedOccasion } from './makeOccasions.ts';

/** An occasion, and the units whose obligations at it are concerned. */
export interface OccasionOfUnits {
  occasion: AskedOccasion;
  units: readonly string[];
}

/** What a change of list, settings, roster or narrowings makes of the obligations. */
export interface OccasionChanges {
  /** Asked for anew, or with other dates or rows. */
  written: (OccasionOfUnits & { isRedated: boolean })[];
  /** Not asked for any more. */
  gone: OccasionOfUnits[];
}

const nameOf = ({ arrangement, schedule, keyPeriod }: AskedOccasion): string =>
  `${arrangement} ${schedule} ${keyPeriod}`;

/** What stands in the obligations themselves; task and category follow the arrangement. */
const isSame = (a: AskedOccasion, b: AskedOccasion): boolean =>
  a.opensOn === b.opensOn &&
  a.dueOn === b.dueOn &&
  a.lockOn === b.lockOn &&
  a.rowCount === b.rowCount &&
  a.period.id === b.period.id;

function without(units: readonly string[], others: readonly string[]): readonly string[] {
  if (units === others) return [];
  const known = new Set(others);
  return units.filter((unit) => !known.has(unit));
}

/** Compares the occasions of a list before and after a change. */
export function compareOccasions(
  before: readonly AskedOccasion[],
  after: readonly AskedOccasion[],
): OccasionChanges {
  const left = new Map(before.map((occasion) => [nameOf(occasion), occasion]));
  const changes: OccasionChanges = { written: [], gone: [] };
  for (const occasion of after) {
    const old = left.get(nameOf(occasion));
    left.delete(nameOf(occasion));
    const isRedated = old !== undefined && !isSame(old, occasion);
    const units = old && !isRedated ? without(occasion.units, old.units) : occasion.units;
    if (units.length > 0) changes.written.push({ occasion, units, isRedated });
    const gone = old ? without(old.units, occasion.units) : [];
    if (old && gone.length > 0) changes.gone.push({ occasion: old, units: gone });
  }
  for (const occasion of left.values()) {
    if (occasion.units.length > 0) changes.gone.push({ occasion, units: occasion.units });
  }
  return changes;
}
