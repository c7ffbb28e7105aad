import type { Locator, Page } from 'playwright-core';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A clerk at the spreadsheet, with mouse, keyboard and clipboard only: cells are found by the name box, as
 * the sheet is one canvas. Cells are named `F3`, rows by the number at their side; row 1 is the header.
 */
export class Clerk {
  readonly page: Page;
  readonly #nameBox: Locator;
  readonly #editor: Locator;

  constructor(page: Page) {
    this.page = page;
    this.#nameBox = page.locator('[data-u-comp="defined-name"] input');
    // Univer draws the cell that is being edited on a canvas of its own; the first such canvas is the formula bar.
    this.#editor = page.locator('canvas#univer-doc-main-canvas').nth(1);
  }

  /** Waits for the spreadsheet to be there. */
  async ready(): Promise<this> {
    await this.#nameBox.waitFor();
    await until('a cell is selected', async () => (await this.selected()) !== '');
    return this;
  }

  /** Selects a cell or a range (`A1:C4`) and leaves the keyboard with it. */
  async goTo(cell: string): Promise<void> {
    await this.#nameBox.click();
    await this.#nameBox.fill(cell);
    await this.#nameBox.press('Enter');
    await until(`${cell} is selected`, async () => {
      const inSheet = await this.page.evaluate(
        () => document.activeElement?.getAttribute('data-u-comp') === 'editor',
      );
      return inSheet && (await this.selected()) === cell;
    });
  }

  /** What the name box says. */
  selected(): Promise<string> {
    return this.#nameBox.inputValue();
  }

  /** Types over a cell, key by key, and leaves it by Enter. */
  async fill(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await until(`${cell} is left`, async () => (await this.selected()) !== cell);
  }

  /** Empties a cell or a range. */
  async clear(cells: string): Promise<void> {
    await this.goTo(cells);
    await this.page.keyboard.press('Delete');
  }

  /** Where a visible cell is on the page: the place where its editor opens. */
  async cellBox(cell: string): Promise<Box> {
    await this.goTo(cell);
    await this.page.keyboard.press('F2');
    let box: Box | null = null;
    await until(`${cell} is being edited`, async () => {
      box = await this.#editorBox();
      return box !== null;
    });
    await this.page.keyboard.press('Escape');
    await until(`${cell} is no longer edited`, async () => (await this.#editorBox()) === null);
    return box ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  async #editorBox(): Promise<Box | null> {
    if (!(await this.#editor.isVisible())) return null;
    const box = await this.#editor.boundingBox();
    return box && box.x >= 0 && box.y >= 0 && box.width > 1 ? box : null;
  }

  /** Opens the dropdown of a cell by its arrow and picks a choice. */
  async choose(cell: string, choice: string): Promise<void> {
    await this.choices(cell);
    await this.page.getByText(choice, { exact: true }).last().click();
    await this.page.getByText('选择一项').waitFor({ state: 'hidden' });
  }

  /** Opens the dropdown of a cell; what it offers. */
  async choices(cell: string): Promise<string[]> {
    const { x, y, width, height } = await this.cellBox(cell);
    await this.page.mouse.click(x + width - 11, y + height / 2);
    const title = this.page.getByText('选择一项', { exact: true });
    await title.waitFor();
    return title.locator('xpath=following-sibling::*').allInnerTexts();
  }

  /** Pastes what is on the clipboard at a cell. */
  async paste(cell: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.press('Control+V');
  }

  /** Drags the small square at the corner of a cell down to another one. */
  async dragFill(from: string, to: string): Promise<void> {
    const end = await this.cellBox(to);
    const start = await this.cellBox(from);
    const corner = [start.x + start.width, start.y + start.height] as const;
    const { mouse } = this.page;
    // The handle is there once the pointer over it says so.
    await until(`the fill handle of ${from} is under the pointer`, async () => {
      await mouse.move(corner[0] - 12, corner[1] - 12);
      await mouse.move(...corner, { steps: 3 });
      return this.page.evaluate(() =>
        [...document.querySelectorAll('canvas')].some(({ style }) => style.cursor === 'crosshair'),
      );
    });
    await mouse.down();
    await mouse.move(end.x + end.width / 2, end.y + end.height / 2 - 4, { steps: 8 });
    await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
    await mouse.up();
    await until(`${from}:${to} is filled`, async () => (await this.selected()) === `${from}:${to}`);
  }

  /** Sorts by the column of a cell, by the toolbar. */
  async sort(cell: string, order: '升序' | '降序'): Promise<void> {
    await this.goTo(cell);
    await this.page.locator('[data-u-command="sheet.menu.sheets-sort"]:visible').first().click();
    await this.page.getByText(order, { exact: true }).click();
    await this.page.getByText(order, { exact: true }).waitFor({ state: 'hidden' });
  }

  /** Switches the filter arrows in the header on or off. */
  async toggleFilter(cell: string): Promise<void> {
    await this.goTo(cell);
    await this.page.locator('[data-u-command="sheet.command.smart-toggle-filter"]:visible').first().click();
  }

  /** Takes values out of view by the filter arrow of a header cell; `(空白)` stands for blanks. */
  async filterOut(header: string, values: string[]): Promise<void> {
    const { x, y, width, height } = await this.cellBox(header);
    await this.page.mouse.click(x + width - 10, y + height / 2);
    const panel = this.page.locator('[data-u-comp="sheets-filter-panel"]').first();
    for (const value of values) {
      const choice = panel.getByText(value, { exact: true });
      // The panel opens with a movement: to hover waits until it stands still.
      await choice.hover();
      const text = await choice.boundingBox();
      if (!text) throw new Error(`the filter does not offer ${value}`);
      await this.page.mouse.click(text.x - 20, text.y + text.height / 2);
    }
    await panel.getByText('确认', { exact: true }).click();
    await panel.waitFor({ state: 'hidden' });
  }

  async insertRowAbove(row: number): Promise<void> {
    const item = await this.#rowMenu(row, '在上方插入');
    // The item holds a number field: a click in its middle would go there.
    await item.locator('svg').first().click();
    await item.waitFor({ state: 'hidden' });
  }

  async deleteRow(row: number): Promise<void> {
    const item = await this.#rowMenu(row, '删除选中行');
    await item.click();
    await item.waitFor({ state: 'hidden' });
  }

  /** Copies a whole row over another one. */
  async copyRow(from: number, onto: number): Promise<void> {
    await this.#clickRow(from);
    await this.page.keyboard.press('Control+C');
    await this.#clickRow(onto);
    await this.page.keyboard.press('Control+V');
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+Z');
  }

  /** What a range shows, by copying it, as another program would get it. */
  async read(range: string): Promise<string[][]> {
    await this.goTo(range);
    const marker = 'nothing copied yet';
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), marker);
    await this.page.keyboard.press('Control+C');
    let text = marker;
    await until(`${range} is copied`, async () => {
      text = await this.page.evaluate(() => navigator.clipboard.readText());
      return text !== marker;
    });
    await this.page.keyboard.press('Escape');
    // The name box has scrolled to the end of the range.
    await this.goTo(range.split(':')[0] ?? range);
    return text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
  }

  async #clickRow(row: number): Promise<void> {
    const { y, height } = await this.cellBox(`A${row}`);
    await this.page.mouse.click(20, y + height / 2);
    await until(`row ${row} is selected`, async () => (await this.selected()) === `${row}:${row}`);
  }

  async #rowMenu(row: number, name: string): Promise<Locator> {
    await this.#clickRow(row);
    const { y, height } = await this.cellBox(`A${row}`);
    await this.page.mouse.click(20, y + height / 2, { button: 'right' });
    const item = this.page.getByRole('button', { name }).and(this.page.locator(':visible:enabled'));
    await item.waitFor();
    return item;
  }
}

/** Copies text, or a table as another program puts it on the clipboard, from a tab of its own. */
export async function copyElsewhere(
  page: Page,
  what: { text: string } | { table: string[][] },
): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(new URL('/blank.html', page.url()).href);
  if ('text' in what) {
    await other.setContent('<textarea></textarea>');
    await other.fill('textarea', what.text);
    await other.focus('textarea');
    await other.keyboard.press('Control+A');
  } else {
    const rows = what.table.map((line) => `<tr>${line.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    await other.setContent(`<table>${rows.join('')}</table>`);
    await other.evaluate(() => getSelection()?.selectAllChildren(document.body));
  }
  await other.keyboard.press('Control+C');
  await other.close();
  await page.bringToFront();
}

/** What is waited for comes; only a page that hangs takes so long. */
const longestWait = 30_000;

/** Asks again and again, with a pause that leaves the page its processor. */
async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + longestWait;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}
