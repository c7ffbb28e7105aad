import type { WorkbookProposal } from '../../../shared/wire/workbookProposal.ts';

const longest = 48;
/** An arrangement's words, as far as there is room in a line. */
export const short = (words: string): string =>
  words.length > longest ? `${words.slice(0, longest)}…` : words;

/** Whether an arrangement has all the words that were typed, in its code, its text or its task's name. */
export function foundBy(
  query: string,
  [code, { text, taskName }]: [string, WorkbookProposal['arrangements'][string]],
): boolean {
  const whole = `${code} ${taskName} ${text}`;
  return query
    .trim()
    .split(/\s+/u)
    .every((word) => whole.includes(word));
}
