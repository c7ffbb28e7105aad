import { expect, test } from 'vitest';
import { runCases } from '../support/rules/runCases.ts';

/** The server judges with the very rules that the pane judges with: the same table, run inside workerd. */
test('V1: the whole table of cases says the same in workerd', () => {
  const cases = runCases();
  expect(cases.length).toBeGreaterThan(300);
  const failed = cases.filter(({ failures }) => failures.length > 0);
  expect(failed).toEqual([]);
});
