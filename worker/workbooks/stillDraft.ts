import type { SeriesObligation } from '../../shared/sync/series.ts';
import type { Outcome } from '../../shared/wire/parts/outcome.ts';

/** The rows of which a draft stands, which does not count. */
export const draftKeys = (obligations: readonly SeriesObligation[]): ReadonlySet<string> =>
  new Set(obligations.flatMap(({ rows }) => rows.flatMap(({ key, draft }) => (draft === null ? [] : [key]))));

/**
 * What a file is answered of a report. A push of a draft as it stands is answered as `unchanged`, since nothing is written; whoever
 * uploads a file must read that it still does not count, and why.
 */
export const asTold = <T extends Outcome>(outcome: T, drafts: ReadonlySet<string>): T =>
  outcome.outcome === 'unchanged' && drafts.has(outcome.key) ? { ...outcome, outcome: 'invalid' } : outcome;
