import { describe, expect, test } from 'vitest';
import { proposeBinding } from '../../../addin/flows/hers/proposal.ts';
import type { SaidBinding } from '../../../addin/flows/hers/proposed.ts';
import type { LedgerFile } from '../../../shared/ledgers/ledgerFile.ts';
import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { knownOf } from '../../support/ledgers/known.ts';
import { linesOf } from '../../support/ledgers/lines.ts';
import { cellLayouts, sixLayouts } from '../../support/ledgers/sixLayouts.ts';
import { serverRow } from './support/rows.ts';

/** Six layouts that clerks keep, and two whose reports have no rows, as files: what an upload would report of each, and what the pane would bind of it. */

const known = knownOf('xuejia', '2024-04-10');

/** The unit's rows as the server has them. */
const rows: SheetRow[] = known.obligations.flatMap(
  ({ arrangement, schedule, period, scheduleKind, opensOn, indicators }, at) =>
    indicators.map((indicator) => {
      const row = serverRow(at + 1);
      const key = formatRowKey({
        ...{ list: '2024', arrangement, schedule, indicator: indicator.id, unit: 'xuejia', period },
      });
      const context = { ...row.context, key, scheduleKind, opensOn };
      return { ...row, ...{ key, arrangement, period, context } };
    }),
);

const saidNothing: SaidBinding = {
  ...{ sheet: null, roles: new Map(), rows: new Map(), periods: {}, hasResult: true },
};

/** Of each sheet: why it is not bound, or how many reports are. */
function boundOf(file: LedgerFile): (string | number)[] {
  return readLedger(file, known).sheets.map((each, at) => {
    const proposal = proposeBinding(file.sheets[at]!, each, rows, saidNothing, {
      year: 2024,
      today: known.today,
    });
    return proposal.why ?? proposal.rows.flatMap(({ keys }) => keys).length;
  });
}

describe('S13.4, S15.9, S15.13, S15.14: layouts as clerks keep them', () => {
  test.each([...sixLayouts, ...cellLayouts])('$name', async ({ file, lines, bound }) => {
    const kept = await file('薛家镇');
    const ledger = await readLedgerFile(kept.bytes, kept.name);
    expect(readLedger(ledger, known).sheets.flatMap(linesOf).toSorted()).toEqual(lines.toSorted());
    expect(boundOf(ledger)).toEqual(bound);
  });
});
