import type { Api } from '../api/port.ts';
import { asProblem } from '../api/problem.ts';
import type { WorkbookPort } from '../workbook/port.ts';
import { withSync, type Ledger, type SyncSummary } from './ledger.ts';
import { pull } from './pull.ts';
import { emptyTally, push, settlePending, type PushHost, type PushTally } from './push.ts';
import { pack } from './state.ts';
import type { View } from './view.ts';

export interface SyncingDeps {
  port: WorkbookPort;
  newId(): string;
  now(): Date;
  limits?: { rows: number; bytes: number };
  view: View;
  /** The server; `null` while not connected: then nothing is done. */
  api(): Api | null;
  /** The ledger was laid out in a new sheet. */
  onLaidOut(): void;
}

/** The ways of a ledger between workbook and server. Each runs within a flow and throws the problem that ended it. */
export interface Syncing {
  pull(): Promise<void>;
  /** Pushes what has changed; where nothing has, pulls. */
  sync(): Promise<void>;
  /** Ends a running sync after the chunk that is under way. */
  stop(): void;
  /** Shows a ledger and writes it to the workbook. */
  keep(ledger: Ledger): Promise<void>;
}

export function createSyncing(deps: SyncingDeps): Syncing {
  const { port, view } = deps;
  let stopping = false;

  async function keep(ledger: Ledger): Promise<void> {
    await port.writeState(pack(ledger));
    view.set({ ledger });
  }

  async function pullNow(): Promise<void> {
    const api = deps.api();
    if (!api) return;
    const tally = emptyTally();
    const pending = view.now.ledger?.pending ? view.now.ledger : null;
    if (pending) await keep(await settlePending(pushHost(api), pending, tally));
    const plan = await pull(port, api, view.now.ledger);
    if (plan.layout) deps.onLaidOut();
    if (plan.layout && view.now.ledger) view.set({ laidOutAgain: true });
    const last = summary(tally, plan.received, plan.added.length, plan.archived.length);
    await keep(withSync(plan.ledger, last));
    view.set({ offline: false, problem: null });
  }

  async function syncNow(): Promise<void> {
    const api = deps.api();
    const { ledger } = view.now;
    if (!api || !ledger) return;
    stopping = false;
    const tally = emptyTally();
    const host = pushHost(api);
    try {
      await push(host, ledger, tally).catch(async (thrown: unknown) => {
        if (!asProblem(thrown).cursorLost) throw thrown;
        await pullNow();
        await push(host, view.now.ledger!, tally);
      });
      view.set({ offline: false, problem: null });
    } finally {
      // Also of a sync that broke off: what was answered stays answered.
      if (tally.sent > 0) {
        const last = summary(tally, 0, tally.added, tally.archived);
        await keep(withSync(view.now.ledger!, last));
      }
    }
    if (tally.sent === 0) await pullNow();
  }

  function pushHost(api: Api): PushHost {
    const since = deps.now().getTime();
    return {
      ...{ port, api, newId: deps.newId, stopped: () => stopping },
      ...(deps.limits && { limits: deps.limits }),
      progress: (done, total) => view.set({ progress: { done, total, since, stopping } }),
      kept: (ledger) => view.set({ ledger }),
    };
  }

  function summary(tally: PushTally, received: number, added: number, archived: number): SyncSummary {
    const { counts, again } = tally;
    return { at: deps.now().toISOString(), counts, received, added, archived, again };
  }

  return {
    pull: pullNow,
    sync: syncNow,
    stop() {
      stopping = true;
      const { progress } = view.now;
      if (progress) view.set({ progress: { ...progress, stopping: true } });
    },
    keep,
  };
}
