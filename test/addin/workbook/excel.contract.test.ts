import { describe, test } from 'vitest';
import { ExcelHost } from '../../support/office/host.ts';
import { openExcelUser } from '../../support/workbook/excelUser.ts';
import { contractFor } from '../../support/workbook/portContract.ts';

/** The least that is required, and all that is used. */
const excels = [
  ['ExcelApi 1.9 on the web', { api: 9, platform: 'OfficeOnline' }],
  ['ExcelApi 1.18 on Windows', { api: 18, platform: 'PC', sharedRuntime: true }],
] as const;

const acts = new Set(Object.keys(openExcelUser(new ExcelHost()).user));

describe.each(excels)(
  'the Excel adapter keeps the contract of the workbook port over a stand-in with %s (S1, S8)',
  (_, options) => {
    for (const { name, run } of contractFor(acts)) {
      test(name, () => run(async () => openExcelUser(new ExcelHost({ ...options, undo: true }))));
    }
  },
);
