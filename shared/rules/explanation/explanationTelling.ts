import { rule } from '../rule.ts';
import { explainsNothing } from '../text/saysNothing.ts';

/** An explanation gives a reason: 核实无误 only claims to have checked. */
export const explanationTelling = rule({
  id: 'V-explanation-telling',
  severity: 'error',
  check: (explanation: string) => (explainsNothing(explanation) ? {} : null),
  zh: ({ cell, value }) => `${cell}${value}没有写原因，请写明为什么是这样。`,
  en: ({ cell, value }) => `${cell} ${value} gives no reason. Say why it is so.`,
});
