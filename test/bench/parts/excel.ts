import type { ScannedRow } from '../../../addin/workbook/port.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { createSession, type Session } from '../../../addin/flows/session.ts';
import { ExcelHost } from '../../support/office/host.ts';
import { LedgerView } from '../../support/office/ledgerView.ts';
import { ExcelUser } from '../../support/office/user.ts';
import { openExcelPort } from '../../support/workbook/excelUser.ts';
import { blankServer, type FakeServer } from '../../addin/flows/support/fakeServer.ts';
import { keyOf, underWay } from '../../addin/flows/support/rows.ts';
import { ms, number, times, type Line, type Section } from '../measure/table.ts';
import type { Bundles } from '../serve/bundle.ts';
import type { Scale } from './scale.ts';

const many = 10_000;

interface Taken {
  time: number;
  syncs: number;
}

interface Desk {
  host: ExcelHost;
  ledger: LedgerView;
  user: ExcelUser;
  session: Session;
  /** Tells the events, and runs the checks that they call for until none is left. */
  settle(): Promise<void>;
}

/** The pane's session over the stand-in, its delays cut short. */
async function openDesk(server: FakeServer): Promise<Desk> {
  const host = new ExcelHost({ api: 18, platform: 'OfficeOnline' });
  let late: (() => void) | null = null;
  let pushes = 0;
  const session = createSession({
    port: openExcelPort(host),
    openApi: () => server,
    keys: { read: () => 'tz_bench', write: () => {}, clear: () => {} },
    newId: () => `bench-${(pushes += 1) + 1_000_000}`,
    now: () => new Date('2024-07-31T02:00:00Z'),
    later(act) {
      late = act;
      return () => (late = null);
    },
  });
  await session.start();
  const ledger = new LedgerView(host);
  const idle = () =>
    new Promise<void>((done) => {
      const leave = session.subscribe(({ busy }) => {
        if (busy !== null) return;
        leave();
        done();
      });
    });
  const settle = async (): Promise<void> => {
    await host.delivered();
    while (late) {
      const act: () => void = late;
      late = null;
      const done = idle();
      act();
      await done;
    }
  };
  return { host, ledger, session, user: new ExcelUser(host, () => ledger.sheet()), settle };
}

/** An act at a desk: how long it took in this process, and how many round trips to Excel. */
async function take({ host }: Desk, act: () => Promise<unknown>): Promise<Taken> {
  const before = host.counts.syncs;
  const begun = performance.now();
  await act();
  return { time: performance.now() - begun, syncs: host.counts.syncs - before };
}

/** Checks, pull and push of a large ledger by the pane's own flows, over the stand-in for Office.js. Its own time is in every figure. */
export async function measureExcel(_bundles: Bundles, _folder: string, scale: Scale): Promise<Section> {
  const runs = Math.min(scale.checkRuns, 20);
  const server = blankServer(many);
  const opened = performance.now();
  const desk = await openDesk(server);
  const layOut = performance.now() - opened;
  const first = desk.host.counts.syncs;
  await desk.settle();
  const columns = desk.host.book.tables[0]!.area.columns;

  const edits: Taken[] = [];
  for (let run = 0; run < runs; run += 1) {
    desk.user.type(desk.ledger.row(keyOf(1 + run * 7)), desk.ledger.at('note'), `第${run}次改动，正在检查`);
    edits.push(await take(desk, desk.settle));
  }
  const pastes: Taken[] = [];
  for (let run = 0; run < Math.min(runs, 5); run += 1) {
    desk.user.paste(1, desk.ledger.at('status'), block(run));
    pastes.push(await take(desk, desk.settle));
  }
  const checks: Taken[] = [];
  for (let run = 0; run < Math.min(runs, 5); run += 1)
    checks.push(await take(desk, () => desk.session.check()));
  fillAll(desk);
  const push = await take(desk, () => desk.session.sync());
  const pull = await take(desk, () => desk.session.pull());
  const wrong = [...server.rows.values()].filter(({ row }) => row.version === null).length;
  if (wrong > 0) throw new Error(`${wrong} rows did not arrive`);
  const trips = (taken: Taken[]) => `${Math.max(...taken.map(({ syncs }) => syncs))} round trips`;
  const line = (what: string, taken: Taken[]): Line => ({
    what,
    ...times(taken.map(({ time }) => time)),
    note: trips(taken),
  });
  return {
    title: `Excel, over a stand-in for Office.js on the web: ${number(many)} rows × ${columns} columns`,
    lines: [
      line('one edit, checked and marked', edits),
      line('a paste of 500 rows × 20 columns, checked and marked', pastes),
      line('all rows read and checked, nothing changed', checks),
      { what: 'connected, and all rows laid out', figure: ms(layOut), note: `${first} round trips` },
      {
        what: 'all rows pushed, 500 at a time',
        figure: ms(push.time),
        note: `${push.syncs} round trips to Excel for ${server.bodies.length} pushes`,
      },
      { what: 'a pull with nothing new', figure: ms(pull.time), note: trips([pull]) },
      {
        what: 'largest request and answer',
        figure: `${number(desk.host.counts.requestBytes / 1e6)} MB`,
        note: `${number(desk.host.counts.answerBytes / 1e6)} MB`,
        goal: {
          text: 'below the 5 MB of Excel on the web',
          met: Math.max(desk.host.counts.requestBytes, desk.host.counts.answerBytes) < 5 * 1024 * 1024,
        },
      },
    ],
  };
}

/** 500 × 20 cells from the status on: what the ledger has columns for, and the clerk's own beside it. */
function block(run: number): (CellValue & (string | number))[][] {
  return Array.from({ length: 500 }, (_, at) => [
    '进行中',
    (at + run) % 10,
    '',
    `第${at}项第${run}次检查，问题正在整改`,
    ...['', ''],
    ...Array.from({ length: 14 }, (__, right) => `自己的${right}`),
  ]);
}

/** All rows filled in at once, as a large paste would. */
function fillAll(desk: Desk): void {
  const lines: Pick<ScannedRow['cells'], 'status' | 'count' | 'note'>[] = Array.from(
    { length: many },
    (_, at) => ({ status: underWay.status, count: at % 10, note: `第${at}项检查中，其余九月完成` }),
  );
  desk.user.paste(
    1,
    desk.ledger.at('status'),
    lines.map(({ status, count, note }) => [status, count, '', note]),
  );
}
