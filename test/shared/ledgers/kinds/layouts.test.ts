import { afterAll, describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { measured, type Measure } from '../../../support/ledgers/measure.ts';
import { broad } from './broad.cases.ts';
import { known } from './kinds.ts';
import { theirs } from './theirs.cases.ts';

/** Ledgers by what a careful person reads in them; the truth was written down before they were read. */

const measures: Measure[] = [];

describe.each([
  ['S13.18: what is another unit’s', theirs],
  ['S13.20: what stands beside the values, and how they are written', broad],
])('%s', (_, kinds) => {
  test.each(kinds)('$name', ({ ledger, truth }) => {
    const proposal = readLedger(ledger, known);
    measures.push(measured(proposal, truth));
    expect(proposal.sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
  });
});

afterAll(() => {
  const sum = (of: keyof Measure): number => measures.reduce((all, each) => all + each[of], 0);
  console.info(
    `${measures.length} ledgers: ${sum('invented')} reports invented, ${sum('wrong')} values wrong in silence, ` +
      `${sum('missing')} reports missing, ${sum('questions')} questions`,
  );
});
