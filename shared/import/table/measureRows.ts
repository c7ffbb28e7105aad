import { splitItems } from './items.ts';
import { readSequence } from './sequences.ts';

/** What tells whether rows are numbered by measure: the number of a row, and what is to be done. */
export type NumberedRow = { sequence: string; arrangements: string };

/**
 * Whether a row without a name is one more measure of the task above it, in a table that numbers measures and not tasks: its number
 * is the next one, and neither row has items with numbers of their own.
 */
export function isMeasure(above: NumberedRow, row: NumberedRow): boolean {
  const [before, number] = [readSequence(above.sequence), readSequence(row.sequence)];
  if (before === null || number !== before + 1 || row.arrangements === '') return false;
  return [above, row].every(({ arrangements }) =>
    splitItems(arrangements).every((item) => item.number === null),
  );
}
