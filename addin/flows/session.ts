import type { LedgerSheet } from '../../shared/ledgers/ledgerFile.ts';
import type { CellValue, RowField } from '../../shared/row/row.ts';
import type { KeyStore } from '../api/keyStore.ts';
import type { OpenApi } from '../api/port.ts';
import {
  LedgerBusy,
  LedgerRefused,
  type ColumnId,
  type ScannedRow,
  type WorkbookPort,
} from '../workbook/port.ts';
import { herWords } from './hers/herWords.ts';
import { pinnedRows } from './hers/pinnedRows.ts';
import { sideBySide } from './hers/sideBySide.ts';
import { isEmpty } from './applyPlanned.ts';
import { createChecker } from './checker.ts';
import { createConnection } from './connection.ts';
import type { Ledger } from './ledger.ts';
import { catchUp, type CatchUpValues } from './planCatchUp.ts';
import {
  bringBack,
  chooseCopy,
  confirmPrefilled,
  decideField,
  explain,
  keepContent,
  moveContent,
  reconnect,
  type Choice,
  type Decision,
} from './planDecide.ts';
import { createQueue } from './queue.ts';
import { indexRows, type RowIndex } from './rowIndex.ts';
import { unpack } from './state.ts';
import { tablesOf, type Table } from './tables.ts';
import { rowsIn, type ViewId } from './views.ts';
import { createHers, type HersFlow } from './hers/hers.ts';
import type { Hers } from './ledger.ts';
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
  /** Calls back when the page is come back to. */
  onVisible?(listener: () => void): () => void;
  /** Called before a jump to a cell: what covers the sheet makes way. */
  onJump?(): void;
  /** Whose workbook this is, where that is known before it holds a ledger. */
  unit?: string | null;
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
  /** Where rows are overwritten period after period, their period is asked first: `view.asksPeriods`. */
  sync(): Promise<void>;
  /** Syncs, once rows that are overwritten stand for these periods. */
  syncFor(periods: Hers['overwritten']): Promise<void>;
  /** 使用我现有的表格. */
  readonly hers: HersFlow;
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
  /** Writes the same report into blank rows, and goes to the first of them. */
  catchUp(keys: readonly string[], values: CatchUpValues): Promise<void>;
  /** Of rows that have lost their key: they are the rows that they show. */
  reconnect(): Promise<void>;
  confirmPrefilled(key: string): Promise<void>;
  explain(key: string, text: CellValue): Promise<void>;
  /** Goes to a row, by its key or by its position in the last scan. */
  select(row: string | number, column: ColumnId): Promise<boolean>;
  /** Positions of the rows in whose visible cells every word stands somewhere, from the top. */
  find(words: string): Promise<number[]>;
  /** The ledger as tables, one for each view. */
  tables(): Promise<Table[]>;
  /** Gives the keyboard back to the sheet, where the program lets it. */
  takeKeyboard(): void;
  /** Filters the sheet to the rows of a view. */
  show(shown: ViewId): Promise<void>;
  /** Whether the sheet can be filtered. */
  readonly canShow: boolean;
  dismiss(what: 'problem' | 'restored' | 'laidOutAgain' | 'notices' | 'asksPeriods'): void;
  close(): void;
}

/** A header and a row beneath it at least. */
const isTable = ({ rows, isHidden }: LedgerSheet): boolean =>
  isHidden !== true &&
  rows.filter((row) => row.filter((cell) => cell !== null && cell.text !== '').length > 1).length > 1;

/** A moment as its day in Shanghai. */
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The task pane's flows over one workbook. Flows run one after another; each ends with a check. */
export function createSession(given: SessionDeps): Session {
  const deps = { ...given, port: herWords(sideBySide(pinnedRows(given.port))) };
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
  const hers = createHers({
    ...{ port, view, syncing },
    api: () => connection.api,
    onBound: () => checker.forget(),
  });
  const connection = createConnection({
    ...deps,
    view,
    queue,
    onBack: () => (view.now.index ? session.sync() : session.pull()),
  });

  /** Runs a flow that ends with a check, also where it breaks off. */
  const flow = (busy: SessionView['busy'], act: () => Promise<void>): Promise<void> =>
    queue.run(busy, async () => {
      await act().finally(() => checker.check());
      await showAgain();
    });

  /** Where there is no ledger and a table of the clerk's own, she says which of them it is to be. */
  const waits = async (): Promise<boolean> => {
    if (view.now.ledger !== null || (await port.scan()) !== null) return false;
    const hasTables = (await port.readSheets()).some(isTable);
    view.set({ hasTables });
    return hasTables;
  };

  const connect = async (key: string): Promise<void> => {
    if ((await connection.connect(key)) && !(await waits())) await syncing.pull();
  };

  /** The rows that the sheet was last filtered to. */
  let inView = new Set<string>();
  const isInView = (row: string | number): boolean => {
    if (typeof row === 'string') return inView.has(row);
    const key = [...(view.now.index?.rows ?? [])].find(([, { position }]) => position === row)?.[0];
    return key !== undefined && inView.has(key);
  };
  const show = async (asked: ViewId, isAgain = false): Promise<void> => {
    const { ledger } = view.now;
    if (!ledger || !port.showOnly) return;
    const keys = rowsIn(asked, ledger);
    let shown = asked;
    try {
      await port.showOnly(shown === 'all' ? null : keys, isAgain);
    } catch (thrown) {
      if (!(thrown instanceof LedgerRefused)) throw thrown;
      shown = 'all';
      // A protected sheet that shows everything is as it was asked for.
      if (asked !== 'all' && !ledger.hers && !view.now.notices.includes('view-refused'))
        view.set({ notices: [...view.now.notices, 'view-refused'] });
    }
    inView = new Set(keys);
    if (ledger.shown !== shown) await syncing.keep({ ...ledger, shown });
  };
  /** What a view shows is looked at anew when the workbook is opened, and when rows have come. */
  const showAgain = async (): Promise<void> => {
    const { ledger, index } = view.now;
    if (!ledger || !index || ledger.shown === 'all') return;
    await show(ledger.shown, true).catch((thrown: unknown) => {
      // A cell is being edited: the view is that of before until the next time.
      if (!(thrown instanceof LedgerBusy)) throw thrown;
    });
  };
  const unfilter = port.onUnfiltered?.(() => {
    const { ledger } = view.now;
    if (ledger && ledger.shown !== 'all')
      void queue.run(null, () => syncing.keep({ ...view.now.ledger!, shown: 'all' }));
  });
  /** The day, by this computer, on which the server was last asked because its day was another. */
  let askedOn = '';
  const unwatch = deps.onVisible?.(() => {
    const { ledger, phase, offline } = view.now;
    const day = dayFormat.format(deps.now());
    // A demo's day may stand still, and a computer's clock be wrong: each day is asked about once.
    if (!ledger || ledger.demo || phase !== 'connected' || offline) return;
    if (day === ledger.today || day === askedOn) return;
    askedOn = day;
    void session.pull();
  });
  const unselect = port.onSelected?.((key) => {
    if (key !== view.now.selected) view.set({ selected: key });
  });

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
        await showAgain();
      }),
    connect: (key) => flow('pulling', () => connect(key)),
    disconnect: () => connection.disconnect(),
    keyTried: () => connection.keyTried,
    pull: () => flow('pulling', () => syncing.pull()),
    sync() {
      const { ledger } = view.now;
      if (!ledger?.hers || Object.keys(ledger.hers.overwritten).length === 0)
        return flow('syncing', () => syncing.sync());
      view.set({ asksPeriods: true });
      return Promise.resolve();
    },
    syncFor(periods) {
      view.set({ asksPeriods: false });
      return flow('syncing', async () => {
        await hers.turn(periods);
        await syncing.sync();
      });
    },
    hers: {
      ...hers,
      propose: () => queue.run('pulling', () => hers.propose()),
      bind: () => flow('pulling', () => hers.bind()),
    },
    stop: () => syncing.stop(),
    check: () => queue.run('checking', () => checker.checkWhole()),
    decideField: (key, field, choice) => decide((ledger) => decideField(ledger, key, field, choice)),
    chooseCopy: (key, copy) => decide((ledger, index) => chooseCopy(ledger, index, key, copy)),
    keepContent: (keys) => decide((ledger, index) => keepContent(ledger, index, keys)),
    moveContent: () => decide(moveContent),
    bringBack: () => decide(bringBack),
    reconnect: () => decide(reconnect),
    async catchUp(keys, values) {
      await decide((ledger, index) => catchUp(ledger, index, keys, values));
      const [first] = keys;
      if (first !== undefined) await session.select(first, 'status');
    },
    confirmPrefilled: (key) => decide((ledger) => confirmPrefilled(ledger, key)),
    explain: (key, text) => decide((ledger) => explain(ledger, key, String(text ?? ''))),
    async select(row, column) {
      const { ledger } = view.now;
      // A row that the view leaves out is gone to in the whole ledger.
      if (ledger && ledger.shown !== 'all' && !isInView(row)) await session.show('all');
      deps.onJump?.();
      return port.select(row, column).catch(() => false);
    },
    async find(words) {
      const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
      const scan = (await port.scan()) ?? [];
      return scan
        .filter(({ cells: { key: _key, base: _base, ...seen } }) => {
          const text = Object.values(seen).join('\n').toLowerCase();
          return wanted.length > 0 && wanted.every((word) => text.includes(word));
        })
        .map(({ position }) => position);
    },
    async tables() {
      const { ledger } = view.now;
      return ledger ? tablesOf(ledger, (await port.scan()) ?? []) : [];
    },
    takeKeyboard: () => port.takeKeyboard?.(),
    show: (shown) => queue.run(null, () => show(shown)),
    canShow: port.showOnly !== undefined,
    dismiss: (what) =>
      view.set(
        {
          problem: { problem: null },
          restored: { restored: [] },
          laidOutAgain: { laidOutAgain: false },
          notices: { notices: [] },
          asksPeriods: { asksPeriods: false },
        }[what],
      ),
    close() {
      unwatch?.();
      unselect?.();
      unfilter?.();
      checker.close();
      unnotice?.();
      connection.close();
    },
  };
  return session;
}
