import type { RowField, RowValues } from '../../../../shared/row/row.ts';
import type { Api } from '../../../../addin/api/port.ts';
import { retryWaits } from '../../../../addin/flows/retry.ts';
import { createSession, type Session } from '../../../../addin/flows/session.ts';
import { FakeWorkbook } from '../../../support/workbook/fake.ts';
import type { ScannedRow } from '../../../../addin/workbook/port.ts';
import { keyOf, underWay } from './rows.ts';

export interface Desk {
  workbook: FakeWorkbook;
  session: Session;
  /** Runs what was put off (the check after an edit), but for another look at a server out of reach. */
  settle(): Promise<void>;
  /** Lets time pass, and whatever falls due in it happen. */
  pass(ms: number): Promise<void>;
  /** The same, without asking for a check: only what the pane does by itself. */
  wait(ms: number): Promise<void>;
  /** The network of this computer comes or goes, as the system tells it. */
  network(): Promise<void>;
  /** The page is come back to. */
  visible(): Promise<void>;
  cells(key: string): Promise<ScannedRow['cells']>;
}

/** A clerk fills in a row: by default as one that is under way. */
export function fill(workbook: FakeWorkbook, number: number, values: Partial<RowValues> = underWay): void {
  for (const [field, value] of Object.entries(values)) {
    workbook.edit(keyOf(number), field as RowField, value);
  }
}

let pushes = 0;

/** A clerk's desk: a workbook and a session that is connected to `api`. */
export async function openDesk(
  api: Api,
  workbook = new FakeWorkbook(),
  limits?: { rows: number; bytes: number },
  unit: string | null = null,
): Promise<Desk> {
  const late = new Map<() => void, { ms: number; at: number }>();
  let clock = Date.parse('2024-07-31T02:00:00Z');
  let onNetwork = () => {};
  let onVisible = () => {};
  let kept: string | null = 'tz_test';
  const session = createSession({
    port: workbook,
    openApi: () => api,
    keys: {
      read: () => kept,
      write: (key) => (kept = key),
      clear: () => (kept = null),
    },
    newId: () => `push-${String((pushes += 1)).padStart(6, '0')}`,
    now: () => new Date(clock),
    later(act, ms) {
      late.set(act, { ms, at: clock + ms });
      return () => late.delete(act);
    },
    onNetwork(listener) {
      onNetwork = listener;
      return () => (onNetwork = () => {});
    },
    onVisible(listener) {
      onVisible = listener;
      return () => (onVisible = () => {});
    },
    unit,
    ...(limits && { limits }),
  });
  await session.start();
  /** Flows run one after another, and one may call for the next. */
  const idle = async () => {
    await session.check();
    await session.check();
  };
  const quiet = () =>
    new Promise<void>((resolve) => {
      const look = () => (session.view.busy === null ? resolve() : void setImmediate(look));
      setImmediate(look);
    });
  async function pass(ms: number, settled: () => Promise<void>) {
    const until = clock + ms;
    for (;;) {
      const [next] = [...late].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      late.delete(next[0]);
      clock = next[1].at;
      next[0]();
      await settled();
    }
    clock = until;
  }
  return {
    workbook,
    session,
    async settle() {
      for (let round = 0; round < 5; round += 1) {
        const acts = [...late].filter(([, { ms }]) => ms < retryWaits.first).map(([act]) => act);
        if (acts.length === 0) return;
        for (const act of acts) late.delete(act);
        for (const act of acts) act();
        await session.check();
      }
    },
    pass: (ms) => pass(ms, idle),
    wait: (ms) => pass(ms, quiet),
    async network() {
      onNetwork();
      await idle();
    },
    async visible() {
      onVisible();
      await idle();
    },
    async cells(key) {
      const row = (await workbook.scan())?.find(({ cells }) => cells.key === key);
      if (!row) throw new Error(`no row ${key}`);
      return row.cells;
    },
  };
}
