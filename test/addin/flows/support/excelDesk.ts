import type { Api } from '../../../../addin/api/port.ts';
import type { Session } from '../../../../addin/flows/session.ts';
import type { FakeWorkbook } from '../../../support/workbook/fake.ts';
import type { ColumnId } from '../../../../addin/workbook/port.ts';
import type { CellValue } from '../../../../shared/row/row.ts';
import { ExcelHost, type HostOptions } from '../../../support/office/host.ts';
import { LedgerView } from '../../../support/office/ledgerView.ts';
import { ExcelUser } from '../../../support/office/user.ts';
import { openExcelPort } from '../../../support/workbook/excelUser.ts';
import { openDesk } from './desk.ts';

/** A clerk at Excel: the stand-in, the adapter, and a session connected to `api`. */
export interface ExcelDesk {
  host: ExcelHost;
  session: Session;
  ledger: LedgerView;
  user: ExcelUser;
  /** Makes this desk's Excel the page's: only one can be at a time. */
  sitDown(): void;
  /** Types into a row's cell. */
  type(key: string, column: ColumnId, value: CellValue): void;
  fill(key: string, values: Record<string, unknown>): void;
  cell(key: string, column: ColumnId): CellValue;
  /** Tells the events of what was done, and checks, as the pane does a moment later. */
  settle(): Promise<void>;
  /** Lets time pass, and only that happen which the pane does by itself. */
  wait(ms: number): Promise<void>;
}

export async function openExcelDesk(
  api: Api,
  options: Partial<HostOptions> | ExcelHost = {},
): Promise<ExcelDesk> {
  const host = options instanceof ExcelHost ? options : new ExcelHost(options);
  const port = openExcelPort(host);
  const { session, settle, wait } = await openDesk(api, port as unknown as FakeWorkbook);
  const ledger = new LedgerView(host);
  const user = new ExcelUser(host, () => ledger.sheet());
  const type: ExcelDesk['type'] = (key, column, value) =>
    user.type(ledger.row(key), ledger.at(column), value);
  return {
    host,
    session,
    ledger,
    user,
    sitDown: () => host.install(globalThis),
    type,
    fill(key, values) {
      for (const [column, value] of Object.entries(values)) type(key, column as ColumnId, value as CellValue);
    },
    cell: (key, column) => ledger.sheet().value(ledger.row(key), ledger.at(column)),
    async settle() {
      host.install(globalThis);
      await host.delivered();
      await settle();
      await host.delivered();
      await settle();
    },
    async wait(ms) {
      host.install(globalThis);
      await host.delivered();
      await wait(ms);
      await host.delivered();
    },
  };
}
