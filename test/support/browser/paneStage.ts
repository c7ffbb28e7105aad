import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { ColumnId, ScannedRow } from '../../../addin/workbook/port.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { FakeServer } from '../../addin/flows/support/fakeServer.ts';
import { keyOf } from '../../addin/flows/support/rows.ts';
import { collectErrors } from './chromium.ts';
import { ScriptedApi } from './scriptedApi.ts';

type Cells = Partial<Record<ColumnId, CellValue>>;

/** A page with a workbook and its pane, a server that does as it is told, and what a clerk does between them. */
export class PaneStage {
  readonly page: Page;
  readonly errors: string[];
  readonly api = new ScriptedApi(new FakeServer([]));
  readonly #host: 'browser' | 'excel';

  private constructor(page: Page, host: 'browser' | 'excel') {
    this.page = page;
    this.errors = collectErrors(page);
    this.#host = host;
  }

  /** `site`: where the test pages are served. */
  static async open(context: BrowserContext, site: string, host: 'browser' | 'excel'): Promise<PaneStage> {
    const stage = new PaneStage(await context.newPage(), host);
    await stage.api.answer(stage.page);
    await stage.page.goto(`${site}/pane.html`);
    await stage.page.waitForFunction(() => 'openDesk' in window);
    return stage;
  }

  get pane(): Locator {
    return this.page.locator('.tz-pane');
  }

  get server(): FakeServer {
    return this.api.server;
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name, exact: true });
  }

  get headline(): Locator {
    return this.pane.locator('.tz-headline');
  }

  /** Ends the last state: what its pane complains of once more, offline for example, is not the next one's. */
  async leave(): Promise<void> {
    await this.page.evaluate(() => window.leaveDesk?.());
    this.errors.length = 0;
  }

  /** A new workbook before a server with these rows; connected, unless `connected` says no. */
  async begin(rows: SheetRow[], connected = true, prepare?: (server: FakeServer) => void): Promise<void> {
    this.api.server = new FakeServer(rows);
    prepare?.(this.server);
    await this.page.evaluate(([host, key]) => window.openDesk?.(host, key), [
      this.#host,
      connected ? 'tz_test' : null,
    ] as const);
    await this.pane.locator('h1').waitFor();
    if (connected) await this.headline.getByText('全部已同步').waitFor();
  }

  /** Types into cells of rows, by their number. */
  async edit(...edits: [number: number, cells: Cells][]): Promise<void> {
    const given = edits.map(([number, cells]) => ({ key: keyOf(number), cells }));
    await this.page.evaluate(async (rows) => {
      for (const { key, cells } of rows)
        for (const [column, value] of Object.entries(cells))
          await window.desk?.user.edit(key, column as ColumnId, value ?? null);
    }, given);
  }

  /** Pastes a block of cells, its first one at the status of a row. */
  async paste(number: number, block: CellValue[][]): Promise<void> {
    await this.page.evaluate(([key, cells]) => window.desk?.user.pasteBlock(key, 'status', cells), [
      keyOf(number),
      block,
    ] as const);
  }

  async copyRow(number: number): Promise<void> {
    await this.page.evaluate((key) => window.desk?.user.copyRow(key), keyOf(number));
  }

  async deleteRow(number: number): Promise<void> {
    await this.page.evaluate((key) => window.desk?.user.deleteRow(key), keyOf(number));
  }

  /** Where the sheet's selection is: number of the row, and column. */
  async selected(): Promise<string | null> {
    const at = await this.page.evaluate(() => window.desk?.user.selected());
    return at ? `${at.key.split('.')[1]} ${at.column}` : null;
  }

  /** Makes the pane as wide as this many CSS pixels; the sheet has the rest. */
  async wide(pixels: number): Promise<void> {
    if (this.#host === 'excel') await this.page.setViewportSize({ width: pixels, height: 1300 });
    else
      await this.page.evaluate((columns) => {
        document.body.style.gridTemplateColumns = columns;
      }, `minmax(0, 1fr) ${pixels}px`);
    const box = await this.page.locator('#pane').boundingBox();
    if (box?.width !== pixels) throw new Error(`the pane is ${box?.width} px wide, not ${pixels}`);
  }

  /** Nobody gets an answer from the sheet while it is held. */
  async holdSheet(on: boolean): Promise<void> {
    await this.page.evaluate((given) => window.desk?.hold(given), on);
  }

  /** A cell of the sheet is being edited: it refuses every call. */
  async editing(on: boolean): Promise<void> {
    await this.page.evaluate((given) => window.desk?.editing(given), on);
  }

  /** The cells of a row, as the sheet has them. */
  async cells(number: number): Promise<ScannedRow['cells']> {
    const rows = (await this.page.evaluate(() => window.desk?.rows())) ?? [];
    const row = rows.find(({ cells }) => cells.key === keyOf(number));
    if (!row) throw new Error(`no row ${number} in the sheet`);
    return row.cells;
  }
}
