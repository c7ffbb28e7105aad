import { LedgerBusy, LedgerRefused } from '../port.ts';

/** The code of what Office.js has thrown; empty for anything else. */
export function codeOf(thrown: unknown): string {
  return String((thrown as { code?: unknown } | null)?.code ?? '');
}

/** Excel takes no call while somebody is in a cell. */
export const inCellEdit = 'InvalidOperationInCellEditMode';

/** What passes by itself: the workbook is not in front, or the service is not there for the moment. */
const passing = new Set([
  inCellEdit,
  'ActivityLimitReached',
  'Conflict',
  'InactiveWorkbook',
  'RequestAborted',
  'ServiceNotAvailable',
]);

export const passesSoon = (thrown: unknown): boolean => passing.has(codeOf(thrown));

/** Cut into smaller requests by whoever has sent them. */
const sizes = new Set(['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded']);

/**
 * What Excel has thrown, as the port tells it: busy where it passes, refused where it does not.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export function asTold(thrown: unknown): unknown {
  const code = codeOf(thrown);
  if (code === '' || sizes.has(code) || thrown instanceof LedgerRefused) return thrown;
  const { message } = thrown as Error;
  if (passing.has(code)) return new LedgerBusy(message, code === inCellEdit ? 'editing' : 'silent');
  const reason =
    code === 'AccessDenied' ? 'protected' : code === 'FilteredRangeConflict' ? 'filtered' : 'other';
  return new LedgerRefused(reason, code, message);
}
