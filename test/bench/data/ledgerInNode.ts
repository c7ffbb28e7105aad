import { readFileSync } from 'node:fs';
import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { annotate, type FileNotes } from '../../../worker/documents/patch/annotate.ts';
import { knownOf } from '../../support/ledgers/known.ts';

/** Run as a process of its own: a clerk's ledger is read, proposed and answered; prints time of each, memory at the most. */
const [file, runs] = [process.argv[2]!, Number(process.argv[3])];
const bytes = new Uint8Array(readFileSync(file));
const known = knownOf('xuejia', '2024-04-10');
const key = formatRowKey({
  ...{ list: '2024', arrangement: '1-3-1', schedule: 1, indicator: 'i1' },
  ...{ unit: 'xuejia', period: '2024' },
});
const loaded = process.resourceUsage().maxRSS / 1000;
const times: Record<'read' | 'propose' | 'patch', number[]> = { read: [], propose: [], patch: [] };
let rows = 0;
let reports = 0;
let answered = 0;
for (let run = 0; run < runs; run += 1) {
  let at = performance.now();
  const lap = (part: keyof typeof times): void => {
    times[part].push(performance.now() - at);
    at = performance.now();
  };
  const ledger = await readLedgerFile(bytes, '台账.xlsx');
  lap('read');
  const [sheet] = readLedger(ledger, known).sheets;
  lap('propose');
  const told = sheet!.rows.filter((row) => row.reports.length > 0);
  const notes: FileNotes = {
    sheets: [
      {
        name: sheet!.name,
        comments: told.slice(0, 1000).map(({ row }) => ({ row, column: 2, text: '请核实', kind: 'warning' })),
        keys: told.map(({ row }) => ({ row, key })),
      },
    ],
    results: told.map(({ row }) => ({
      ...{ sheet: sheet!.name, row, column: 2, arrangement: '隐患举报', outcome: '已接收', message: '' },
    })),
  };
  answered = (await annotate(bytes, notes)).length;
  lap('patch');
  rows = ledger.sheets[0]!.rows.length;
  reports = told.length;
}
const peak = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ times, rows, reports, answered, loadedMb: loaded, peakMb: peak }));
