import { readLedger } from '../../../shared/ledgers/readLedger.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { annotate } from '../../../worker/documents/patch/annotate.ts';
import { Problem } from '../../../worker/problems/problem.ts';
import { knownOf } from '../ledgers/known.ts';
import { hostileLedgers } from './hostileLedgers.ts';

/** Run as a process of its own with little memory: the hostile ledgers that are named are read, proposed and answered; prints what each got, and when. */
const known = knownOf('xuejia', '2024-04-10');
const named = new Set(process.argv.slice(2));
for (const [name, file, make] of hostileLedgers) {
  if (!named.has(name)) continue;
  const bytes = await make();
  const begun = performance.now();
  let got: string;
  try {
    const read = await readLedgerFile(bytes, file);
    const { sheets } = readLedger(read, known);
    const notes = sheets.map((sheet) => ({ name: sheet.name, comments: [], keys: [] }));
    await annotate(bytes, { sheets: notes, results: [] });
    got = read.told?.[0]?.code ?? 'read';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    got = error.code;
  }
  console.log(JSON.stringify({ name, got, ms: Math.round(performance.now() - begun) }));
}
