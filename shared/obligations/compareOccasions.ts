import { makeOccasions, type AskedOccasion, type ListInForce } from './makeOccasions.ts';

/** An occasion, and the units whose obligations at it are concerned. */
export interface OccasionOfUnits {
  occasion: AskedOccasion;
  units: readonly string[];
}

/** What a change of list, settings, roster or narrowings makes of the obligations. */
export interface OccasionChanges {
  /** Asked for anew, or with other dates or rows: to be written. */
  written: OccasionOfUnits[];
  /** Of these, those asked for anew. */
  added: OccasionOfUnits[];
  /** Occasions by whose dates or rows reports may count otherwise than before. */
  recounted: AskedOccasion[];
  /** Not asked for any more. */
  gone: OccasionOfUnits[];
}

const nameOf = ({ arrangement, schedule, keyPeriod }: AskedOccasion): string =>
  `${arrangement} ${schedule} ${keyPeriod}`;

/** What reports are ordered, judged, waived and added up by. */
const countsAlike = (a: AskedOccasion, b: AskedOccasion): boolean =>
  a.opensOn === b.opensOn && a.dueOn === b.dueOn && a.rowCount === b.rowCount && a.period.id === b.period.id;

/** What stands in the obligations themselves; task and category follow the arrangement. */
const isSame = (a: AskedOccasion, b: AskedOccasion): boolean =>
  countsAlike(a, b) && a.lockOn === b.lockOn && a.movedFrom === b.movedFrom;

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
  const changes: OccasionChanges = { written: [], added: [], recounted: [], gone: [] };
  for (const occasion of after) {
    const old = left.get(nameOf(occasion));
    left.delete(nameOf(occasion));
    const added = old ? without(occasion.units, old.units) : occasion.units;
    const written = old && isSame(old, occasion) ? added : occasion.units;
    if (added.length > 0) changes.added.push({ occasion, units: added });
    if (written.length > 0) changes.written.push({ occasion, units: written });
    if (old && !countsAlike(old, occasion)) changes.recounted.push(occasion);
    const gone = old ? without(old.units, occasion.units) : [];
    if (old && gone.length > 0) changes.gone.push({ occasion: old, units: gone });
  }
  for (const occasion of left.values()) {
    if (occasion.units.length > 0) changes.gone.push({ occasion, units: occasion.units });
  }
  return changes;
}

/** What a change makes of a list's obligations. */
export const changesOf = (before: ListInForce, after: ListInForce): OccasionChanges =>
  compareOccasions(makeOccasions(before), makeOccasions(after));
