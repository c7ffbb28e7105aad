import { expect, test } from 'vitest';
import { runCases } from '../../support/rules/runCases.ts';

test.each(runCases())('V9: $name', ({ failures }) => {
  expect(failures).toEqual([]);
});
