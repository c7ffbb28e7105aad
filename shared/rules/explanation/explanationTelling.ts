import { rule } from '../rule.ts';
import { explainsNothing } from '../text/saysNothing.ts';

/** An explanation gives a reason: 核实无误 only claims to have checked. */
export const explanationTelling = rule({
  id: 'V-explanation-telling',
  severity: 'error',
  check: (explanation: string) => (explainsNothing(explanation) ? {} : null),
  zh: ({ cell, value }) => `${cell}${value}未说明原因，请写明具体原因。`,
  en: ({ cell, value }) => `${cell} ${value} gives no reason. Say why it is so.`,
});
