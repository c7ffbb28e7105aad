import { actChecks } from './contract/acts.ts';
import { cellChecks } from './contract/cells.ts';
import { herChecks, overHerSheet } from './contract/hers.ts';
import type { PortCheck } from './contract/ledger.ts';
import { markChecks } from './contract/marks.ts';
import { pinnedChecks } from './contract/pinned.ts';
import { rowChecks } from './contract/rows.ts';
import { sideBySideChecks } from './contract/sideBySide.ts';
import { viewChecks } from './contract/views.ts';
import { workbookChecks } from './contract/workbook.ts';

export type { OpenedPort, PortCheck, SheetUser } from './contract/ledger.ts';

const ledgerChecks = [
  ...[...workbookChecks, ...cellChecks, ...rowChecks, ...markChecks],
  ...[...actChecks, ...viewChecks],
];

/** The behaviour that every workbook port has, as named checks that need no test runner: over our layout, then over hers. */
export const portContract: PortCheck[] = [
  ...ledgerChecks,
  ...ledgerChecks
    .filter(({ isOurs }) => !isOurs)
    .map((check) => ({
      ...check,
      name: `in a sheet of the clerk’s own: ${check.name}`,
      run: (open: Parameters<PortCheck['run']>[0]) => check.run(overHerSheet(open)),
    })),
  ...herChecks,
  ...sideBySideChecks,
  ...pinnedChecks,
];

/** The checks that a spreadsheet can be put to whose user knows these acts. */
export const contractFor = (acts: ReadonlySet<string>): PortCheck[] =>
  portContract.filter(({ needs }) => needs.every((act) => acts.has(act)));
