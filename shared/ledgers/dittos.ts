import { withoutBlanks } from '../import/text/characters.ts';
import type { LedgerCell, LedgerSheet } from './ledgerFile.ts';

const ditto = /^(?:同上(?:行|栏|格)?|同前|〃|″|＂|"|”|[-—]*〃[-—]*)$/u;

/**
 * A sheet in which a cell that says 同上 or 〃 holds what stands above it, and is marked so. Above may be a ditto mark as well.
 */
export function withDittos(sheet: LedgerSheet): LedgerSheet {
  const above: (LedgerCell | null)[] = [];
  let isAny = false;
  const rows = sheet.rows.map((cells) =>
    cells.map((cell, column): LedgerCell | null => {
      if (cell === null) return cell;
      const isDitto = cell.text.length <= 6 && ditto.test(withoutBlanks(cell.text));
      if (!isDitto) {
        if (cell.text.trim() !== '') above[column] = cell;
        return cell;
      }
      const repeated = above[column] ?? null;
      if (repeated === null) return cell;
      isAny = true;
      return { ...repeated, isDitto: true };
    }),
  );
  return isAny ? { ...sheet, rows } : sheet;
}
