import { bindMonths } from './cadenceMonths.ts';
import { cadenceRules } from './cadenceRules.ts';
import { dateRules } from './dateRules.ts';
import { entryRules } from './entryRules.ts';
import type { Context, DeadlineRule, Outcome, ReadTiming, TimeWords } from './deadlineRule.ts';
import { isAttribute, isCadenceOfThings, unreadDeadline } from './deadlineRule.ts';
import type { Extent } from '../text/extent.ts';
import { byStart } from '../text/extent.ts';
import { claimed, maskSpans } from '../text/mask.ts';
import { seasonRules } from './seasonRules.ts';
import { timeWordRules } from './timeWordRules.ts';

export type Deadlines = {
  timings: ReadTiming[];
  /** Time words left to a person, in the order of the text. */
  words: TimeWords[];
  /** The masked text, with every word about time claimed, for the grammar of quantities. */
  rest: string;
};

/** The rules of sentences, in the order in which they read. */
export const sentenceRules: readonly DeadlineRule[] = [
  ...cadenceRules,
  ...dateRules,
  ...seasonRules,
  ...timeWordRules,
];
const rulesOfEntries: readonly DeadlineRule[] = [...entryRules, ...sentenceRules];

/** Words that a rule has read, and what it makes of them. */
export type Claim = Extent & { rule: DeadlineRule; outcome: Outcome };

/** Each word belongs to the first rule that reads it; `rest` is the masked text with all that is claimed masked too. */
export function claimWords(
  masked: string,
  year: number,
  isEntry: boolean,
  rules: readonly DeadlineRule[] = isEntry ? rulesOfEntries : sentenceRules,
): { claims: Claim[]; rest: string } {
  const claims: Claim[] = [];
  let text = masked;
  for (const rule of rules) {
    const spans: [number, number][] = [];
    const has = searchOf(text);
    for (const match of text.matchAll(rule.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const found = rule.read({ text, start, end, groups: match.groups ?? {}, year, isEntry, has });
      const at = { text, start, end };
      const isStart = isEntry && isDated(found) && goesOn.test(text.slice(end, end + 16));
      const isOfThings = isDated(found) ? isAttribute(at) : found.is === 'timing' && isCadenceOfThings(at);
      spans.push([start, end]);
      claims.push({ rule, start, end, outcome: isOfThings || isStart ? unreadDeadline : found });
    }
    if (spans.length > 0) text = maskSpans(text, spans, claimed);
  }
  return { claims, rest: text };
}

/**
 * The grammar of deadlines (I6) over a masked compact text. Closed: each rule knows one wording, and what no rule knows stays unread.
 * An entry of a column of deadlines (`isEntry`) names the period by whose end something is due where a sentence names the period in
 * which it is done.
 */
export function readDeadlines(masked: string, year: number, isEntry = false): Deadlines {
  const { claims, rest } = claimWords(masked, year, isEntry);
  const timings: Deadlines['timings'] = [];
  const words: Deadlines['words'] = [];
  for (const { start, end, outcome } of claims) {
    if (outcome.is === 'timing') {
      const { timing, namesDay = false } = outcome;
      timings.push({ timing, extent: { start, end }, ...(namesDay && { namesDay }) });
    }
    if (outcome.is === 'timings') timings.push(...outcome.timings);
    if (outcome.is === 'words') words.push({ start, end, isDeadline: outcome.isDeadline });
  }
  const bound = bindMonths({ timings, words }, masked, year, isEntry);
  return {
    timings: bound.timings.toSorted((a, b) => byStart(a.extent, b.extent)),
    words: bound.words.toSorted(byStart),
    rest,
  };
}

/** Looks for patterns in a text, for each of them once. */
export function searchOf(text: string): Context['has'] {
  const known = new Map<RegExp, boolean>();
  return (pattern) => {
    const found = known.get(pattern) ?? pattern.test(text);
    known.set(pattern, found);
    return found;
  };
}

/** Behind the first end of a span that no rule reads whole, which is no deadline: 2025年3月下旬至2025年5月底. */
const goesOn = /^(?:[至到~]|--?)[^，。；]{0,8}?(?:\d|[年月日号旬]|季度)/u;

const isDated = (outcome: Outcome) =>
  outcome.is === 'timings' || (outcome.is === 'timing' && outcome.timing.due !== undefined);
