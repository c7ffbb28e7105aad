import type { Me } from '../../shared/wire/me.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { Notice } from '../workbook/port.ts';
import type { HersView } from './hers/hers.ts';
import type { Ledger } from './ledger.ts';
import type { RowIndex } from './rowIndex.ts';
import type { Standing } from './standing.ts';

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
  /** The row that the selection stands in, where the program tells. */
  selected: string | null;
  /** Rows whose identity cells were put back since this was last dismissed. */
  restored: string[];
  /** The ledger had gone from the workbook, or could not be found any more, and was laid out anew. */
  laidOutAgain: boolean;
  /** What the spreadsheet could not do to the look of the sheet, since this was last dismissed. */
  notices: readonly Notice[];
  /** A sheet of the clerk's own that is looked at; `null`: none is. */
  hers: HersView | null;
  /** There is no ledger yet, and a table of the clerk's own. */
  hasTables: boolean;
  /** Before a sync: rows that are overwritten period after period are asked for their period. */
  asksPeriods: boolean;
}

/** How far a sync is, in rows; `since` is when it began, in milliseconds of this computer's clock. */
export interface Progress {
  done: number;
  total: number;
  since: number;
  stopping: boolean;
}

/** The view of a session, which each part of the session changes in its own fields. */
export interface View {
  readonly now: SessionView;
  set(part: Partial<SessionView>): void;
  /** Hears of every change; returns the end of it. */
  subscribe(listener: (view: SessionView) => void): () => void;
}

export function createView(): View {
  const listeners = new Set<(view: SessionView) => void>();
  let now: SessionView = {
    phase: 'starting',
    busy: null,
    progress: null,
    offline: false,
    problem: null,
    me: null,
    ledger: null,
    standings: new Map(),
    index: null,
    selected: null,
    restored: [],
    laidOutAgain: false,
    notices: [],
    hers: null,
    hasTables: false,
    asksPeriods: false,
  };
  return {
    get now() {
      return now;
    },
    set(part) {
      now = { ...now, ...part };
      for (const listener of listeners) listener(now);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
