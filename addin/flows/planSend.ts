import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import type { PushRequest, PushRow } from '../../shared/wire/push.ts';
import { shown, type Ledger } from './ledger.ts';
import type { Standing } from './standing.ts';

/** A client's own chunk, well under the server's limits: small enough to show progress and to be stopped in between. */
export const chunkLimits = { rows: 500, bytes: 1_000_000 } as const;

/** What a workbook has to send. */
export interface SendPlan {
  /** Rows to push, split so that each part is one request. */
  chunks: PushRow[][];
  total: number;
}

/**
 * Plans what to send: every row that differs from its base, also one with findings (the server keeps it as a draft).
 * Left out: untouched and blank rows, rows in conflict, copies, those with a text too long for the wire (it would have the
 * whole push refused), and `except`.
 */
export function planSend(
  ledger: Ledger,
  standings: Map<string, Standing>,
  except: ReadonlySet<string> = new Set(),
  limits: { rows: number; bytes: number } = chunkLimits,
): SendPlan {
  const plan: SendPlan = { chunks: [], total: 0 };
  let bytes = 0;
  for (const standing of standings.values()) {
    const { key, raw } = standing;
    const state = ledger.rows.get(key);
    if (!standing.pushable || standing.tooLong || !state || except.has(key)) continue;
    const row: PushRow = { key, base: shown(state.server).base, values: raw };
    const size = bytesOf(JSON.stringify(row)) + 1;
    const last = plan.chunks.at(-1);
    if (last && last.length < limits.rows && bytes + size <= limits.bytes) {
      last.push(row);
      bytes += size;
    } else {
      plan.chunks.push([row]);
      bytes = envelope + size;
    }
    plan.total += 1;
  }
  return plan;
}

/** Room for what stands around the rows. */
const envelope = 300;

/** The push of one chunk. Its body is made once and kept until it is answered (S2). */
export function requestFor(ledger: Ledger, rows: PushRow[], pushId: string): PushRequest {
  return { pushId, cursor: ledger.cursor, rulesVersion, rows };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
