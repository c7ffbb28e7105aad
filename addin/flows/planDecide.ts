import type { CellValue, RowField } from '../../shared/row/row.ts';
import type { LedgerChange, ScannedRow } from '../workbook/port.ts';
import { ledgerRow } from './columns.ts';
import { fieldsOf, shown, type Ledger, type RowState } from './ledger.ts';
import { spareCopyText } from './ledgerText.ts';
import { findLost, putBack } from './mend.ts';
import { hiddenBase, restored } from './restore.ts';
import type { RowIndex } from './rowIndex.ts';
import { saysOf } from './says.ts';

/** What a decision of the clerk does; `null` where the sheet has moved on and the question must be put again. */
export interface Decision {
  change: LedgerChange;
  ledger: Ledger;
}

/** How one field of a conflict is decided: by what stands in the sheet, by the server's value, or by another one. */
export type Choice = { take: 'mine' } | { take: 'theirs' } | { take: 'typed'; value: CellValue };

/** Decides one field of a conflict. With the last one decided the row goes with the next push, against theirs (S4). */
export function decideField(ledger: Ledger, key: string, field: RowField, choice: Choice): Decision | null {
  const state = ledger.rows.get(key);
  if (!state?.conflict?.fields.includes(field)) return null;
  const fields = state.conflict.fields.filter((name) => name !== field);
  const value = choice.take === 'typed' ? choice.value : shown(state.server).values[field];
  return {
    change: choice.take === 'mine' ? {} : { cells: [{ key, cells: { [field]: value } }] },
    ledger: withRow(ledger, key, {
      ...state,
      conflict: fields.length > 0 ? { ...state.conflict, fields } : null,
    }),
  };
}

/** Says which copy of a row counts; the others lose their key, keep their values, and are never reported. */
export function chooseCopy(
  ledger: Ledger,
  index: RowIndex,
  key: string,
  chosen: ScannedRow,
): Decision | null {
  const copies = index.duplicates.get(key);
  const kept = copies?.find(({ position }) => position === chosen.position);
  // The question was put on an earlier scan: rows may have moved since.
  if (!copies || !kept || standsIn(kept) !== standsIn(chosen)) return null;
  const atPositions = copies
    .filter((copy) => copy !== kept)
    .map(({ position }) => ({ position, cells: { key: null, base: null, result: spareCopyText } }));
  return { change: { atPositions }, ledger };
}

/** All that stands in a row but the add-in's own verdict on it. */
function standsIn({ cells }: ScannedRow): string {
  return JSON.stringify({ ...cells, result: null });
}

/** Says that what stands in a misplaced row is its own: only its identity cells and the hidden version are put back. */
export function keepContent(ledger: Ledger, index: RowIndex, keys: readonly string[]): Decision | null {
  const rows = new Map(ledger.rows);
  const cells = keys.flatMap((key) => {
    const row = index.misplaced.get(key)?.row;
    const state = ledger.rows.get(key)!;
    const { server } = state;
    if (row?.isHers) rows.set(key, { ...state, says: saysOf(row) });
    return row ? [{ key, cells: { ...restored(server, row), ...hiddenBase(shown(server).base, row) } }] : [];
  });
  return cells.length < keys.length
    ? null
    : { change: { cells }, ledger: ledger.hers ? { ...ledger, rows } : ledger };
}

/**
 * Says that what stands in misplaced rows belongs to the rows that they show. It goes there, where those have lost their
 * own; a row whose content is nowhere to be seen gets what the workbook last saw of it.
 */
export function moveContent(ledger: Ledger, index: RowIndex): Decision {
  if (ledger.hers) return moveKeys(ledger, index);
  const contentOf = new Map<string, ScannedRow>();
  for (const { row, shows } of index.misplaced.values()) {
    if (shows !== null && !contentOf.has(shows)) contentOf.set(shows, row);
  }
  const fields = fieldsOf(ledger.columns);
  const cells = [...index.misplaced.keys()].map((key) => {
    const { server } = ledger.rows.get(key)!;
    const { result: _, ...asSeen } = ledgerRow(server, ledger.columns).cells;
    const content = contentOf.get(key);
    const own = content && Object.fromEntries(fields.map((field) => [field, content.cells[field] ?? null]));
    return { key, cells: { ...asSeen, ...own } };
  });
  return { change: { cells }, ledger };
}

/** In a sheet of the clerk's own her words stand, and keys with their bases go to the rows that show what they are of. */
function moveKeys(ledger: Ledger, index: RowIndex): Decision {
  const baseOf = (key: string): CellValue =>
    (index.misplaced.get(key)?.row ?? index.rows.get(key))?.cells.base ?? null;
  const older = [...index.misplaced].filter(([, { isOlder }]) => isOlder);
  const cells = older.map(([key]) => {
    const { base, values } = shown(ledger.rows.get(key)!.server);
    return { key, cells: { ...values, base } };
  });
  const atPositions = [...index.misplaced.values()].flatMap(({ row, shows }) =>
    shows === null ? [] : [{ position: row.position, cells: { key: shows, base: baseOf(shows) } }],
  );
  return { change: { atPositions, cells }, ledger };
}

/** Gives rows that have lost their key the one of the row that they show. */
export function reconnect(ledger: Ledger, index: RowIndex): Decision {
  return { change: { atPositions: putBack(findLost(index, ledger.rows), ledger.rows) }, ledger };
}

/** Lays out again the rows that have gone from the sheet: deleting a row withdraws nothing. */
export function bringBack(ledger: Ledger, index: RowIndex): Decision {
  // What was typed into a row that lost its key is not left behind beneath a second copy.
  const lost = findLost(index, ledger.rows);
  const there = new Set(lost.map(({ key }) => key));
  const gone = index.missing.filter((key) => !there.has(key));
  // A sheet of the clerk's own gets no rows.
  const append = (ledger.hers ? [] : gone).map((key) =>
    ledgerRow(ledger.rows.get(key)!.server, ledger.columns),
  );
  return { change: { append, atPositions: putBack(lost, ledger.rows) }, ledger };
}

/** Lets a row go with its prefilled values as they are. */
export function confirmPrefilled(ledger: Ledger, key: string): Decision | null {
  const state = ledger.rows.get(key);
  return state ? { change: {}, ledger: withRow(ledger, key, { ...state, confirmed: true }) } : null;
}

/** Writes the explanation (核实说明) that lets a row's warnings pass. */
export function explain(ledger: Ledger, key: string, text: string): Decision {
  return {
    change: { cells: [{ key, cells: { explanation: text.trim() === '' ? null : text.trim() } }] },
    ledger,
  };
}

function withRow(ledger: Ledger, key: string, state: RowState): Ledger {
  return { ...ledger, rows: new Map(ledger.rows).set(key, state) };
}
