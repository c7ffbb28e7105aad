import { explain, textRule } from '../rule.ts';
import { saysNothing } from './saysNothing.ts';

/** 无, 同上, 正常 as the whole note. */
export const noteTelling = textRule({
  id: 'V-note-telling',
  severity: 'warning',
  check: (text, field) => (field === 'note' && text.length <= 12 && saysNothing(text) ? {} : null),
  zh: ({ cell, value }) => `${cell}${value}看不出做了什么，请写具体。${explain.zh}`,
  en: ({ cell, value }) => `${cell} ${value} does not say what was done. Be specific. ${explain.en}`,
});
