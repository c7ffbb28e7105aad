import type { Api } from '../api/port.ts';
import { asProblem } from '../api/problem.ts';
import { pushRequest } from '../../shared/wire/push.ts';
import type { WorkbookPort } from '../workbook/port.ts';
import { applyPlanned } from './applyPlanned.ts';
import type { Ledger, SyncSummary } from './ledger.ts';
import { planAnswer } from './planAnswer.ts';
import { planCheck, type CheckMemory } from './planCheck.ts';
import { chunkLimits, planSend, requestFor } from './planSend.ts';
import { pack } from './state.ts';

export interface PushHost {
  port: WorkbookPort;
  api: Api;
  /** A push id: 8 to 64 letters, digits, `-`, `_`. */
  newId(): string;
  /** Rows answered, of rows to push. */
  progress(done: number, total: number): void;
  /** Whether the clerk wants to stop; asked between two chunks. */
  stopped(): boolean;
  limits?: { rows: number; bytes: number };
  /** Called with every new ledger; whoever began the push writes the last one to the workbook. */
  kept(ledger: Ledger): void;
}

export type PushTally = Pick<SyncSummary, 'counts' | 'added' | 'archived' | 'again'> & { sent: number };

export function emptyTally(): PushTally {
  return { counts: {}, added: 0, archived: 0, again: 0, sent: 0 };
}

/**
 * Pushes every changed row, chunk by chunk: first what an earlier push left unanswered, under its own id and body,
 * then what the sheet holds now. Throws the problem that ended it; all that was answered is kept,
 * and counted in `tally`.
 */
export async function push(host: PushHost, start: Ledger, tally: PushTally): Promise<void> {
  let ledger = await settlePending(host, start, tally);
  let memory: CheckMemory = new Map();
  const done = new Set<string>();
  while (!host.stopped()) {
    const scan = await host.port.scan();
    if (scan === null) break;
    const check = planCheck(ledger, scan, memory);
    memory = check.memory;
    const plan = planSend(ledger, check.standings, done, host.limits ?? chunkLimits);
    const rows = plan.chunks[0];
    if (!rows) break;
    host.progress(done.size, done.size + plan.total);
    const pushId = host.newId();
    const body = JSON.stringify(requestFor(ledger, rows, pushId));
    ledger = await keep(host, { ...ledger, pending: { pushId, body } });
    ledger = await settlePending(host, ledger, tally);
    for (const row of rows) done.add(row.key);
    host.progress(done.size, done.size + plan.total - rows.length);
  }
}

/**
 * Sends what is pending, exactly as it was made, and applies the answer (S2). Without anything pending it does nothing.
 * The workbook's state is left to whoever goes on, to be written once: until then it holds the push as pending, and the
 * same push sent again has the same answer.
 */
export async function settlePending(host: PushHost, ledger: Ledger, tally: PushTally): Promise<Ledger> {
  if (!ledger.pending) return ledger;
  const { body } = ledger.pending;
  const answer = await host.api.push(ledger.list.year, body).catch(async (thrown: unknown) => {
    const problem = asProblem(thrown);
    // Refused as a whole, it would be refused for ever: the rows stay changed in the sheet.
    if (!problem.retryable) await keep(host, { ...ledger, pending: null });
    throw problem;
  });
  const { rows } = pushRequest.parse(JSON.parse(body));
  const scan = (await host.port.scan()) ?? [];
  const plan = await applyPlanned(host.port, scan, (seen) => planAnswer(ledger, rows, answer, seen));
  for (const [kind, count] of Object.entries(plan.counts) as [keyof typeof plan.counts, number][])
    tally.counts[kind] = (tally.counts[kind] ?? 0) + count;
  tally.added += plan.added.length;
  tally.archived += plan.archived.length;
  tally.again += plan.again;
  tally.sent += rows.length;
  host.kept(plan.ledger);
  return plan.ledger;
}

async function keep(host: PushHost, ledger: Ledger): Promise<Ledger> {
  await host.port.writeState(pack(ledger));
  host.kept(ledger);
  return ledger;
}
