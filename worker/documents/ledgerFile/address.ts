import type { Merge } from '../../../shared/ledgers/ledgerFile.ts';

/** 0-based row and column of an address such as `C7`; `null` where it is none. */
export function parseAddress(address: string): { row: number; column: number } | null {
  let at = 0;
  let column = 0;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const row = Number(address.slice(at));
  if (at === 0 || at > 3 || !Number.isInteger(row) || row < 1) return null;
  return { row: row - 1, column: column - 1 };
}

/** An area such as `A1:B3`; a single cell is one too. */
export function parseArea(area: string): Merge | null {
  const [from = '', to = from] = area.replaceAll('$', '').split(':');
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (first === null || last === null) return null;
  const row = Math.min(first.row, last.row);
  const column = Math.min(first.column, last.column);
  return {
    ...{ row, column },
    rows: Math.abs(last.row - first.row) + 1,
    columns: Math.abs(last.column - first.column) + 1,
  };
}
