import type { UndatedDecision } from './decisions.ts';

/** Those with the same words for a time together; one without words is alone. In the order of the list. */
export function undatedByWords(undated: readonly UndatedDecision[]): UndatedDecision[][] {
  // The last words are those of the column of deadlines, which stand in many rows.
  const groups = Map.groupBy(undated, ({ words, name }) => words.at(-1) ?? ` ${name}`);
  return [...groups.values()];
}
