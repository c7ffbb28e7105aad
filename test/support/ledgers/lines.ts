import type { ReportProposal, SheetProposal } from '../../../shared/ledgers/proposal.ts';

/** A report in one line: what it is for, what is certain, and after `?` what is asked. */
export function line({
  arrangement,
  schedule,
  indicator,
  periods,
  confidence,
  values,
  ask,
}: ReportProposal): string {
  const certain = Object.entries(values).map(([field, value]) => `${field}=${value}`);
  const asked = ask.map(({ field, proposal }) => `${field}?${proposal ?? ''}`);
  const when = periods.length > 2 ? `${periods[0]}…${periods.at(-1)}` : periods.join('/');
  return [
    `${arrangement}.${schedule}.${indicator}`,
    confidence === 'ask' ? `?${when}` : when,
    ...certain,
    ...asked,
  ].join(' ');
}

/** All reports of a sheet, a line each. */
export const linesOf = ({ rows, gathered }: SheetProposal): string[] =>
  [...rows.flatMap(({ reports }) => reports), ...gathered].map(line);
