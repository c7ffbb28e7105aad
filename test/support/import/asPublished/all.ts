import type { AsPublished } from './asPublished.ts';
import { bandsAndDocumentNumbers } from './bandsAndDocumentNumbers.ts';
import { bracketsAtTheEnd } from './bracketsAtTheEnd.ts';
import { cadencesInSentences } from './cadencesInSentences.ts';
import { groupedHeads } from './groupedHeads.ts';
import { labelledItems } from './labelledItems.ts';
import { leadersWithinUnits } from './leadersWithinUnits.ts';
import { livelihoodItems } from './livelihoodItems.ts';
import { quantityColumn } from './quantityColumn.ts';
import { sixteenColumns } from './sixteenColumns.ts';
import { tableAmidProse } from './tableAmidProse.ts';
import { unitsOnLines } from './unitsOnLines.ts';
import { unnamedNumbers } from './unnamedNumbers.ts';
import { windowsAndActivities } from './windowsAndActivities.ts';
import { yearsGluedToNumbers } from './yearsGluedToNumbers.ts';

/** Lists and plans as bureaus and towns have published them: tables first, then prose. */
export const asPublishedLists: readonly AsPublished[] = [
  ...[bandsAndDocumentNumbers, unnamedNumbers, livelihoodItems, groupedHeads, yearsGluedToNumbers],
  ...[leadersWithinUnits, quantityColumn, cadencesInSentences, windowsAndActivities, tableAmidProse],
  ...[sixteenColumns, unitsOnLines, bracketsAtTheEnd, labelledItems],
];
