import type { Diagnostic } from '../../../../shared/taskList/diagnostic.ts';
import type { Decisions } from './decisions.ts';

/** A diagnostic, or one for many places that is told once. */
export type ToldDiagnostic = Diagnostic & { places?: readonly string[] };

/** A diagnostic as the page shows it: what it asks may have been answered. */
export type ShownDiagnostic = Omit<ToldDiagnostic, 'severity'> & {
  severity: Diagnostic['severity'] | 'decided';
};

/**
 * The diagnostics of a reading, with those that ask for a decision marked where it has been made. `unknownUnits` are the names that
 * the stored list and the roster do not know; `null` while it is not known.
 */
export function withDecided(
  diagnostics: readonly ToldDiagnostic[],
  decisions: Decisions,
  unknownUnits: readonly string[] | null,
): ShownDiagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === 'decision' && isDecided(diagnostic, decisions, unknownUnits)
      ? { ...diagnostic, severity: 'decided' }
      : diagnostic,
  );
}

/** Whether everything that it asks for has been decided; what the page offers no choice for never is. */
function isDecided(
  { code, at, text }: Diagnostic,
  decisions: Decisions,
  unknownUnits: readonly string[] | null,
): boolean {
  const { undated, deadlines, quantities, seasons, assigned, units } = decisions;
  const here = <T extends { place: string }>(all: readonly T[]) => all.filter(({ place }) => place === at);
  switch (code) {
    case 'undated':
      return areAll(here(undated), ({ when }) => when !== null);
    case 'deadline-differs':
      return areAll(here(deadlines), ({ decided }) => decided !== undefined);
    case 'quantity-inexact':
      return areAll(
        here(quantities).filter(({ quantity }) => isSameWords(quantity.source.text, text ?? '')),
        ({ target }) => target !== undefined,
      );
    case 'season-months-open':
      return areAll(
        seasons.filter(({ season }) => season === text),
        ({ months }) => months.length > 0,
      );
    case 'units-missing':
      return areAll(
        assigned.filter(
          ({ task, places, row }) => (task.code === at || places.includes(at ?? '')) && row.length === 0,
        ),
        ({ decided }) => decided !== undefined,
      );
    case 'units-of-row':
      return areAll(
        assigned.filter(({ places }) => places.includes(at ?? '')),
        ({ decided }) => decided !== undefined,
      );
    case 'unknown-unit':
      return (
        unknownUnits !== null &&
        (!unknownUnits.includes(text ?? '') ||
          units.some(({ name, chosen }) => name === text && chosen !== undefined))
      );
    default:
      return false;
  }
}

const areAll = <T>(all: readonly T[], decided: (one: T) => boolean) => all.length > 0 && all.every(decided);

/** The words of a quantity may begin before those of its diagnostic, and end after them. */
function isSameWords(source: string, told: string): boolean {
  const [one, other] = [source, told].map((words) => words.replaceAll(/\s/gu, '')) as [string, string];
  const numbers = (words: string) => words.match(/\d+/gu)?.join() ?? '';
  return numbers(one) === numbers(other) && (one.includes(other) || other.includes(one));
}
