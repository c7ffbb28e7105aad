import { afterAll, describe, expect, test } from 'vitest';
import type { LedgerFile } from '../../../../shared/ledgers/ledgerFile.ts';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { measured, type Measure } from '../../../support/ledgers/measure.ts';
import { broad } from './broad.cases.ts';
import { cellLines } from './cellLines.cases.ts';
import { formsBeside } from './formsBeside.cases.ts';
import { grids } from './grids.cases.ts';
import { grouped } from './grouped.cases.ts';
import { habits } from './habits.cases.ts';
import { known, type Kind } from './kinds.ts';
import { numbersOnly } from './numbersOnly.cases.ts';
import { registers } from './registers.cases.ts';
import { theirs } from './theirs.cases.ts';
import { traps } from './traps.cases.ts';
import { writings } from './writings.cases.ts';

/** Ledgers by what a careful person reads in them; the truth was written down before they were read. */

const measures: Measure[] = [];

function run({ ledger, truth }: Kind): void {
  const proposal = readLedger(ledger, known);
  measures.push(measured(proposal, truth));
  expect(proposal.sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
}

describe('S13.18: what is another unit’s', () => {
  test.each(theirs)('$name', run);
});

describe('S13.20: what stands beside the values, and how they are written', () => {
  test.each(broad)('$name', run);
});

describe('S13.20, S13.18: what invites a value of others, of all, of a plan, or of something else', () => {
  test.each(traps)('$name', run);
});

describe('S13.20: how headings and values are worded', () => {
  test.each(writings)('$name', run);
});

describe('S13.21: several arrangements in one cell', () => {
  test.each(cellLines)('$name', run);
});

describe('S13.21: groups of columns for each arrangement', () => {
  test.each(grouped)('$name', run);
});

describe('S13.21: numbers of the list, and no words', () => {
  test.each(numbersOnly)('$name', run);
});

describe('S13.4: forms beside each other', () => {
  test.each(formsBeside)('$name', run);
});

describe('S13.20, S13.18: habits of offices', () => {
  test.each(habits)('$name', run);
});

describe('S13.20, S13.18: registers, and what only sounds like the list', () => {
  test.each(registers)('$name', run);
});

describe('S13.22: calendars and columns of weekdays', () => {
  test.each(grids)('$name', run);
});

test('S13.18: the same ledgers, where every unit that they name is another, report nothing', () => {
  const all = [
    theirs,
    broad,
    traps,
    writings,
    cellLines,
    grouped,
    numbersOnly,
    grids,
    formsBeside,
    habits,
  ].flat();
  const named = all.filter(({ ledger }) => JSON.stringify(ledger).includes('薛家'));
  const reported = named.flatMap(({ name, ledger }) => {
    const others = JSON.parse(JSON.stringify(ledger).replaceAll('薛家', '罗溪').replaceAll('薛 家', '罗溪'));
    return readLedger(others as LedgerFile, known)
      .sheets.flatMap(linesOf)
      .map((line) => `${name}: ${line}`);
  });
  expect(named.length).toBeGreaterThan(60);
  expect(reported).toEqual([]);
});

afterAll(() => {
  const sum = (of: keyof Measure): number => measures.reduce((all, each) => all + each[of], 0);
  console.info(
    `${measures.length} ledgers: ${sum('invented')} reports invented, ${sum('wrong')} values wrong in silence, ` +
      `${sum('missing')} reports missing, ${sum('questions')} questions`,
  );
});
