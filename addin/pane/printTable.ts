import type { Table } from '../flows/tables.ts';
import './printTable.css';

const day = /^\d{4}-\d{2}-\d{2}$/u;

/** Prints a table in place of the page: the sheet itself is a picture of what is in view. */
export function printTable(title: string, subtitle: string, { headers, rows }: Table): void {
  document.getElementById('tz-print')?.remove();
  const place = document.createElement('section');
  place.id = 'tz-print';
  const heading = document.createElement('h1');
  heading.textContent = title;
  const below = document.createElement('p');
  below.textContent = subtitle;
  const table = document.createElement('table');
  table.append(line('th', headers, document.createElement('thead')));
  const body = document.createElement('tbody');
  for (const row of rows)
    line(
      'td',
      row.map((cell) => (cell === null ? '' : String(cell))),
      body,
    );
  table.append(body);
  place.append(heading, below, table);
  document.body.append(place);
  addEventListener('afterprint', () => place.remove(), { once: true });
  print();
}

function line(tag: 'th' | 'td', cells: string[], into: HTMLElement): HTMLElement {
  const row = document.createElement('tr');
  for (const cell of cells) {
    const element = document.createElement(tag);
    element.textContent = cell;
    if (day.test(cell)) element.className = 'tz-print-day';
    row.append(element);
  }
  into.append(row);
  return into;
}
