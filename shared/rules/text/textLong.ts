import { longestText } from '../../row/columns.ts';
import { textRule } from '../rule.ts';

/** What does not fit belongs in a document of its own, named in 佐证材料. */
export const textLong = textRule({
  id: 'V-text-long',
  severity: 'error',
  check: (text, field) => {
    const max = longestText[field];
    return text.length > max ? { max, length: text.length } : null;
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}有 ${p('length')} 个字，最多 ${p('max')} 个，请精简，详细内容放进佐证材料。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} has ${p('length')} characters, at most ${p('max')} fit. Shorten it and put the details into a document.`,
});
