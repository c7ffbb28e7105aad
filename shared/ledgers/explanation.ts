import { withoutBlanks } from '../import/text/characters.ts';
import { columnOf } from '../row/columns.ts';

/** Whether a column holds what she explains of a warning: it is called as in a ledger of ours, and has no role to be chosen. */
export const isExplanation = (heading: string): boolean =>
  withoutBlanks(heading) === columnOf('explanation').zh;
