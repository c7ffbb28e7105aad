import type { KeyStore } from '../api/keyStore.ts';
import type { Me } from '../api/me.ts';
import type { Api, OpenApi } from '../api/port.ts';
import { asProblem, localProblem, type ApiProblem } from '../api/problem.ts';
import type { CellValue, RowField } from '../../shared/row/row.ts';
import { LedgerBusy, type ColumnId, type ScannedRow, type WorkbookPort } from '../workbook/port.ts';
import { isEmpty } from './applyPlanned.ts';
import { withSync, type Ledger, type SyncSummary } from './ledger.ts';
import { planCheck, planEdit, type CheckPlan } from './planCheck.ts';
import {
  bringBack,
  chooseCopy,
  confirmPrefilled,
  decideField,
  explain,
  keepContent,
  moveContent,
  type Choice,
  type Decision,
} from './planDecide.ts';
import { pull } from './pull.ts';
import { emptyTally, push, settlePending, type PushTally } from './push.ts';
import { retrying } from './retry.ts';
import { indexRows, type RowIndex } from './rowIndex.ts';
import type { Standing } from './standing.ts';
import { pack, unpack } from './state.ts';

/** All that the pane shows. A new object whenever anything changes. */
export interface SessionView {
  phase: 'starting' | 'disconnected' | 'connecting' | 'connected';
  busy: 'pulling' | 'checking' | 'syncing' | null;
  progress: Progress | null;
  /** The server cannot be reached. It is asked again by itself, and once it answers the workbook is synced. */
  offline: boolean;
  problem: ApiProblem | null;
  me: Me | null;
  ledger: Ledger | null;
  standings: ReadonlyMap<string, Standing>;
  /** What the last scan found beside the rows; `null` while there is no sheet. */
  index: RowIndex | null;
  /** Rows whose identity cells were put back since this was last dismissed. */
  restored: string[];
  /** The ledger had gone from the workbook, or could not be found any more, and was laid out anew. */
  laidOutAgain: boolean;
}

/** How far a sync is, in rows; `since` is when it began, in milliseconds of this computer's clock. */
export interface Progress {
  done: number;
  total: number;
  since: number;
  stopping: boolean;
}

export interface SessionDeps {
  port: WorkbookPort;
  openApi: OpenApi;
  keys: KeyStore;
  newId(): string;
  now(): Date;
  /** Runs `act` after `ms`; returns the cancel. */
  later(act: () => void, ms: number): () => void;
  /** Calls back when this computer's network has come or gone: a hint to look whether the server answers. */
  onNetwork?(listener: () => void): () => void;
  limits?: { rows: number; bytes: number };
}

export interface Session {
  readonly view: SessionView;
  subscribe(listener: (view: SessionView) => void): () => void;
  /** Reads the workbook, checks it, and connects with the key that is kept, or with `key`. */
  start(key?: string | null): Promise<void>;
  connect(key: string): Promise<void>;
  disconnect(): void;
  /** The key that was tried last, for a link to the workbook that it belongs to. */
  keyTried(): string | null;
  pull(): Promise<void>;
  sync(): Promise<void>;
  /** Ends a running sync after the chunk that is under way. */
  stop(): void;
  check(): Promise<void>;
  decideField(key: string, field: RowField, choice: Choice): Promise<void>;
  chooseCopy(key: string, copy: ScannedRow): Promise<void>;
  /** Of misplaced rows: what stands there is their own. */
  keepContent(keys: readonly string[]): Promise<void>;
  /** Of misplaced rows: what stands there belongs to the rows that they show. */
  moveContent(): Promise<void>;
  bringBack(): Promise<void>;
  confirmPrefilled(key: string): Promise<void>;
  explain(key: string, text: CellValue): Promise<void>;
  select(key: string, column: ColumnId): Promise<boolean>;
  dismiss(what: 'problem' | 'restored' | 'laidOutAgain'): void;
  close(): void;
}

/** Edits come in bursts: one scan after the last of them. */
const settleMs = 150;
/** Excel's undo takes back the add-in's writes too. Written again at once, they would be all that can ever be undone. */
const undoneMs = 4000;
/** A spreadsheet refuses calls while a cell is being edited: look again a little later. */
const retryMs = 1500;
/** More rows than these are checked with the whole sheet. */
const mostWritten = 1000;

/** The task pane's flows over one workbook. Flows run one after another; each ends with a check. */
export function createSession(deps: SessionDeps): Session {
  const { port, keys } = deps;
  const listeners = new Set<(view: SessionView) => void>();
  let view: SessionView = {
    phase: 'starting',
    busy: null,
    progress: null,
    offline: false,
    problem: null,
    me: null,
    ledger: null,
    standings: new Map(),
    index: null,
    restored: [],
    laidOutAgain: false,
  };
  let api: Api | null = null;
  /** The last check, and the ledger that it was made with. */
  let checked: { plan: CheckPlan; ledger: Ledger } | null = null;
  /** Rows written since then; `null`: anything may have changed. */
  let written: Set<number> | null = null;
  let queue: Promise<void> = Promise.resolve();
  let cancelCheck: (() => void) | null = null;
  let stopping = false;
  let closed = false;
  let tried: string | null = null;

  const set = (part: Partial<SessionView>) => {
    view = { ...view, ...part };
    for (const listener of listeners) listener(view);
  };
  const unsubscribe = port.onChanged((positions) => {
    if (positions?.length === 0) return;
    written = positions && written ? new Set([...written, ...positions]) : null;
    checkSoon(settleMs);
  });
  const retry = retrying(deps.later, () => void reconnect());
  const unwatch = deps.onNetwork?.(() => {
    if (view.phase === 'connected') retry.now();
  });

  function checkSoon(ms: number) {
    cancelCheck?.();
    cancelCheck = deps.later(() => {
      cancelCheck = null;
      void run('checking', () => checkNow(true));
    }, ms);
  }

  /** One flow at a time. What it throws becomes the problem that is shown. */
  function run(busy: SessionView['busy'], act: () => Promise<void>): Promise<void> {
    queue = queue.then(async () => {
      set({ busy });
      try {
        await act();
      } catch (thrown) {
        const problem = thrown instanceof LedgerBusy ? localProblem('workbook-busy') : asProblem(thrown);
        // What goes wrong on this side says nothing of the server.
        const answered = problem.status > 0;
        set({ problem, offline: problem.offline || (view.offline && !answered) });
      } finally {
        set({ busy: null, progress: null });
        if (view.offline && view.phase === 'connected' && !closed) retry.wait();
        else retry.end();
      }
    });
    return queue;
  }

  /** Looks whether the server answers; where it had been out of reach and does, the workbook is synced. */
  async function reconnect(): Promise<void> {
    let back = false;
    await run(null, async () => {
      if (!api) return;
      const me = await api.me();
      back = view.offline;
      set({ offline: false, ...(back && { problem: null }) });
      admit(me);
    });
    if (back && api) await (view.index ? session.sync() : session.pull());
  }

  /** Checks the rows that were written since the last check, if nothing else has changed. */
  async function checkWritten(ledger: Ledger): Promise<CheckPlan | null> {
    if (!written || written.size > mostWritten || checked?.ledger !== ledger) return null;
    const positions = [...written];
    const { plan } = checked;
    written = new Set();
    const rows = await port.scan(positions);
    return rows && planEdit(ledger, rows, positions.length, plan);
  }

  async function checkWhole(ledger: Ledger): Promise<CheckPlan | null> {
    written = new Set();
    const scan = await port.scan();
    return scan && planCheck(ledger, scan, checked?.plan.memory ?? new Map());
  }

  /** `mayWait`: what the clerk has just undone is written again a little later, so that what was typed before it can be undone. */
  async function checkNow(mayWait = false): Promise<void> {
    const { ledger } = view;
    if (!ledger) return;
    try {
      const plan = (await checkWritten(ledger)) ?? (await checkWhole(ledger));
      if (!plan) {
        checked = null;
        set({ standings: new Map(), index: null });
        return;
      }
      // Until what was planned stands in the sheet, nothing of it is known.
      checked = null;
      if (mayWait && plan.isUndone) checkSoon(undoneMs);
      else {
        if (!isEmpty(plan.change)) await port.apply(plan.change);
        checked = { plan, ledger };
      }
      set({
        standings: plan.standings,
        index: plan.index,
        restored: [...new Set([...view.restored, ...plan.restored])],
        ...(view.problem?.code === 'workbook-busy' ? { problem: null } : {}),
      });
    } catch (thrown) {
      written = null;
      set({ problem: localProblem('workbook-busy', asProblem(thrown).message) });
      checkSoon(retryMs);
    }
  }

  async function pullNow(): Promise<void> {
    if (!api) return;
    const tally = emptyTally();
    if (view.ledger?.pending) await keepLedger(await settlePending(pushHost(api), view.ledger, tally));
    const plan = await pull(port, api, view.ledger);
    if (plan.layout) checked = null;
    if (plan.layout && view.ledger) set({ laidOutAgain: true });
    const last = summary(tally, plan.received, plan.added.length, plan.archived.length);
    await keepLedger(withSync(plan.ledger, last));
    set({ offline: false, problem: null });
  }

  async function syncNow(): Promise<void> {
    if (!api || !view.ledger) return;
    stopping = false;
    const tally = emptyTally();
    const host = pushHost(api);
    try {
      await push(host, view.ledger, tally).catch(async (thrown: unknown) => {
        if (!asProblem(thrown).cursorLost) throw thrown;
        await pullNow();
        await push(host, view.ledger!, tally);
      });
      set({ offline: false, problem: null });
    } finally {
      // Also of a sync that broke off: what was answered stays answered.
      if (tally.sent > 0)
        await keepLedger(withSync(view.ledger, summary(tally, 0, tally.added, tally.archived)));
    }
    if (tally.sent === 0) await pullNow();
  }

  function pushHost(to: Api) {
    const since = deps.now().getTime();
    return {
      ...{ port, api: to, newId: deps.newId, stopped: () => stopping },
      ...(deps.limits && { limits: deps.limits }),
      progress: (done: number, total: number) => set({ progress: { done, total, since, stopping } }),
      kept: (ledger: Ledger) => set({ ledger }),
    };
  }

  function summary(tally: PushTally, received: number, added: number, archived: number): SyncSummary {
    return { at: deps.now().toISOString(), counts: tally.counts, received, added, archived };
  }

  async function keepLedger(ledger: Ledger): Promise<void> {
    await port.writeState(pack(ledger));
    set({ ledger });
  }

  /** Scans anew, takes the decision on what stands there now, writes it, and checks. */
  function decide(decision: (ledger: Ledger, index: RowIndex) => Decision | null): Promise<void> {
    return run('checking', async () => {
      const { ledger } = view;
      const scan = ledger && (await port.scan());
      const taken = scan ? decision(ledger, indexRows(scan, ledger.rows)) : null;
      if (taken && !isEmpty(taken.change)) await port.apply(taken.change, scan!);
      if (taken && taken.ledger !== ledger) await keepLedger(taken.ledger);
      await checkNow();
    });
  }

  /** Takes the key's owner for the workbook's, or throws. A key that was typed while offline is first looked at here. */
  function admit(me: Me): void {
    set({ me });
    const other = view.ledger && me.unit && view.ledger.unit.id !== me.unit.id;
    if (me.unit && !other) return;
    api = null;
    set({ phase: 'disconnected' });
    throw me.unit ? localProblem('other-unit', view.ledger!.unit.name) : localProblem('no-unit');
  }

  async function connectNow(key: string): Promise<void> {
    set({ phase: 'connecting', problem: null });
    tried = key;
    try {
      const opened = deps.openApi(key);
      const me = await opened.me();
      admit(me);
      api = opened;
      keys.write(key, me.unit!.id);
      set({ phase: 'connected', offline: false });
    } catch (thrown) {
      const problem = asProblem(thrown);
      // Without a network a workbook that has its ledger goes on; the key is tried with the next request.
      if (!problem.offline || !view.ledger) {
        set({ phase: 'disconnected' });
        throw problem;
      }
      api = deps.openApi(key);
      keys.write(key, view.ledger.unit.id);
      set({ phase: 'connected', offline: true });
      return;
    }
    await pullNow();
  }

  const session: Session = {
    get view() {
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: (given = null) =>
      run(null, async () => {
        const ledger = unpack(await port.readState());
        set({ ledger });
        await checkNow();
        const key = given ?? keys.read(ledger?.unit.id ?? null);
        if (key === null) set({ phase: 'disconnected' });
        else await connectNow(key).finally(() => checkNow());
      }),
    connect: (key) => run('pulling', () => connectNow(key).finally(() => checkNow())),
    disconnect() {
      keys.clear(view.ledger?.unit.id ?? view.me?.unit?.id ?? null);
      api = null;
      retry.end();
      set({ phase: 'disconnected', me: null, problem: null, offline: false });
    },
    keyTried: () => tried,
    pull: () => run('pulling', () => pullNow().finally(() => checkNow())),
    sync: () => run('syncing', () => syncNow().finally(() => checkNow())),
    stop() {
      stopping = true;
      if (view.progress) set({ progress: { ...view.progress, stopping: true } });
    },
    check: () =>
      run('checking', () => {
        written = null;
        return checkNow();
      }),
    decideField: (key, field, choice) => decide((ledger) => decideField(ledger, key, field, choice)),
    chooseCopy: (key, copy) => decide((ledger, index) => chooseCopy(ledger, index, key, copy)),
    keepContent: (keys) => decide((ledger, index) => keepContent(ledger, index, keys)),
    moveContent: () => decide(moveContent),
    bringBack: () => decide(bringBack),
    confirmPrefilled: (key) => decide((ledger) => confirmPrefilled(ledger, key)),
    explain: (key, text) => decide((ledger) => explain(ledger, key, String(text ?? ''))),
    select: (key, column) => port.select(key, column).catch(() => false),
    dismiss: (what) =>
      set(
        { problem: { problem: null }, restored: { restored: [] }, laidOutAgain: { laidOutAgain: false } }[
          what
        ],
      ),
    close() {
      closed = true;
      unsubscribe();
      unwatch?.();
      cancelCheck?.();
      retry.end();
    },
  };
  return session;
}
