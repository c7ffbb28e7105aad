import { periodsOf, type Cadence, type Period } from '../calendar/period.ts';

const made = new Map<string, readonly Period[]>();

/** The periods of a year, made once: a ledger asks for them row by row. */
export function periodsIn(cadence: Cadence, year: number): readonly Period[] {
  const name = `${cadence} ${year}`;
  let periods = made.get(name);
  if (periods === undefined) made.set(name, (periods = periodsOf(cadence, year)));
  return periods;
}
