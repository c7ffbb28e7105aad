import { blankRow, changedFields, rowFields, type RowField, type RowValues } from '../../shared/row/row.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { ColumnId, LedgerChange, LedgerLayout, ScannedRow } from '../workbook/port.ts';
import { columnsOf, ledgerRow } from './columns.ts';
import {
  fieldsOf,
  freshRow,
  isPrefilled,
  shown,
  type Conflict,
  type Ledger,
  type RowState,
} from './ledger.ts';
import { retiredText, saysConflict } from './ledgerText.ts';
import { settleShared } from './hers/settleShared.ts';
import { mergeRow } from './merge.ts';
import { hiddenBase, restored } from './restore.ts';
import { indexRows, isOpen, type RowIndex } from './rowIndex.ts';
import { isHers, saysOf } from './says.ts';
import { rawOf, read } from './values.ts';

/** What a pull does to the workbook, and what it leaves there. */
export interface PullPlan {
  /** The whole sheet, where the workbook has none. */
  layout: LedgerLayout | null;
  change: LedgerChange;
  ledger: Ledger;
  received: number;
  added: string[];
  archived: string[];
}

/** Plans a pull (S6): theirs into untouched cells, conflicts noted, new rows below, retired ones to the archive. */
export function planPull(prior: Ledger | null, sheet: Sheet, scan: ScannedRow[] | null): PullPlan {
  const ledger: Ledger = {
    list: sheet.list,
    unit: sheet.unit,
    today: sheet.today,
    demo: sheet.demo,
    rulesVersion: sheet.rulesVersion,
    contact: sheet.contact,
    blueDays: sheet.blueDays,
    cursor: sheet.cursor,
    columns: sheet.columns.length > 0 ? sheet.columns : (prior?.columns ?? []),
    rows: new Map(prior && scan ? prior.rows : []),
    pending: prior?.pending ?? null,
    lastSync: prior?.lastSync ?? null,
    earlier: prior?.earlier ?? [],
    shown: scan ? (prior?.shown ?? 'all') : 'all',
    hers: scan && isHers(scan, prior?.rows ?? new Map()) ? (prior?.hers ?? { overwritten: {} }) : null,
  };
  return scan ? bring(ledger, sheet, scan) : layOut(ledger, sheet);
}

function layOut(ledger: Ledger, sheet: Sheet): PullPlan {
  const rows = sheet.rows.filter((row) => row.state !== 'retired');
  for (const row of rows) ledger.rows.set(row.key, freshRow(row));
  return {
    layout: { columns: columnsOf(ledger.columns), rows: rows.map((row) => ledgerRow(row, ledger.columns)) },
    change: {},
    ledger,
    received: rows.length,
    added: rows.map((row) => row.key),
    archived: [],
  };
}

function bring(ledger: Ledger, sheet: Sheet, scan: ScannedRow[]): PullPlan {
  const arrived = new Set(sheet.rows.map((row) => row.key));
  const before = new Map(ledger.rows);
  const known = new Set(before.keys());
  // Rows of a sheet whose state was lost are found again by their keys.
  const index = indexRows(scan, ledger.rows, arrived);
  const change: Required<Pick<LedgerChange, 'cells' | 'atPositions' | 'append' | 'archive'>> = {
    cells: [],
    atPositions: [],
    append: [],
    archive: [],
  };
  const added: string[] = [];

  for (const server of sheet.rows) {
    const { key } = server;
    const live = index.rows.get(key);
    const state = ledger.rows.get(key);
    if (server.state === 'retired') {
      ledger.rows.delete(key);
      retire(key, index, change);
    } else if (live) {
      const arrival = receive(server, state ?? null, live, ledger);
      ledger.rows.set(key, arrival.state);
      if (Object.keys(arrival.cells).length > 0) change.cells.push({ key, cells: arrival.cells });
    } else if (isOpen(index, key)) {
      // Which cells are the row's is open: its base stays what they were made from.
      ledger.rows.set(
        key,
        state ? { ...state, server: withBase(server, state.server), behind: true } : freshRow(server),
      );
    } else {
      ledger.rows.set(key, { ...freshRow(server), says: state?.says ?? null });
      if (!ledger.hers && (!known.has(key) || sheet.whole)) {
        change.append.push(ledgerRow(server, ledger.columns));
        added.push(key);
      }
    }
  }
  if (sheet.whole)
    for (const key of known)
      if (!arrived.has(key)) {
        ledger.rows.delete(key);
        retire(key, index, change);
      }
  settleShared(change.cells, ledger, index, before);
  return { layout: null, change, ledger, received: sheet.rows.length, added, archived: change.archive };
}

/**
 * Moves a row, and every copy of it, to the archive sheet, where it says what has become of it. In a sheet of the clerk's own it
 * stays, and is hers alone.
 */
export function retire(
  key: string,
  index: RowIndex,
  change: Required<Pick<LedgerChange, 'atPositions' | 'archive'>>,
): void {
  const live = index.rows.get(key) ?? index.misplaced.get(key)?.row;
  const there = live ? [live] : (index.duplicates.get(key) ?? []);
  if (there.length === 0) return;
  if (there[0]!.isHers) {
    for (const { position } of there)
      change.atPositions.push({ position, cells: { key: null, base: null, result: retiredText } });
    return;
  }
  change.archive.push(key);
  for (const { position } of there) change.atPositions.push({ position, cells: { result: retiredText } });
}

/** A server row meets its row in the sheet. */
export function receive(
  server: SheetRow,
  prior: RowState | null,
  live: ScannedRow,
  ledger: Pick<Ledger, 'today' | 'columns'>,
): { state: RowState; cells: Partial<Record<ColumnId, ScannedRow['cells'][ColumnId]>> } {
  const theirs = shown(server);
  const raw = rawOf(live, fieldsOf(ledger.columns));
  const mine = read(raw, freshRow(server), ledger.today).values;
  const base = prior ? ownBase(prior, mine) : assumedBase(theirs, live, mine);
  const said = prior && isPrefilled(prior.server) && theirs.base !== null ? blankRow : base;
  const merge = mergeRow({ base, said, raw, mine, theirs: theirs.values });
  // What is offered beforehand is nobody's word: the clerk's own goes before it.
  const fought = theirs.base === null ? [] : merge.conflicts;
  const still = (prior?.conflict?.fields ?? []).filter((field) => merge.kept.includes(field));
  const fields = fieldsOf(ledger.columns).filter((field) => fought.includes(field) || still.includes(field));
  const state: RowState = {
    server,
    conflict:
      fields.length > 0 ? { fields, base: prior ? commonBase(base, prior.conflict, still) : null } : null,
    refusal: null,
    says: prior?.says ?? (live.isHers ? saysOf(live) : null),
    confirmed: theirs.base === null && ((prior?.confirmed ?? false) || saidBefore(base, mine, theirs.values)),
    behind: false,
  };
  return { state, cells: { ...merge.cells, ...restored(server, live), ...hiddenBase(theirs.base, live) } };
}

/** What the clerk's own words are told from: values filled in beforehand and confirmed are the clerk's too, where they still stand. */
function ownBase({ server, confirmed }: RowState, mine: RowValues): RowValues {
  const { values } = shown(server);
  if (!confirmed || !isPrefilled(server)) return values;
  const kept = changedFields(values, mine);
  return { ...blankRow, ...Object.fromEntries(kept.map((field) => [field, values[field]])) };
}

/** Whether the clerk had typed what is now offered beforehand: then it is the clerk's word, and goes with the next push. */
const saidBefore = (base: RowValues, mine: RowValues, offered: RowValues): boolean =>
  rowFields.some(
    (field) => mine[field] !== base[field] && mine[field] !== null && mine[field] === offered[field],
  );

/**
 * The base of a sheet whose state was lost. Where the hidden version is the server's, all that differs is the clerk's
 * own. Otherwise blank cells are taken as untouched and the rest is a conflict; so it is in a row that says itself
 * that it is in conflict.
 */
function assumedBase(
  theirs: { base: number | null; values: RowValues },
  live: ScannedRow,
  mine: RowValues,
): RowValues {
  if ((live.cells.base ?? null) === theirs.base && !saysConflict(live.cells.result)) return theirs.values;
  return Object.fromEntries(
    Object.entries(mine).map(([field, value]) => [field, value === null ? null : '\u0000']),
  ) as RowValues;
}

/** Fields already in conflict keep the base that they had then. */
function commonBase(base: RowValues, earlier: Conflict | null, still: RowField[]): RowValues {
  const common = { ...base };
  for (const field of still) common[field] = earlier?.base?.[field] ?? null;
  return common;
}

function withBase(server: SheetRow, base: SheetRow): SheetRow {
  return { ...server, version: base.version, values: base.values, draft: base.draft, prefill: base.prefill };
}
