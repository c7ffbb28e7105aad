import { describe, expect, test } from 'vitest';
import { proposeBinding } from '../../../addin/flows/hers/proposal.ts';
import type { BindProposal, SaidBinding } from '../../../addin/flows/hers/proposed.ts';
import type { LedgerKnown } from '../../../shared/ledgers/known.ts';
import type { LedgerFile } from '../../../shared/ledgers/ledgerFile.ts';
import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { keptBytes, keptSix, truthOf } from '../../support/ledgers/keptSix.ts';
import { knownOf } from '../../support/ledgers/known.ts';
import { linesOf } from '../../support/ledgers/lines.ts';
import { cellLayouts, sixLayouts } from '../../support/ledgers/sixLayouts.ts';
import { serverRow } from './support/rows.ts';

/** Six layouts that clerks keep, and two whose reports have no rows, as files: what an upload would report of each, and what the pane would bind of it. */

const known = knownOf('xuejia', '2024-04-10');

/** The unit's rows as the server has them. */
const rowsOf = (unit: string, { obligations }: LedgerKnown): SheetRow[] =>
  obligations.flatMap(({ arrangement, schedule, period, scheduleKind, opensOn, indicators }, at) =>
    indicators.map(({ id, label }) => {
      const row = serverRow(at + 1);
      const key = formatRowKey({ list: '2024', arrangement, schedule, indicator: id, unit, period });
      const indicator = { ...row.context.indicator, id, label };
      const context = { ...row.context, key, scheduleKind, opensOn, indicator };
      return { ...row, ...{ key, arrangement, period, context, indicatorLabel: label } };
    }),
  );

const saidNothing: SaidBinding = {
  ...{ sheet: null, roles: new Map(), rows: new Map(), periods: {}, hasResult: true },
};

/** What the pane would bind of each sheet. */
function bindingsOf(file: LedgerFile, unit: string, by: LedgerKnown): BindProposal[] {
  const rows = rowsOf(unit, by);
  return readLedger(file, by).sheets.map((each, at) =>
    proposeBinding(file.sheets[at]!, each, rows, saidNothing, { year: 2024, today: by.today }),
  );
}

/** Of each sheet: why it is not bound, or how many reports are. */
const boundOf = (file: LedgerFile, unit = 'xuejia', by = known): (string | number)[] =>
  bindingsOf(file, unit, by).map(({ why, rows }) => why ?? rows.flatMap(({ keys }) => keys).length);

describe('S13.4, S15.9, S15.13, S15.14: layouts as clerks keep them', () => {
  test.each([...sixLayouts, ...cellLayouts])('$name', async ({ file, lines, bound }) => {
    const kept = await file('薛家镇');
    const ledger = await readLedgerFile(kept.bytes, kept.name);
    expect(readLedger(ledger, known).sheets.flatMap(linesOf).toSorted()).toEqual(lines.toSorted());
    expect(boundOf(ledger)).toEqual(bound);
  });
});

/** Of each sheet of the six kept files: why it is not bound, or how many reports are. */
const keptBound: (string | number)[][] = [
  [14],
  ['upload-task'],
  [7, 7, 7, 7, 'summary', 'hidden'],
  ['upload-enterprise', 'upload-enterprise'],
  [10],
  [11],
];

describe('S13.4, S15.9: six ledgers that clerks keep, laid out in the pane', () => {
  test.each(keptSix.map((name, at) => [name, keptBound[at] ?? []] as const))('%s', async (name, bound) => {
    const truth = truthOf(name);
    const by = knownOf(truth.unit, truth.keptOn);
    const file = await readLedgerFile(keptBytes(name), name);
    const bindings = bindingsOf(file, truth.unit, by);
    expect(boundOf(file, truth.unit, by)).toEqual(bound);
    // A key goes to no row that a careful person would take for something else.
    const wrong = bindings.flatMap(({ why, rows }, at) =>
      (why === null ? rows : []).flatMap(({ row, keys }) =>
        keys.flatMap(({ key }) => {
          const own = truth.sheets[at]!.rows.find((each) => each.row === row + 1);
          const arrangement = key.split('.')[1]!;
          const isOfIt = own?.matches?.some(({ code }) => code === arrangement) === true;
          return isOfIt ? [] : [`${truth.sheets[at]!.name} row ${row + 1}: ${key}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
