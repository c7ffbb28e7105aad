import { rule } from '../rule.ts';
import type { StatusCell } from './readStatus.ts';

/** A status is one of the choices, or a word that clerks write for one. */
export const statusKnown = rule({
  id: 'V-status-known',
  severity: 'error',
  check: ({ choices }: StatusCell) => ({ choices: choices.join('、') }),
  zh: ({ cell, value, p }) => `${cell}${value}不是可选的状态，请选择：${p('choices')}。`,
  en: ({ cell, value, p }) => `${cell} ${value} is no status. Choose one of: ${p('choices')}.`,
});
