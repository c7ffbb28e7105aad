import { asProblem, localProblem, type ApiProblem } from '../api/problem.ts';
import { LedgerBusy, LedgerRefused } from '../workbook/port.ts';

const busy = { editing: 'workbook-busy', moving: 'workbook-moving', silent: 'workbook-silent' } as const;

/** What a spreadsheet has thrown, as the problem that is shown: it passes, or a person has to do something first. */
export function workbookProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof LedgerBusy) return localProblem(busy[thrown.why], thrown.message);
  if (!(thrown instanceof LedgerRefused)) return asProblem(thrown);
  if (thrown.reason === 'other') return localProblem('workbook-refused', thrown.code || thrown.message);
  return localProblem(
    thrown.reason === 'protected' ? 'workbook-protected' : 'workbook-filtered',
    thrown.code,
  );
}

/** Whether the spreadsheet may take the very same a little later. */
export const passes = ({ code }: ApiProblem): boolean =>
  Object.values(busy).some((passing) => passing === code);

export const isOfWorkbook = ({ code }: ApiProblem): boolean => code.startsWith('workbook-');
