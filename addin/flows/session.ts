import type { CellValue, RowField } from '../../shared/row/row.ts';
import type { KeyStore } from '../api/keyStore.ts';
import type { OpenApi } from '../api/port.ts';
import type { ColumnId, ScannedRow, WorkbookPort } from '../workbook/port.ts';
import { isEmpty } from './applyPlanned.ts';
import { createChecker } from './checker.ts';
import { createConnection } from './connection.ts';
import type { Ledger } from './ledger.ts';
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
import { createQueue } from './queue.ts';
import { indexRows, type RowIndex } from './rowIndex.ts';
import { unpack } from './state.ts';
import { createSyncing } from './syncing.ts';
import { createView, type SessionView } from './view.ts';

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
  dismiss(what: 'problem' | 'restored' | 'laidOutAgain' | 'notices'): void;
  close(): void;
}

/** The task pane's flows over one workbook. Flows run one after another; each ends with a check. */
export function createSession(deps: SessionDeps): Session {
  const { port } = deps;
  const view = createView();
  const queue = createQueue(view);
  const checker = createChecker({ ...deps, view, queue });
  const unnotice = port.onNotice?.((notice) => view.set({ notices: [...view.now.notices, notice] }));
  const syncing = createSyncing({
    ...deps,
    view,
    api: () => connection.api,
    onLaidOut: () => checker.forget(),
  });
  const connection = createConnection({
    ...deps,
    view,
    queue,
    onBack: () => (view.now.index ? session.sync() : session.pull()),
  });

  /** Runs a flow that ends with a check, also where it breaks off. */
  const flow = (busy: SessionView['busy'], act: () => Promise<void>): Promise<void> =>
    queue.run(busy, () => act().finally(() => checker.check()));

  const connect = async (key: string): Promise<void> => {
    if (await connection.connect(key)) await syncing.pull();
  };

  /** Scans anew, takes the decision on what stands there now, writes it, and checks. */
  const decide = (decision: (ledger: Ledger, index: RowIndex) => Decision | null): Promise<void> =>
    queue.run('checking', async () => {
      const { ledger } = view.now;
      const scan = ledger && (await port.scan());
      const taken = scan ? decision(ledger, indexRows(scan, ledger.rows)) : null;
      if (taken && !isEmpty(taken.change)) await port.apply(taken.change, scan!);
      if (taken && taken.ledger !== ledger) await syncing.keep(taken.ledger);
      await checker.check();
    });

  const session: Session = {
    get view() {
      return view.now;
    },
    subscribe: (listener) => view.subscribe(listener),
    start: (given = null) =>
      queue.run(null, async () => {
        view.set({ ledger: unpack(await port.readState()) });
        await checker.check();
        const key = given ?? connection.keptKey();
        if (key === null) view.set({ phase: 'disconnected' });
        else await connect(key).finally(() => checker.check());
      }),
    connect: (key) => flow('pulling', () => connect(key)),
    disconnect: () => connection.disconnect(),
    keyTried: () => connection.keyTried,
    pull: () => flow('pulling', () => syncing.pull()),
    sync: () => flow('syncing', () => syncing.sync()),
    stop: () => syncing.stop(),
    check: () => queue.run('checking', () => checker.checkWhole()),
    decideField: (key, field, choice) => decide((ledger) => decideField(ledger, key, field, choice)),
    chooseCopy: (key, copy) => decide((ledger, index) => chooseCopy(ledger, index, key, copy)),
    keepContent: (keys) => decide((ledger, index) => keepContent(ledger, index, keys)),
    moveContent: () => decide(moveContent),
    bringBack: () => decide(bringBack),
    confirmPrefilled: (key) => decide((ledger) => confirmPrefilled(ledger, key)),
    explain: (key, text) => decide((ledger) => explain(ledger, key, String(text ?? ''))),
    select: (key, column) => port.select(key, column).catch(() => false),
    dismiss: (what) =>
      view.set(
        {
          problem: { problem: null },
          restored: { restored: [] },
          laidOutAgain: { laidOutAgain: false },
          notices: { notices: [] },
        }[what],
      ),
    close() {
      checker.close();
      unnotice?.();
      connection.close();
    },
  };
  return session;
}
