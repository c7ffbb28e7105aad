import type { SessionView } from '../flows/view.ts';
import { isUnreported } from '../flows/wanting.ts';
import { dueList } from './dueList.ts';
import { tally } from './summary.ts';
import type { PaneText } from './text.ts';

/** How things stand, in words: what is asked of the clerk, then how the workbook stands. */
export interface Stands {
  /** `null` while there is no ledger, or it is on its way. */
  duty: string | null;
  /** Whether anything is overdue. */
  isLate: boolean;
  headline: string;
  /** Nothing waits, nothing is wrong, nothing is overdue. */
  isClean: boolean;
  /** Rows that wait for a sync. */
  changed: number;
}

/** `checking`: a check has been going on for long enough to be told. */
export function stands(view: SessionView, text: PaneText, checking = false): Stands {
  const { ledger, busy, progress, offline } = view;
  const counts = tally(view);
  const wanting = new Set([...counts.errors, ...counts.warnings]).size;
  const isLaidOut = view.index !== null;
  const isWorking = busy === 'pulling' || busy === 'syncing';
  const due = ledger && isLaidOut && !isWorking ? dueList(ledger, view.standings) : null;
  const waiting = [
    ...(offline ? [text.status.offline] : []),
    ...(counts.conflicts.length > 0 ? [text.status.conflicts(counts.conflicts.length)] : []),
    ...(counts.open > 0 ? [text.status.open(counts.open)] : []),
    ...(counts.changed > 0 ? [text.status.changed(counts.changed)] : []),
    ...(counts.refused.length > 0 ? [text.status.refused(counts.refused.length)] : []),
    ...(wanting > 0 ? [text.status.findings(wanting)] : []),
  ];
  // Out of reach of the server another day may have begun there.
  const isOld = offline || view.phase === 'disconnected';
  const returned = due?.returned ?? [];
  const answerBy = returned[0]?.review?.answerBy ?? null;
  const isAnswerLate = answerBy !== null && answerBy < ledger!.today;
  const isLate = due !== null && (due.overdue.length > 0 || isAnswerLate);
  return {
    duty:
      due &&
      [
        ...(returned.length > 0 ? [text.status.returned(returned.length, answerBy, isAnswerLate)] : []),
        ...dutyWords(due, text),
        ...(isOld ? [text.status.asOf(ledger!.today)] : []),
      ].join(text.comma),
    isLate,
    headline: headline(),
    isClean: isLaidOut && !isWorking && !checking && !isLate && returned.length + waiting.length === 0,
    changed: counts.changed,
  };

  function headline(): string {
    if (busy === 'syncing' && progress) return text.status.syncing(progress.done, progress.total);
    if (isWorking) return text.status.pulling;
    if (checking) return text.status.checking;
    if (!isLaidOut) return text.status.none;
    return waiting.length > 0 ? waiting.join(text.comma) : text.status.clean;
  }
}

function dutyWords(
  { returned, overdue, thisWeek, nextWeek, filled }: ReturnType<typeof dueList>,
  text: PaneText,
): string[] {
  const { dueNow } = text.status;
  const count = (rows: typeof overdue, say: (rows: number) => string) =>
    rows.length > 0 ? [say(rows.length)] : [];
  const isReported = (row: (typeof overdue)[number]) => !isUnreported(row);
  const words = [
    ...count(thisWeek.filter(isUnreported), dueNow.week),
    ...count(thisWeek.filter(isReported), dueNow.weekUndone),
    ...count(overdue.filter(isUnreported), dueNow.overdue),
    ...count(overdue.filter(isReported), dueNow.overdueUndone),
  ];
  if (words.length > 0) return words;
  if (filled.length > 0) return [text.status.filled(filled.length)];
  // What was returned is not all there is to say, but it is no report that waits.
  return returned.length > 0 ? [] : [text.status.allReported, text.status.nextWeek(nextWeek.length)];
}
