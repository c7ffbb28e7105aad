import { inertPlain } from '../../../../shared/tables/inert.ts';

/** What a control in a cell says: what is typed or chosen there. */
function fieldText(cell: Element): string | null {
  const field = cell.querySelector('input, select');
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent ?? '';
  return field instanceof HTMLInputElement && field.type !== 'checkbox' ? field.value : null;
}

/** What a cell says on one line: what it was given to say, or what stands in it. */
function cellText(cell: Element): string {
  const said = (cell as HTMLElement).dataset['text'] ?? fieldText(cell) ?? cell.textContent ?? '';
  return said.replaceAll(/\s+/gu, ' ').trim();
}

/** Acts on a row are no part of what it says. */
const isSaid = (cell: Element): boolean => !cell.classList.contains('no-print');

/** Rows as a rectangle of words: a cell over several rows says the same in each, one over several columns stands in the first. */
function gridOf(rows: readonly HTMLTableRowElement[]): string[][] {
  const below: { text: string; left: number }[] = [];
  return rows.map((row) => {
    const line: string[] = [];
    const fillIn = () => {
      for (let over = below[line.length]; over && over.left > 0; over = below[line.length]) {
        over.left -= 1;
        line.push(over.text);
      }
    };
    for (const cell of [...row.cells].filter(isSaid)) {
      fillIn();
      const text = cellText(cell);
      for (let across = 0; across < cell.colSpan; across += 1) {
        const words = across === 0 ? text : '';
        below[line.length] = { text: words, left: cell.rowSpan - 1 };
        line.push(words);
      }
    }
    fillIn();
    return line;
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Words in rows as a clipboard has them: a line for each, tabs between cells; and as a plain table for Word. */
function clipped(grid: readonly (readonly string[])[]): { text: string; html: string } {
  const cells = grid.map((row) => row.map(inertPlain));
  return {
    text: cells.map((row) => row.join('\t')).join('\r\n'),
    html: `<table>${cells
      .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
      .join('')}</table>`,
  };
}

/** Rows of a table as a clipboard has them. */
export const copied = (rows: readonly HTMLTableRowElement[]): { text: string; html: string } =>
  clipped(gridOf(rows));

/** The rows of a table that are copied: a line that only spans others says nothing in a spreadsheet. */
export const rowsOf = (table: HTMLTableElement): HTMLTableRowElement[] =>
  [...table.rows].filter((row) => !row.classList.contains('over'));

async function put({ text, html }: { text: string; html: string }): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}

/** Puts whole tables on the clipboard, one below the other; returns how many rows they have beneath their heads. */
export async function copyTables(tables: readonly HTMLTableElement[]): Promise<number> {
  await put(copied(tables.flatMap(rowsOf)));
  return tables.flatMap((table) => [...table.tBodies]).reduce((sum, body) => sum + body.rows.length, 0);
}

interface Lines {
  columns: readonly { name: string }[];
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>;
}

/** Puts a table on the clipboard that the page shows as a list. */
export async function copyRows({ columns, rows }: Lines): Promise<number> {
  const lines: string[][] = [];
  for await (const row of rows) lines.push(row.map((cell) => String(cell ?? '').replaceAll(/\s+/gu, ' ')));
  await put(clipped([columns.map(({ name }) => name), ...lines]));
  return lines.length;
}

/** What a person has marked is copied row by row, where it is more than a cell's own words. */
export function copySelected(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const cellOf = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest('td, th');
  const first = cellOf(selection.anchorNode);
  if (first && first === cellOf(selection.focusNode)) return;
  const tables = [...(event.currentTarget as HTMLElement).querySelectorAll('table')];
  const rows = tables.flatMap(rowsOf).filter((row) => selection.containsNode(row, true));
  if (rows.length === 0) return;
  const { text, html } = copied(rows);
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData('text/html', html);
  event.preventDefault();
}
