import type { Api } from '../../../../addin/api/port.ts';
import { createSession, type Session } from '../../../../addin/flows/session.ts';
import { FakeWorkbook } from '../../../../addin/workbook/fake.ts';
import type { ScannedRow } from '../../../../addin/workbook/port.ts';

export interface Desk {
  workbook: FakeWorkbook;
  session: Session;
  /** Runs what was put off (the check after an edit). */
  settle(): Promise<void>;
  cells(key: string): Promise<ScannedRow['cells']>;
}

let pushes = 0;

/** A clerk's desk: a workbook and a session that is connected to `api`. */
export async function openDesk(
  api: Api,
  workbook = new FakeWorkbook(),
  limits?: { rows: number; bytes: number },
): Promise<Desk> {
  const late = new Set<() => void>();
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
    now: () => new Date('2024-07-31T02:00:00Z'),
    later(act) {
      late.add(act);
      return () => late.delete(act);
    },
    ...(limits && { limits }),
  });
  await session.start();
  return {
    workbook,
    session,
    async settle() {
      for (let round = 0; late.size > 0 && round < 5; round += 1) {
        const acts = [...late];
        late.clear();
        for (const act of acts) act();
        await session.check();
      }
    },
    async cells(key) {
      const row = (await workbook.scan())?.find(({ cells }) => cells.key === key);
      if (!row) throw new Error(`no row ${key}`);
      return row.cells;
    },
  };
}
