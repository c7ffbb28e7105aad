import { inertPlain } from '../../../../shared/tables/inert.ts';

/** What a cell says on one line: what it was given to say, or what stands in it. */
function cellText(cell: Element): string {
  const said = (cell as HTMLElement).dataset['text'] ?? cell.textContent ?? '';
  return said.replaceAll(/\s+/gu, ' ').trim();
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Rows of a table as a clipboard has them: a line for each, tabs between cells; and as a plain table for Word. */
export function copied(rows: readonly HTMLTableRowElement[]): { text: string; html: string } {
  const cells = rows.map((row) => [...row.cells].map((cell) => inertPlain(cellText(cell))));
  return {
    text: cells.map((row) => row.join('\t')).join('\r\n'),
    html: `<table>${cells
      .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
      .join('')}</table>`,
  };
}

/** The rows of a table that are copied: a line that only spans others says nothing in a spreadsheet. */
export const rowsOf = (table: HTMLTableElement): HTMLTableRowElement[] =>
  [...table.rows].filter((row) => !row.classList.contains('over'));

/** Puts a whole table on the clipboard. */
export async function copyTable(table: HTMLTableElement): Promise<void> {
  const { text, html } = copied(rowsOf(table));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}

/** What a person has marked is copied row by row, where it is more than a cell's own words. */
export function copySelected(event: ClipboardEvent): void {
  const table = (event.currentTarget as HTMLElement).querySelector('table');
  const selection = getSelection();
  if (!table || !selection || selection.isCollapsed || !event.clipboardData) return;
  const cellOf = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest('td, th');
  const first = cellOf(selection.anchorNode);
  if (first && first === cellOf(selection.focusNode)) return;
  const rows = rowsOf(table).filter((row) => selection.containsNode(row, true));
  if (rows.length === 0) return;
  const { text, html } = copied(rows);
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData('text/html', html);
  event.preventDefault();
}
