import { found, type TextField, type TextRule } from '../rule.ts';

/** Most characters of a cell of text. */
export const longestText: Record<TextField, number> = {
  note: 500,
  problems: 500,
  contact: 200,
  evidence: 500,
  explanation: 500,
};

/** What does not fit belongs in a document of its own, named in 佐证材料. */
export const textLong: TextRule = (text, field) => {
  const max = longestText[field];
  return text.length > max ? found('V-text-long', field, { max, length: text.length }) : null;
};
