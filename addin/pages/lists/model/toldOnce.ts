import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import type { Gathered } from '../../../../shared/taskList/gathered.ts';
import type { ToldDiagnostic } from './settled.ts';

/** Faults of a layout, which stand at every line where they stand at all. */
const ofLayout = new Set([
  'number-missing',
  'category-unnumbered',
  'deadline-inherited',
  'column-unread',
  'row-unread',
]);
const fewest = 3;

/** The diagnostics, with a fault of the whole list told once for all of its places, and with the document. */
export function toldOnce(
  diagnostics: readonly Diagnostic[],
  gathered: readonly Gathered[],
): ToldDiagnostic[] {
  const once = gathered.filter(({ code, count }) => ofLayout.has(code) && count >= fewest);
  const codes = new Set(once.map(({ code }) => code));
  return [
    ...once.map(({ code, severity, at, zh, en }) => ({
      ...{ code, severity, cell: null, at: null, text: null, zh, en, places: at },
    })),
    ...diagnostics.filter(({ code }) => !codes.has(code)),
  ];
}
