import { expect, test } from 'vitest';
import { passes, workbookProblem } from '../../../addin/flows/workbookProblem.ts';
import { LedgerBusy, LedgerMovedOn, LedgerRefused } from '../../../addin/workbook/port.ts';

// S12.11: what passes is told apart from what stays, and an edit from rows that move.
test.for([
  [new LedgerBusy('InCellEditMode'), 'workbook-busy', true],
  [new LedgerBusy('rows', 'moving'), 'workbook-moving', true],
  [new LedgerMovedOn(), 'workbook-moving', true],
  [new LedgerBusy('', 'silent'), 'workbook-silent', true],
  [new LedgerRefused('protected', 'AccessDenied', ''), 'workbook-protected', false],
  [new LedgerRefused('filtered', '', ''), 'workbook-filtered', false],
  [new LedgerRefused('other', 'GeneralException', ''), 'workbook-refused', false],
] as const)('S12.11: %o is told as %s', ([thrown, code, again]) => {
  const problem = workbookProblem(thrown);
  expect([problem.code, passes(problem)]).toEqual([code, again]);
});
