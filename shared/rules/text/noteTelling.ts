import { explain, textRule } from '../rule.ts';
import { saysNothing } from './saysNothing.ts';

/** 无, 同上, 正常 as the whole note. */
export const noteTelling = textRule({
  id: 'V-note-telling',
  severity: 'warning',
  check: (text, field) => (field === 'note' && text.length <= 12 && saysNothing(text) ? {} : null),
  zh: ({ cell, value }) =>
    `${cell}${value}未说明具体工作内容，请写明做了哪些工作、取得何种成效。${explain.zh}`,
  en: ({ cell, value }) => `${cell} ${value} does not say what was done. Be specific. ${explain.en}`,
});
