import type { Light } from '../../shared/wire/parts/acted.ts';

/**
 * Lights as SQL says them of an obligation `o` (see `lightOf`): ?2 is today, ?3 the day up to which what falls due is soon.
 * A test holds both to each other.
 */
const isRed = `o.fulfilled = 0 AND o.due_on < ?2`;
const isNotRed = `(o.fulfilled = 1 OR o.due_on IS NULL OR o.due_on >= ?2)`;
const isBehind = `(o.fulfilled = 0 AND o.behind_from IS NOT NULL AND o.behind_from <= ?2)`;

/** What may have a yellow light: the condition of the index `obligations_by_yellow`, word by word. */
export const mayBeYellow = `(behind_from IS NOT NULL OR review = 'returned')`;

export const lightConditions: Record<Light, string> = {
  red: `o.expected = 1 AND ${isRed}`,
  yellow: `${mayBeYellow} AND o.expected = 1 AND ${isNotRed} AND (o.review IS 'returned' OR ${isBehind})`,
  blue: `o.expected = 1 AND o.fulfilled = 0 AND o.due_on >= ?2 AND o.due_on <= ?3 AND (o.received = 1 OR o.opens_on <= ?2)
    AND o.review IS NOT 'returned' AND NOT ${isBehind}`,
};
