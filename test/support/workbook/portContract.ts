import { actChecks } from './contract/acts.ts';
import { cellChecks } from './contract/cells.ts';
import type { PortCheck } from './contract/ledger.ts';
import { markChecks } from './contract/marks.ts';
import { rowChecks } from './contract/rows.ts';
import { workbookChecks } from './contract/workbook.ts';

export type { OpenedPort, PortCheck, SheetUser } from './contract/ledger.ts';

/** The behaviour that every workbook port has, as named checks that need no test runner. */
export const portContract: PortCheck[] = [
  ...workbookChecks,
  ...cellChecks,
  ...rowChecks,
  ...markChecks,
  ...actChecks,
];

/** The checks that a spreadsheet can be put to whose user knows these acts. */
export const contractFor = (acts: ReadonlySet<string>): PortCheck[] =>
  portContract.filter(({ needs }) => needs.every((act) => acts.has(act)));
