import { longestText } from '../../row/columns.ts';
import { found, type TextRule } from '../rule.ts';

/** What does not fit belongs in a document of its own, named in 佐证材料. */
export const textLong: TextRule = (text, field) => {
  const max = longestText[field];
  return text.length > max ? found('V-text-long', field, { max, length: text.length }) : null;
};
