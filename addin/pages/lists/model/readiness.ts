import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import { unitsOf } from '../../../../shared/taskList/leftOpen.ts';
import type { ListSettings } from '../../../../shared/taskList/listSettings.ts';
import type { ChangeCounts } from '../../../../shared/wire/parts/changeCounts.ts';
import type { Comparison, ListDiff } from '../../../../shared/wire/comparison.ts';
import { type Choices, settingsAfter } from './choices.ts';
import type { Decisions } from './decisions.ts';
import { unreadOf } from './publishBody.ts';

/** What can be done with a reading now. */
export type Readiness =
  /** Decisions that come first. */
  | { kind: 'open'; required: number }
  /** It is what is stored, and no decision differs. */
  | { kind: 'unchanged' }
  | { kind: 'ready'; counts: ChangeCounts; losing: Losing; missing: Missing; settings: boolean };

/** What the text has and the list would lack. */
export interface Missing {
  /** Errors: what stands there could not be read, and is in no arrangement. */
  unread: number;
  /** Tasks that name no unit: nobody would be asked to report. */
  withoutUnits: number;
}

/** What is gone from the list and has something hanging on it. */
export interface Losing {
  arrangements: number;
  submissions: number;
  drafts: number;
  allocations: number;
}

export function readinessOf(
  comparison: Comparison,
  decisions: Decisions,
  settings: ListSettings,
  choices: Choices,
  diagnostics: readonly Diagnostic[],
): Readiness {
  if (decisions.required > 0) return { kind: 'open', required: decisions.required };
  const decided = !isSame(settings, settingsAfter(settings, choices, comparison.taskList));
  if (!comparison.changes && !decided) return { kind: 'unchanged' };
  const { diff } = comparison;
  const missing = {
    unread: unreadOf(diagnostics).length,
    withoutUnits: comparison.taskList.tasks.filter((task) =>
      task.arrangements.some((arrangement) => unitsOf(task, arrangement).length === 0),
    ).length,
  };
  return { kind: 'ready', counts: diff.counts, losing: losingOf(diff), missing, settings: decided };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether no list of the year was in force: none was published, or the first publishing was taken back. */
export const isFirst = ({ changed, moved, gone, unchanged }: ChangeCounts): boolean =>
  changed + moved + gone + unchanged === 0;

function losingOf({ arrangements }: ListDiff): Losing {
  const gone = arrangements.filter(({ kind, retires }) => kind === 'gone' && retires);
  const sum = (field: 'submissions' | 'drafts' | 'allocations') =>
    gone.reduce((total, { hangs }) => total + hangs[field], 0);
  return {
    arrangements: gone.length,
    submissions: sum('submissions'),
    drafts: sum('drafts'),
    allocations: sum('allocations'),
  };
}
