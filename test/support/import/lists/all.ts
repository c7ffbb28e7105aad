import { bandsAndWords } from './bandsAndWords.ts';
import { circledItems } from './circledItems.ts';
import { deadlineColumn } from './deadlineColumn.ts';
import type { HandRead } from './handRead.ts';
import { fireworksRestarting } from './fireworksRestarting.ts';
import { numberedMeasures } from './numberedMeasures.ts';
import { oneItemPerRow } from './oneItemPerRow.ts';
import { oneSentence } from './oneSentence.ts';
import { parkWithoutSequence } from './parkWithoutSequence.ts';
import { streetOneColumn } from './streetOneColumn.ts';
import { twoHeaderRows } from './twoHeaderRows.ts';

/** The lists of other districts that were read by hand. */
export const handReadLists: readonly HandRead[] = [
  ...[circledItems, bandsAndWords, twoHeaderRows, oneSentence, deadlineColumn, oneItemPerRow],
  ...[streetOneColumn, parkWithoutSequence, numberedMeasures, fireworksRestarting],
];
