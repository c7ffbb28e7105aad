import type { ListSettings } from '../../../shared/taskList/listSettings.ts';
import type { ChangeCounts, Comparison, ListDiff } from '../../../shared/wire/comparison.ts';
import { type Choices, settingsAfter } from './choices.ts';
import type { Decisions } from './decisions.ts';

/** What can be done with a reading now. */
export type Standing =
  /** Decisions that come first. */
  | { kind: 'open'; required: number }
  /** It is what is stored, and no decision differs. */
  | { kind: 'unchanged' }
  | { kind: 'ready'; counts: ChangeCounts; losing: Losing; settings: boolean };

/** What is gone from the list and has something hanging on it. */
export interface Losing {
  arrangements: number;
  submissions: number;
  drafts: number;
  allocations: number;
}

export function standingOf(
  comparison: Comparison,
  decisions: Decisions,
  settings: ListSettings,
  choices: Choices,
): Standing {
  if (decisions.required > 0) return { kind: 'open', required: decisions.required };
  const decided = !isSame(settings, settingsAfter(settings, choices, comparison.taskList));
  if (!comparison.changes && !decided) return { kind: 'unchanged' };
  const { diff } = comparison;
  return { kind: 'ready', counts: diff.counts, losing: losingOf(diff), settings: decided };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
