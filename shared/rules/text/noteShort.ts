import { textRule } from '../rule.ts';
import { saysNothing } from './saysNothing.ts';

const shortest = 2;

/** A note of one character says nothing; where it is 无 or a mark, that is said instead. */
export const noteShort = textRule({
  id: 'V-note-short',
  severity: 'error',
  check: (text, field) =>
    field === 'note' && text.length < shortest && !saysNothing(text) ? { min: shortest } : null,
  zh: ({ cell, value, p }) =>
    `${cell}${value}太短，至少 ${p('min')} 个字，请写明做了哪些工作、取得何种成效。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is too short: at least ${p('min')} characters. Say what was done.`,
});
