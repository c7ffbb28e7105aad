import { rule } from '../rule.ts';

const shortest = 5;

/** A reason takes a few words. */
export const explanationShort = rule({
  id: 'V-explanation-short',
  severity: 'error',
  check: (explanation: string) => (explanation.length < shortest ? { min: shortest } : null),
  zh: ({ cell, value, p }) => `${cell}${value}太短，至少 ${p('min')} 个字，请写明原因。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is too short: at least ${p('min')} characters. Give the reason.`,
});
