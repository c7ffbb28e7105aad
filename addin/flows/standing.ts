import type { CellValue, RawValues, RowField, RowValues } from '../../shared/row/row.ts';
import { isBlankRow, longestCell, rowFields } from '../../shared/row/row.ts';
import { isLocked } from '../../shared/obligations/lock.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { isPrefilled, shown, type RowState } from './ledger.ts';
import { changes, read } from './values.ts';

/** How a row stands: what the result column says, and whether the next push takes it. */
export type StandingKind =
  /** Nothing filled in, nothing sent. */
  | 'empty'
  /** Shows what was filled in beforehand; not sent by itself. */
  | 'prefilled'
  | 'synced'
  /** As the server has it, and returned by the bureau. */
  | 'returned'
  /** Differs from the base and passes. */
  | 'changed'
  | 'error'
  /** Holds a warning without an explanation. */
  | 'warning'
  | 'conflict'
  /** Past its lock date, or refused as such. */
  | 'locked'
  | 'unknown'
  | 'waived';

export interface Standing {
  key: string;
  kind: StandingKind;
  /** Fields that differ from the base. */
  changed: RowField[];
  /** Findings that hold the row back: errors, and warnings without an explanation. */
  findings: Finding[];
  /** Warnings that the explanation covers. */
  explained: Finding[];
  /** What reading changed, to be shown (完成 → 已完成). */
  readAs: { field: RowField; from: string; to: string }[];
  /** The row as it stands in the cells: as typed, and as read. */
  raw: RawValues;
  values: RowValues;
  /** Whether the next push takes it: it differs from the base, or its prefilled values are confirmed. */
  pushable: boolean;
  /** Whether the row as it stands would be taken, be it sent or not. */
  passes: boolean;
  /** The field whose text is too long to be sent at all: it holds back its row (S11.1). */
  tooLong: RowField | null;
}

/** Judges one row as it stands in the sheet. Pure. */
export function standingOf(raw: RawValues, state: RowState, today: string): Standing {
  const { server, conflict, refusal } = state;
  const base = shown(server);
  const verdict = read(raw, state, today);
  const changed = changes(raw, verdict.values, base.values);
  const filled = base.base !== null || !isBlankRow(verdict.values);
  // A draft passes untouched once what the rules look at has changed around it.
  const mended =
    server.draft !== null && changed.length === 0 && verdict.passes && !isBlankRow(verdict.values);
  const confirmed = state.confirmed && isPrefilled(server);
  const pending = filled && (changed.length > 0 || confirmed || mended);
  // An untouched draft carries the server's own findings; an untouched submission has passed.
  const drafted = !pending && server.draft !== null;
  const all = pending ? verdict.findings : drafted ? server.draft!.findings : [];
  const covers = verdict.explainedRules;
  const [findings, explained] = parted(
    all,
    ({ severity, rule }) => severity === 'error' || !covers.includes(rule),
  );
  const tooLong = (pending && rowFields.find((field) => isTooLong(raw[field]))) || null;
  const locked = isLocked({ lockOn: server.lock, unlockedUntil: server.unlockedUntil }, today);

  const kind = ((): StandingKind => {
    if (conflict) return 'conflict';
    if (pending && (locked || refusal?.reason === 'locked')) return 'locked';
    if (pending && refusal?.reason === 'unknown') return 'unknown';
    if (tooLong || findings.some((finding) => finding.severity === 'error')) return 'error';
    if (findings.length > 0) return 'warning';
    if (pending) return 'changed';
    if (server.state === 'waived') return 'waived';
    if (base.base !== null) return server.review?.state === 'returned' ? 'returned' : 'synced';
    if (locked) return 'locked';
    return isPrefilled(server) && filled ? 'prefilled' : 'empty';
  })();

  return {
    key: server.key,
    kind,
    changed: pending ? changed : [],
    findings,
    explained,
    readAs: pending ? verdict.readAs : [],
    raw,
    values: verdict.values,
    pushable: pending && !conflict,
    passes: verdict.passes && tooLong === null,
    tooLong,
  };
}

function isTooLong(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' && cell.length > longestCell;
}

/** Those that `holds` is true of, and the others. */
function parted<T>(all: T[], holds: (one: T) => boolean): [T[], T[]] {
  if (all.length === 0) return [all, all];
  return [all.filter(holds), all.filter((one) => !holds(one))];
}
