import { LedgerRefused, type LedgerChange, type WorkbookPort } from '../workbook/port.ts';
import { isEmpty } from './applyPlanned.ts';
import type { Ledger } from './ledger.ts';
import { planCheck, planEdit, type CheckPlan } from './planCheck.ts';
import type { Queue } from './queue.ts';
import type { View } from './view.ts';
import { isOfWorkbook, passes, workbookProblem } from './workbookProblem.ts';

/** Edits come in bursts: one scan after the last of them. */
const settleMs = 150;
/** Excel's undo takes back the add-in's writes too. Written again at once, they would be all that can ever be undone. */
const undoneMs = 4000;
/** A spreadsheet refuses calls while a cell is being edited: look again a little later. */
const retryMs = 1500;
/** How often the same is sent to cells that do not take it. */
const mostTries = 2;
/** More rows than these are checked with the whole sheet. */
const mostWritten = 1000;

export interface CheckerDeps {
  port: WorkbookPort;
  /** Runs `act` after `ms`; returns the cancel. */
  later(act: () => void, ms: number): () => void;
  view: View;
  queue: Queue;
}

/** Keeps standings, marks and results true to the sheet: after each edit by itself, and wherever a flow asks for it. */
export interface Checker {
  /** Checks within a running flow: the rows written since the last check, or the whole sheet. */
  check(): Promise<void>;
  /** The same, of the whole sheet. */
  checkWhole(): Promise<void>;
  /** The sheet is a new one: nothing is known of it. */
  forget(): void;
  close(): void;
}

export function createChecker({ port, later, view, queue }: CheckerDeps): Checker {
  /** The last check, and the ledger that it was made with. */
  let checked: { plan: CheckPlan; ledger: Ledger } | null = null;
  /** Rows written since the last check; `null`: anything may have changed. */
  let written: Set<number> | null = null;
  let cancelCheck: (() => void) | null = null;
  let cancelWrite: (() => void) | null = null;
  /** What was last to be written, and how often in a row. */
  let sent = '';
  let tries = 0;
  let isTold = false;
  const unsubscribe = port.onChanged((positions) => {
    if (positions?.length === 0) return;
    written = positions && written ? new Set([...written, ...positions]) : null;
    checkSoon(settleMs);
    // Each edit puts the writing off: it comes in one go, once the clerk has paused.
    if (cancelWrite) writeSoon();
  });

  function checkSoon(ms: number, onlyShows = port.pauseMs !== undefined) {
    cancelCheck?.();
    cancelCheck = later(() => {
      cancelCheck = null;
      void queue.run('checking', () => check(true, onlyShows));
    }, ms);
  }

  function writeSoon() {
    cancelWrite?.();
    cancelWrite = later(() => {
      cancelWrite = null;
      void queue.run('checking', () => check(true));
    }, port.pauseMs ?? 0);
  }

  /** Plans for the rows that were written since the last check, if nothing else has changed. */
  async function planWritten(ledger: Ledger, onlyShows: boolean): Promise<CheckPlan | null> {
    if (!written || written.size > mostWritten || checked?.ledger !== ledger) return null;
    const positions = [...written];
    const plan = onlyShows ? copyOf(checked.plan) : checked.plan;
    written = new Set();
    const rows = await port.scan(positions);
    return rows && planEdit(ledger, rows, positions.length, plan);
  }

  async function planWhole(ledger: Ledger): Promise<CheckPlan | null> {
    written = new Set();
    const scan = await port.scan();
    return scan && planCheck(ledger, scan, checked?.plan.memory ?? new Map());
  }

  /**
   * `mayWait`: what the clerk has just undone is written again a little later, so that what was typed before it can be
   * undone. `onlyShows`: nothing is written yet, and the pane shows how rows stand.
   */
  async function check(mayWait = false, onlyShows = false, isAgain = false): Promise<void> {
    const { ledger } = view.now;
    if (!ledger) return;
    const asked = written;
    try {
      const plan = (await planWritten(ledger, onlyShows)) ?? (await planWhole(ledger));
      if (!plan) {
        checked = null;
        view.set({ standings: new Map(), index: null });
        return;
      }
      let refused: LedgerRefused | null = null;
      let isWritten = false;
      if (onlyShows && !isEmpty(plan.change)) {
        // The same rows once more, with what was known of them.
        written = asked && written ? new Set([...asked, ...written]) : null;
        writeSoon();
      } else {
        // Until what was planned stands in the sheet, nothing of it is known.
        checked = null;
        if (mayWait && plan.isUndone) checkSoon(undoneMs, false);
        else {
          refused = await write(plan.change);
          isWritten = !refused;
          if (isWritten) checked = { plan, ledger };
        }
      }
      const { problem } = view.now;
      view.set({
        standings: plan.standings,
        index: plan.index,
        restored: [
          ...new Set([...view.now.restored, ...(isWritten ? [...plan.restored, ...plan.mended] : [])]),
        ],
        ...(refused ? { problem: workbookProblem(refused) } : {}),
        ...(!refused && !onlyShows && problem && isOfWorkbook(problem) ? { problem: null } : {}),
      });
      // Rows that have their key back are judged at once.
      if (!refused && !onlyShows && plan.mended.length > 0 && !isAgain) {
        written = null;
        await check(mayWait, false, true);
      }
    } catch (thrown) {
      written = null;
      const problem = workbookProblem(thrown);
      view.set({ problem });
      // What is refused for good would be refused again: it waits for the next edit, or for the clerk.
      if (passes(problem)) checkSoon(retryMs, false);
    }
  }

  /** Where the whole is refused, the results at least, so that none is left saying what is not so. */
  async function write(change: LedgerChange): Promise<LedgerRefused | null> {
    const same = JSON.stringify(change);
    if (same !== sent) tries = 0;
    sent = same;
    if (isEmpty(change)) return null;
    // It has been sent and is not there, with nothing edited since: it would be sent without end.
    if (tries === mostTries) {
      const { notices } = view.now;
      if (!isTold) view.set({ notices: [...notices, 'not-taken'] });
      isTold = true;
      return null;
    }
    try {
      await port.apply(change);
      tries += 1;
      return null;
    } catch (thrown) {
      if (!(thrown instanceof LedgerRefused)) throw thrown;
      await port.apply({ cells: resultsOf(change) }).catch(() => {});
      return thrown;
    }
  }

  return {
    check: () => check(),
    checkWhole() {
      written = null;
      return check();
    },
    forget() {
      checked = null;
    },
    close() {
      unsubscribe();
      cancelCheck?.();
      cancelWrite?.();
    },
  };
}

/** A plan of its own: what is judged on it leaves the other as it is. */
function copyOf(plan: CheckPlan): CheckPlan {
  const index = { ...plan.index, rows: new Map(plan.index.rows) };
  return { ...plan, index, memory: new Map(plan.memory), standings: new Map(plan.standings) };
}

function resultsOf({ cells = [] }: LedgerChange): NonNullable<LedgerChange['cells']> {
  return cells.flatMap(({ key, cells: { result } }) =>
    result === undefined ? [] : { key, cells: { result } },
  );
}
