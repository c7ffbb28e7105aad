import type { ArrangementChange, ListDiff } from '../wire/comparison.ts';
import type { PublishingSummary } from '../wire/parts/publishingSummary.ts';

/** What is kept of a diff once it is published. */
export function summarise({ counts, arrangements }: ListDiff): PublishingSummary {
  const codesOf = (is: (change: ArrangementChange) => boolean): string[] =>
    arrangements.filter(is).map(({ code }) => code);
  return {
    counts,
    added: codesOf(({ kind }) => kind === 'added'),
    returned: codesOf(({ kind }) => kind === 'returned'),
    changed: codesOf(({ kind }) => kind === 'changed'),
    moved: codesOf(({ kind }) => kind === 'moved'),
    gone: codesOf(({ kind }) => kind === 'gone'),
    retired: codesOf(({ retires }) => retires),
  };
}
