import { longestText } from '../../row/columns.ts';
import type { RowContext } from '../context.ts';
import { firstOf, type Found } from '../rule.ts';
import type { RuleId } from '../ruleIds.ts';
import { words } from '../text/saysNothing.ts';
import { explanationRenew } from './explanationRenew.ts';
import { explanationShort } from './explanationShort.ts';
import { explanationTelling } from './explanationTelling.ts';

/** What a row's explanation (核实说明) is worth to the warnings found now. */
export interface Coverage {
  covers: (rule: RuleId) => boolean;
  /** Why it does not cover them all; only looked for where there are warnings. */
  fault: Found | null;
}

const nothing = (): boolean => false;

/**
 * An explanation covers the rules that it was written for: one that has just been written covers every
 * warning found now; one that stood there before, a mark more or less, only those that it covered then.
 */
export function coverageOf(
  explanation: string | null,
  warnings: readonly RuleId[],
  explained: RowContext['explained'],
): Coverage {
  if (explanation === null || warnings.length === 0) return { covers: nothing, fault: null };
  const idle = firstOf([explanationTelling, explanationShort], 'explanation', explanation);
  if (idle) return { covers: nothing, fault: idle };
  if (explanation.length > longestText.explanation) return { covers: nothing, fault: null };
  if (words(explanation) !== words(explained.text ?? '')) return { covers: () => true, fault: null };
  const covers = (rule: string): boolean => explained.rules.includes(rule);
  return { covers, fault: firstOf([explanationRenew], 'explanation', { warnings, covers }) };
}
