import {
  blankRow,
  changedFields,
  isBlankRow,
  rowFields,
  type RawValues,
  type RowField,
  type RowValues,
} from '../row/row.ts';
import { checkRow, type Verdict } from '../rules/checkRow.ts';
import type { RowContext } from '../rules/context.ts';
import type { Outcome } from '../wire/parts/outcome.ts';
import { headOf, type RowVersion, type SeriesRow } from './series.ts';

/** What is to be written for one pushed row. */
export interface RowWrite {
  /** `discard`: a draft emptied by its writer, where nothing was ever submitted. */
  kind: 'submission' | 'draft' | 'discard';
  version: RowVersion;
  /** Whether the values are those that were pushed, letter by letter. */
  asSent: boolean;
}

export interface Judgement {
  outcome: Outcome;
  write: RowWrite | null;
}

export interface PushedRow {
  key: string;
  base: number | null;
  values: RawValues;
}

const notWritten = (outcome: Outcome): Judgement => ({ outcome, write: null });

/** The head that a push is compared with; a discarded draft leaves a blank one. */
function comparedHead(row: SeriesRow): RowVersion | null {
  const head = headOf(row);
  if (head) return head;
  return row.lastVersion === 0
    ? null
    : { version: row.lastVersion, values: blankRow, findings: [], explainedRules: [] };
}

/** The pushed row in full: what was left out is as it was at the base. */
function complete(values: RawValues, base: RowValues): RawValues {
  const whole: RawValues = { ...base };
  for (const field of rowFields) {
    const given = values[field];
    if (given !== undefined) whole[field] = given;
  }
  return whole;
}

/**
 * Judges one pushed row against what is stored (S3, S4, S10): nothing new, merge, conflict, lock,
 * then the rules. `baseValues` are the values at `pushed.base`; `null` where that base never existed.
 */
export function judgeRow(
  pushed: PushedRow,
  row: SeriesRow,
  baseValues: RowValues | null,
  context: RowContext,
  lock: { on: string; contact: string } | null,
): Judgement {
  const { key } = pushed;
  const head = comparedHead(row);
  const common = pushed.base === null ? blankRow : (baseValues ?? blankRow);
  const sent = complete(pushed.values, common);
  const mineVerdict = checkRow(sent, context);
  const mine = mineVerdict.values;
  const conflict = (theirs: RowVersion, fields: readonly RowField[]): Judgement =>
    notWritten({
      key,
      outcome: 'conflict',
      version: theirs.version,
      theirs: {
        version: theirs.version,
        values: theirs.values,
        base: pushed.base === null ? null : baseValues,
        fields: [...fields],
      },
    });
  const unchanged = (): Judgement =>
    notWritten({
      key,
      outcome: 'unchanged',
      ...(head ? { version: head.version, findings: head.findings } : {}),
    });

  if (head === null && isBlankRow(mine)) return unchanged();
  const sameAsHead = head !== null && changedFields(head.values, mine).length === 0;
  // A draft pushed again as it is passes once what the rules look at has changed around it.
  const mended = sameAsHead && head === row.draft && mineVerdict.passes;
  if (sameAsHead && !mended) return unchanged();

  let candidate: Verdict = mineVerdict;
  const blankHead = head !== null && isBlankRow(head.values);
  const isMerge =
    head !== null && head.version !== pushed.base && !mended && !(blankHead && pushed.base === null);
  if (isMerge) {
    if (pushed.base === null || baseValues === null) return conflict(head, changedFields(head.values, mine));
    const changedHere = changedFields(baseValues, mine);
    const clashing = changedHere.filter(
      (field) => head.values[field] !== baseValues[field] && head.values[field] !== mine[field],
    );
    if (clashing.length > 0) return conflict(head, clashing);
    const merged: RawValues = { ...head.values };
    for (const field of changedHere) merged[field] = mine[field];
    candidate = checkRow(merged, context);
    if (changedFields(head.values, candidate.values).length === 0) return unchanged();
    const eachAlone = mineVerdict.passes && head === row.submission;
    if (!candidate.passes && eachAlone && lock === null) return conflict(head, changedHere);
  }

  if (lock !== null)
    return notWritten({ key, outcome: 'locked', ...(head ? { version: head.version } : {}), lock });
  const asSent = !isMerge && rowFields.every((field) => sent[field] === mine[field]);
  return write(key, row, candidate, isMerge ? 'merged' : 'applied', asSent);
}

function write(
  key: string,
  row: SeriesRow,
  verdict: Verdict,
  how: 'applied' | 'merged',
  asSent: boolean,
): Judgement {
  const version: RowVersion = {
    version: row.lastVersion + 1,
    values: verdict.values,
    findings: verdict.findings,
    explainedRules: verdict.explainedRules,
  };
  if (isBlankRow(verdict.values) && row.submission === null) {
    return {
      outcome: { key, outcome: how, version: version.version },
      write: { kind: 'discard', version: { ...version, findings: [] }, asSent },
    };
  }
  const kind = verdict.passes ? 'submission' : 'draft';
  const outcome: Outcome = {
    key,
    outcome: verdict.passes ? how : 'invalid',
    version: version.version,
    ...(verdict.findings.length > 0 ? { findings: verdict.findings } : {}),
  };
  return { outcome, write: { kind, version, asSent } };
}
