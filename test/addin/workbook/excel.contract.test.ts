import { describe, test } from 'vitest';
import { reported } from '../../support/office/habits.ts';
import { ExcelHost, type HostOptions } from '../../support/office/host.ts';
import { openExcelUser } from '../../support/workbook/excelUser.ts';
import { thorough } from '../../support/thorough.ts';
import { contractFor } from '../../support/workbook/portContract.ts';

/** The least that is required, and all that is used; then all that is used, with each habit that was reported. */
const excels: [string, Partial<HostOptions>][] = [
  ['ExcelApi 1.9 on the web', { api: 9, platform: 'OfficeOnline' }],
  ['ExcelApi 1.18 on Windows', { api: 18, platform: 'PC', sharedRuntime: true }],
  ['ExcelApi 1.18 and an Office.js that ends at 1.15', { api: 18, library: 15, platform: 'PC' }],
  ...reported.map((habits): [string, Partial<HostOptions>] => [
    `ExcelApi 1.18 and the habit ${JSON.stringify(habits)}`,
    { api: 18, platform: 'PC', habits },
  ]),
];

const acts = new Set(Object.keys(openExcelUser(new ExcelHost()).user));

/** With a habit a third of the checks is made every day, of the next habit another third. */
const isAsked = (check: number, excel: number): boolean => thorough || excel < 3 || (check + excel) % 3 === 0;

describe.each(excels.map(([name, options], at) => [name, options, at] as const))(
  'the Excel adapter keeps the contract of the workbook port over a stand-in with %s (S1, S8, S12, S15, S15.1, S15.2, S15.3)',
  (_, options, at) => {
    // Where what the add-in writes ends what can be undone, there is nothing to be tried.
    const known =
      options.habits?.undo === 'cleared' ? new Set([...acts].filter((act) => act !== 'undo')) : acts;
    for (const { name, run } of contractFor(known).filter((__, check) => isAsked(check, at)))
      test(name, () => run(async () => openExcelUser(new ExcelHost({ ...options, undo: true }))));
  },
);
