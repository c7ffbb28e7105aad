import { rowFields, type RowValues } from '../../shared/row/row.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { lightsOn } from '../../shared/obligations/light.ts';
import { answeredRow } from '../../shared/sync/answerRow.ts';
import type { AnsweredOutcome, Outcome } from '../../shared/wire/parts/outcome.ts';
import type { PushAnswer } from '../../shared/wire/pushAnswer.ts';
import type { PushRow } from '../../shared/wire/push.ts';
import type { ColumnId, LedgerChange, ScannedRow } from '../workbook/port.ts';
import { fieldsOf, freshRow, shown, type Ledger, type RowState } from './ledger.ts';
import { settleShared } from './hers/settleShared.ts';
import { mergeRow } from './merge.ts';
import { planPull, retire } from './planPull.ts';
import { hiddenBase, restored } from './restore.ts';
import { indexRows, isOpen } from './rowIndex.ts';
import { rawOf, read } from './values.ts';

export interface AnswerPlan {
  change: LedgerChange;
  ledger: Ledger;
  counts: Partial<Record<Outcome['outcome'], number>>;
  added: string[];
  archived: string[];
  /** Rows that the bureau had returned or accepted, and has to review again. */
  again: number;
}

type Cells = Partial<Record<ColumnId, ScannedRow['cells'][ColumnId]>>;

/** Plans what the answer to a push does to the workbook. `scan` is newer than the push: what was typed meanwhile stays. */
export function planAnswer(
  ledger: Ledger,
  sent: PushRow[],
  answer: PushAnswer,
  scan: ScannedRow[],
): AnswerPlan {
  const settled = new Map(answer.outcomes.map((outcome) => [outcome.key, outcome]));
  const fresh = new Map(answer.changes.map((row) => [row.key, row]));
  // Rows of others, refused rows and retired ones arrive as with a pull.
  const others = answer.changes.filter((row) => {
    const outcome = settled.get(row.key);
    return !outcome || refusalOf(outcome) !== null || row.state === 'retired';
  });
  const pull = planPull(ledger, pullOf(ledger, answer, others), scan);
  const next: Ledger = { ...pull.ledger, pending: null };
  const cells = [...(pull.change.cells ?? [])];
  const archive = [...(pull.change.archive ?? [])];
  const atPositions = [...(pull.change.atPositions ?? [])];
  const index = indexRows(scan, ledger.rows);
  const counts: AnswerPlan['counts'] = {};
  let again = 0;

  for (const row of sent) {
    const outcome = settled.get(row.key);
    const state = ledger.rows.get(row.key);
    if (!outcome || !state) continue;
    counts[outcome.outcome] = (counts[outcome.outcome] ?? 0) + 1;
    if (fresh.get(row.key)?.state === 'retired') continue;
    const live = index.rows.get(row.key);
    if (outcome.outcome === 'retired') {
      next.rows.delete(row.key);
      retire(row.key, index, { archive, atPositions });
      continue;
    }
    const refusal = refusalOf(outcome);
    if (refusal) next.rows.set(row.key, { ...(next.rows.get(row.key) ?? state), refusal });
    else if (isOpen(index, row.key)) next.rows.set(row.key, { ...state, behind: true });
    else {
      const settledRow = settle(outcome, row, state, fresh.get(row.key), live, next);
      next.rows.set(row.key, settledRow.state);
      again += Number(isReviewedAgain(state.server, settledRow.state.server));
      if (Object.keys(settledRow.cells).length > 0) cells.push({ key: row.key, cells: settledRow.cells });
    }
  }
  settleShared(cells, next, index, ledger.rows);
  const change: LedgerChange = { ...pull.change, cells, atPositions, archive };
  return { change, ledger: next, counts, added: pull.added, archived: archive, again };
}

/** Whether a review that had ended in a return or an acceptance is open again. */
function isReviewedAgain(before: SheetRow, after: SheetRow): boolean {
  return before.review !== null && before.review.state !== 'toAccept' && after.review?.state === 'toAccept';
}

function pullOf(ledger: Ledger, answer: PushAnswer, rows: SheetRow[]): Sheet {
  const { list, unit, demo, columns, contact, blueDays } = ledger;
  const { today, rulesVersion, cursor } = answer;
  return { list, unit, demo, columns, contact, blueDays, today, rulesVersion, cursor, whole: false, rows };
}

/** One row's outcome (S3): the new base, and what becomes of its cells. */
function settle(
  outcome: AnsweredOutcome,
  pushed: PushRow,
  state: RowState,
  fresh: SheetRow | undefined,
  live: ScannedRow | undefined,
  ledger: Ledger,
): { state: RowState; cells: Cells } {
  const sent = read(pushed.values, state, ledger.today).values;
  const server =
    fresh ??
    (outcome.row
      ? answeredRow(state.server, pushed, outcome, outcome.row, lightsOn(ledger.today, ledger.blueDays))
      : standIn(outcome, state.server, sent));
  // The cursor passed it while its copies were open: until it comes itself, only a whole sheet tells what it is.
  const next = { ...freshRow(server), behind: state.behind && fresh === undefined, says: state.says };
  if (!live) return { state: next, cells: {} };
  const theirs = shown(server);
  const raw = rawOf(live, fieldsOf(ledger.columns));
  const mine = read(raw, next, ledger.today).values;
  const fought = outcome.outcome === 'conflict';
  const base = fought ? shown(state.server).values : sent;
  const merge = mergeRow({ base, raw, mine, theirs: theirs.values });
  // Halves that break a rule only together: fields that the server names though only one side changed them.
  const named = merge.kept.filter((field) => outcome.theirs?.fields.includes(field));
  const fields = rowFields.filter((field) => merge.conflicts.includes(field) || named.includes(field));
  if (fields.length > 0) next.conflict = { fields, base: outcome.theirs?.base ?? base };
  return {
    state: next,
    cells: { ...merge.cells, ...restored(server, live), ...hiddenBase(theirs.base, live) },
  };
}

function refusalOf(outcome: Outcome): RowState['refusal'] {
  if (outcome.outcome === 'unknown') return { reason: 'unknown' };
  if (outcome.outcome !== 'locked') return null;
  return { reason: 'locked', on: outcome.lock?.on ?? '', contact: outcome.lock?.contact ?? '' };
}

/** The row as the outcome alone tells it, where the answer says no more of it. */
function standIn(outcome: Outcome, server: SheetRow, sent: RowValues): SheetRow {
  const { theirs, version } = outcome;
  if (theirs) return { ...server, version: theirs.version, values: theirs.values, draft: null };
  if (version === undefined) return server;
  if (outcome.outcome === 'invalid')
    return { ...server, draft: { version, values: sent, findings: outcome.findings ?? [] } };
  return { ...server, version, values: sent, findings: outcome.findings ?? [], draft: null };
}
