import type { Unit } from '../roster/roster.ts';

/** Makes ids that no unit has had: `u` and a number above all others. */
export function idsAfter(units: readonly Unit[]): () => string {
  let last = Math.max(0, ...units.map(({ id }) => Number(/^u(\d{1,9})$/u.exec(id)?.[1] ?? 0)));
  return () => `u${(last += 1)}`;
}
