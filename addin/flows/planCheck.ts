import type { RowField } from '../../shared/row/row.ts';
import { sentenceFor } from '../../shared/rules/sentences.ts';
import { bureauResult, isBureauResult } from '../../shared/sheet/bureauResult.ts';
import type { ColumnId, LedgerChange, ScannedRow } from '../workbook/port.ts';
import { bureauColumns, bureauMarks, type Marks } from './bureauMarks.ts';
import { headerOf } from './columns.ts';
import { fieldsOf, shown, type Ledger, type RowState } from './ledger.ts';
import {
  draftText,
  duplicateText,
  foreignText,
  lockedEdit,
  markText,
  mayBeMarked,
  misplacedText,
  olderText,
  overdueText,
  resultText,
  spareCopyText,
  strayText,
} from './ledgerText.ts';
import { findLost, putBack } from './mend.ts';
import { sortedAside } from './sortedAside.ts';
import { mayBeMisplaced } from './misplaced.ts';
import { hiddenBase, restored } from './restore.ts';
import { indexRows, keyOf, type RowIndex } from './rowIndex.ts';
import { standingOf, type Standing } from './standing.ts';
import { rawOf } from './values.ts';

/** What a scan found, and what it writes into the sheet. */
export interface CheckPlan {
  change: LedgerChange;
  standings: Map<string, Standing>;
  index: RowIndex;
  /** Rows whose identity cells had been touched and are put back. */
  restored: string[];
  /** Rows whose lost key is put back: they are judged by the next scan. */
  mended: string[];
  /** All that is to be written had been written before, and is gone again: undone by the clerk. */
  isUndone: boolean;
  /** For the next scan: only rows that differ from it are judged and written again. */
  memory: CheckMemory;
}

/** The last scan, row by row: what stood in the cells, what it was judged with, what it wrote. */
export type CheckMemory = Map<
  string,
  {
    cells: ScannedRow['cells'];
    /** What was written over them. */
    wrote: Partial<ScannedRow['cells']>;
    state: RowState;
    today: string;
    standing: Standing;
    marks: Marks;
  }
>;

/** Judges every row that changed since `memory` and plans results, marks and restorations. A second scan of the same sheet plans nothing. */
export function planCheck(ledger: Ledger, scan: ScannedRow[], memory: CheckMemory): CheckPlan {
  const index = indexRows(scan, ledger.rows);
  const plan: CheckPlan = {
    change: {},
    standings: new Map(),
    index,
    restored: [],
    mended: [],
    isUndone: false,
    memory: new Map(),
  };
  judgeRows(ledger, index.rows, memory, plan);
  const lost = findLost(index, ledger.rows).filter(({ isCertain }) => isCertain);
  const sorted = sortedAside(ledger, index);
  plan.mended = [...lost.map(({ key }) => key), ...sorted.map(({ cells }) => String(cells.key))];
  const put = [...putBack(lost, ledger.rows), ...sorted];
  const positions = new Set(put.map(({ position }) => position));
  const told = asides(index, ledger).filter(({ position }) => !positions.has(position));
  const atPositions = [...told, ...put];
  if (atPositions.length > 0) {
    plan.change.atPositions = atPositions;
    plan.isUndone = false;
  }
  return plan;
}

/**
 * The same after only some rows were written to, in work that does not grow with the sheet: `last` is brought up to
 * date and returned. `null` where more may have changed than these rows: then the whole sheet is to be checked.
 * `asked`: how many rows were asked for; a blank one is not among `rows`.
 */
export function planEdit(
  ledger: Ledger,
  rows: ScannedRow[],
  asked: number,
  last: CheckPlan,
): CheckPlan | null {
  const edited = new Map(rows.map((row) => [keyOf(row), row]));
  if (edited.size !== asked) return null;
  for (const [key, row] of edited) {
    if (last.index.rows.get(key)?.position !== row.position) return null;
    if (mayBeMisplaced(key, row, ledger.rows)) return null;
  }
  for (const [key, row] of edited) last.index.rows.set(key, row);
  const plan = { ...last, change: {}, restored: [], mended: [] };
  judgeRows(ledger, edited, last.memory, plan);
  return plan;
}

/** Judges rows and adds to the plan what they need; those that `memory` knows as they are need nothing. */
function judgeRows(
  ledger: Ledger,
  rows: ReadonlyMap<string, ScannedRow>,
  memory: CheckMemory,
  plan: CheckPlan,
): void {
  const cells: NonNullable<LedgerChange['cells']> = [];
  const marks: NonNullable<LedgerChange['marks']> = [];
  const fields = fieldsOf(ledger.columns);
  let judged = 0;
  let undone = 0;
  for (const [key, live] of rows) {
    const state = ledger.rows.get(key)!;
    const last = memory.get(key);
    if (last && last.state === state && last.today === ledger.today) {
      if (standAs(last, live.cells)) {
        plan.memory.set(key, last);
        plan.standings.set(key, last.standing);
        continue;
      }
      if (sayTheSame(last.cells, live.cells)) undone += 1;
    }
    judged += 1;
    const standing = standingOf(rawOf(live, fields), state, ledger.today);
    const identity = restored(state.server, live);
    if (identity) plan.restored.push(key);
    const wrote: Partial<ScannedRow['cells']> = identity ?? {};
    const version = shown(state.server).base;
    // Another pane over the same workbook has seen a newer version: the row is judged there.
    const isAhead = typeof live.cells.base === 'number' && version !== null && live.cells.base > version;
    const [says, result] = [live.cells.result ?? null, resultOf(standing, state, ledger)];
    if (!isAhead) {
      Object.assign(wrote, hiddenBase(version, live));
      if (says !== result) wrote.result = result;
    }
    if (!isEmpty(wrote)) cells.push({ key, cells: wrote });
    const isHers = live.isHers === true;
    const wanted = isAhead
      ? (last?.marks ?? {})
      : { ...marksOf(standing, state, fields), ...bureauMarks(state.server, ledger, isHers) };
    // After a reload nobody knows what is marked; the result that still stands in the row tells whether anything may be.
    const isUnknown = !last && !isAhead && mayBeMarked(String(live.cells.result ?? ''));
    for (const column of fields) {
      const { mark, message } = wanted[column] ?? unmarked;
      if (isUnknown || !same(last?.marks[column], wanted[column])) marks.push({ key, column, mark, message });
    }
    // These stand as the workbook's state has them, unless the result says that they are of before it.
    const isFormer = !last && !isAhead && says !== result && isBureauResult(String(says ?? ''));
    for (const column of bureauColumns(isHers)) {
      const { mark, message } = wanted[column] ?? unmarked;
      if (!isFormer && same(last?.marks[column], wanted[column])) continue;
      const isSaid = isFormer || message !== null || (last?.marks[column]?.message ?? null) !== null;
      marks.push({ key, column, mark, ...(isSaid && { message }) });
    }
    plan.standings.set(key, standing);
    plan.memory.set(key, { cells: live.cells, wrote, state, today: ledger.today, standing, marks: wanted });
  }
  plan.isUndone = judged > 0 && undone === judged;
  if (cells.length > 0) plan.change.cells = cells;
  if (marks.length > 0) plan.change.marks = marks;
}

/** Result texts of rows that no key can address. */
function asides(index: RowIndex, ledger: Ledger): NonNullable<LedgerChange['atPositions']> {
  const said = (rows: Iterable<ScannedRow>, text: string) =>
    [...rows]
      .filter((row) => (row.cells.result ?? null) !== text)
      .map(({ position }) => ({ position, cells: { result: text } }));
  return [
    ...said([...index.duplicates.values()].flat(), duplicateText),
    ...[...index.misplaced.values()].flatMap(({ row, shows, isOlder }) =>
      said(
        [row],
        isOlder ? olderText : misplacedText(shows === null ? '' : ledger.rows.get(shows)!.server.arrangement),
      ),
    ),
    ...said(
      index.foreign.map(({ row }) => row),
      foreignText,
    ),
    ...said(
      // Titles, sums and notes of the clerk's own sheet are nobody's business.
      index.strays.filter((row) => !row.isHers && row.cells.result !== spareCopyText),
      strayText,
    ),
    ...index.emptied.map(({ position }) => ({ position, cells: { result: null } })),
  ];
}

function resultOf(standing: Standing, state: RowState, ledger: Ledger): string | null {
  if (['synced', 'returned', 'waived'].includes(standing.kind)) {
    const said = bureauResult(state.server);
    if (said !== null) return said;
  }
  if (standing.kind === 'locked' && standing.pushable) return lockedEdit;
  if (standing.kind === 'empty' && state.server.state === 'overdue') return overdueText;
  const names = (fields: Iterable<RowField | 'key'>) =>
    [...new Set(fields)].map((field) => headerOf(field, ledger.columns)).join('、');
  const { kind, findings } = standing;
  const worst = findings.filter((finding) => finding.severity === (kind === 'warning' ? 'warning' : 'error'));
  const tooLong = standing.tooLong && kind === 'error' ? [standing.tooLong] : [];
  const fields =
    kind === 'conflict' ? state.conflict!.fields : [...worst.map(({ field }) => field), ...tooLong];
  const drafted = state.server.draft !== null && !standing.pushable && tooLong.length === 0;
  const say = drafted && (kind === 'error' || kind === 'warning') ? draftText[kind] : resultText[kind];
  return say(names(fields), worst.length + tooLong.length) || null;
}

function marksOf(standing: Standing, state: RowState, fields: RowField[]): Marks {
  const marks: Marks = {};
  if (standing.pushable)
    for (const field of standing.changed) marks[field] = { mark: 'changed', message: null };
  for (const severity of ['warning', 'error'] as const)
    for (const finding of standing.findings)
      if (finding.severity === severity && finding.field !== 'key') {
        const earlier = marks[finding.field];
        const sentence = sentenceFor(finding, 'zh');
        const message = earlier?.mark === severity ? `${earlier.message}\n${sentence}` : sentence;
        marks[finding.field] = { mark: severity, message };
      }
  for (const field of state.conflict?.fields ?? []) {
    const theirs = shown(state.server).values[field];
    marks[field] = {
      mark: 'conflict',
      message: markText.conflict(theirs === null ? '（空）' : String(theirs)),
    };
  }
  // What has no column cannot be marked.
  for (const field in marks) if (!fields.includes(field as RowField)) delete marks[field as RowField];
  return marks;
}

function isEmpty(cells: object): boolean {
  for (const _ in cells) return false;
  return true;
}

/** Whether a row stands as the last check left it. */
function standAs(
  { cells, wrote }: { cells: ScannedRow['cells']; wrote: Partial<ScannedRow['cells']> },
  live: ScannedRow['cells'],
): boolean {
  for (const column in cells) {
    const id = column as ColumnId;
    if ((id in wrote ? wrote[id] : cells[id]) !== live[id]) return false;
  }
  return true;
}

/** Whether all but the add-in's own columns is as it was. */
function sayTheSame(cells: ScannedRow['cells'], live: ScannedRow['cells']): boolean {
  for (const column in cells) {
    const id = column as ColumnId;
    if (id !== 'result' && id !== 'base' && cells[id] !== live[id]) return false;
  }
  return true;
}

const unmarked = { mark: 'none', message: null } as const;

function same(a: Marks[ColumnId], b: Marks[ColumnId]): boolean {
  return (a?.mark ?? 'none') === (b?.mark ?? 'none') && (a?.message ?? null) === (b?.message ?? null);
}
