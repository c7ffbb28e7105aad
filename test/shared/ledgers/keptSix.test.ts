import { describe, expect, test } from 'vitest';
import type { ReportProposal, SheetProposal } from '../../../shared/ledgers/proposal.ts';
import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { keptBytes, keptSix, truthOf, type TrueReport, type Truth } from '../../support/ledgers/keptSix.ts';
import { knownOf } from '../../support/ledgers/known.ts';

/** Questions of each file, beside those that a careful person would ask. */
const questions = ['14 of 14', '48 of 40', '1 of 1', '21 of 19', '6 of 4', '7 of 6'];

const targetOf = ({ arrangement, schedule, indicator }: ReportProposal): string =>
  `${arrangement}.${schedule}.${indicator}`;
const periodsOf = ({ period }: TrueReport): string[] => [period].flat();

interface Placed<T> {
  /** `4月 row 5`; of what is gathered the sheet alone. */
  place: string;
  report: T;
}

const truths = ({ sheets }: Truth): Placed<TrueReport>[] =>
  sheets.flatMap(({ name, rows, reports = [] }) => [
    ...rows.flatMap(({ row, reports: own = [] }) =>
      own.map((report) => ({ place: `${name} row ${row}`, report })),
    ),
    ...reports.map((report) => ({ place: name, report })),
  ]);
const proposed = (sheets: readonly SheetProposal[]): Placed<ReportProposal>[] =>
  sheets.flatMap(({ name, rows, gathered }) => [
    ...rows.flatMap(({ row, reports }) =>
      reports.map((report) => ({ place: `${name} row ${row + 1}`, report })),
    ),
    ...gathered.map((report) => ({ place: name, report })),
  ]);

/** What is said of a report that the truth does not say: the worst faults first. */
function faultsOf({ place, report }: Placed<ReportProposal>, all: readonly Placed<TrueReport>[]): string[] {
  const target = targetOf(report);
  const of = all.filter((each) => each.place === place && each.report.target === target);
  const truth = of.find((each) => periodsOf(each.report).some((period) => report.periods.includes(period)));
  if (truth === undefined) return report.confidence === 'certain' ? [`${place}: no report of ${target}`] : [];
  const { values = {}, confidence } = truth.report;
  const faults: string[] = [];
  if (report.confidence === 'certain') {
    const periods = periodsOf(truth.report);
    if (confidence === 'ask') faults.push(`${place}: ${target} is to be asked`);
    if (report.periods.join() !== periods.join()) faults.push(`${place}: ${target} is of ${periods.join()}`);
  }
  for (const [field, value] of Object.entries(report.values)) {
    if (value === null || value === values[field]) continue;
    faults.push(`${place}: ${field} of ${target} is ${String(value)}, not ${String(values[field])}`);
  }
  return faults;
}

/** What a careful person would not ask, and the program does not say. */
function lackingOf({ place, report }: Placed<TrueReport>, all: readonly Placed<ReportProposal>[]): string[] {
  const own = all.find(
    (each) =>
      each.place === place &&
      targetOf(each.report) === report.target &&
      periodsOf(report).some((period) => each.report.periods.includes(period)),
  );
  if (own === undefined) return [`${place}: ${report.target} is not reported`];
  // What is not open yet cannot be sent, whatever is said of it.
  if (own.report.why === 'not-open') return [];
  const asked = new Set(own.report.ask.map(({ field }) => field as string));
  return Object.keys(report.values ?? {})
    .filter((field) => own.report.values[field as never] === undefined && !asked.has(field))
    .map((field) => `${place}: ${field} of ${report.target} is lost`);
}

/** Fields that are asked, the report or its period, and which arrangement a row is of. */
const asks = (report: { ask?: object | undefined; confidence: string }): number =>
  Object.keys(report.ask ?? {}).length + (report.confidence === 'ask' ? 1 : 0);
const asked = (all: readonly { confidence: string }[]): number =>
  all.filter(({ confidence }) => confidence === 'ask').length;
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

describe('S13: six ledgers that clerks keep, against what a careful person reads in them', () => {
  test.each(keptSix.map((name, at) => [name, questions[at]!] as const))(
    '%s: questions %s',
    async (name, counted) => {
      const truth = truthOf(name);
      const { sheets } = readLedger(
        await readLedgerFile(keptBytes(name), name),
        knownOf(truth.unit, truth.keptOn),
      );
      expect(sheets.map((each) => [each.name, each.isRead])).toEqual(
        truth.sheets.map((each) => [each.name, each.use]),
      );
      const [ours, theirs] = [proposed(sheets), truths(truth)];
      expect(ours.flatMap((each) => faultsOf(each, theirs))).toEqual([]);
      expect(theirs.flatMap((each) => lackingOf(each, ours))).toEqual([]);
      const matches = truth.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.matches ?? []));
      const own = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.matches));
      const [many, due] = [
        sum(ours.map(({ report }) => asks(report))) + asked(own),
        sum(theirs.map(({ report }) => asks(report))) + asked(matches),
      ];
      expect(`${many} of ${due}`).toBe(counted);
    },
  );
});
