import { toSimplified } from '../import/text/simplified.ts';

/** What can be matched: an arrangement of the list with the words around it. */
export interface Matchable {
  code: string;
  text: string;
  taskName: string;
}

/** How near a text is to an arrangement, from 0 to 1. */
export interface TextMatch {
  code: string;
  score: number;
}

/** Only what says what is done: no punctuation, no blanks, no figures, no words of time. */
const noise = /[^\p{Script=Han}a-zA-Z]+|底前|月底/gu;

function bigrams(text: string): string[] {
  const words = toSimplified(text).replace(noise, ' ').split(' ');
  const found = new Set<string>();
  for (const word of words) {
    for (let at = 0; at + 1 < word.length; at += 1) found.add(word.slice(at, at + 2));
    if (word.length === 1) found.add(word);
  }
  return [...found];
}

/** The longest text that is matched; the rest of a longer one adds nothing that tells arrangements apart. */
const longestText = 1_000;

/**
 * Finds the arrangements that a clerk's words mean. Her words are shorter than the list's sentence and lie within it: so the measure
 * is how much of hers is found there, each pair of characters weighted by how few arrangements have it.
 */
export class TextMatcher {
  private readonly sets: { code: string; own: Set<string>; task: Set<string> }[];
  private readonly weights = new Map<string, number>();
  private readonly unknown: number;

  constructor(arrangements: readonly Matchable[]) {
    this.sets = arrangements.map(({ code, text, taskName }) => ({
      code,
      own: new Set(bigrams(text)),
      task: new Set(bigrams(taskName)),
    }));
    const counts = new Map<string, number>();
    for (const { own, task } of this.sets) {
      for (const pair of new Set([...own, ...task])) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const all = Math.max(1, arrangements.length);
    for (const [pair, count] of counts) this.weights.set(pair, Math.log(1 + all / count));
    this.unknown = Math.log(1 + all) * 0.6;
  }

  /**
   * All arrangements that share anything with the text, the nearest first. `task`: what the row's column of tasks says, which counts
   * for arrangements of a task so called.
   */
  match(text: string, task = ''): TextMatch[] {
    const words = bigrams(text.slice(0, longestText));
    const taskWords = bigrams(task.slice(0, longestText));
    const weightOf = (pair: string): number => this.weights.get(pair) ?? this.unknown;
    const whole = words.reduce((sum, pair) => sum + weightOf(pair), 0);
    const wholeTask = taskWords.reduce((sum, pair) => sum + weightOf(pair), 0);
    if (whole === 0) return [];
    return this.sets
      .map(({ code, own, task: ofTask }) => {
        let score = 0;
        for (const pair of words) {
          if (own.has(pair)) score += weightOf(pair);
          else if (ofTask.has(pair)) score += 0.7 * weightOf(pair);
        }
        score /= whole;
        if (wholeTask > 0) {
          let shared = 0;
          for (const pair of taskWords) if (ofTask.has(pair) || own.has(pair)) shared += weightOf(pair);
          score = 0.85 * score + 0.15 * (shared / wholeTask);
        }
        return { code, score };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
  }
}
