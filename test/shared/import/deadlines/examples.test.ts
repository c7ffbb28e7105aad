import { describe, expect, test } from 'vitest';
import type { DeadlineRule, Outcome, Timing } from '../../../../shared/import/deadlines/deadlineRule.ts';
import { entryRules } from '../../../../shared/import/deadlines/entryRules.ts';
import type { Claim } from '../../../../shared/import/deadlines/readDeadlines.ts';
import { claimWords, sentenceRules } from '../../../../shared/import/deadlines/readDeadlines.ts';
import { maskCitations } from '../../../../shared/import/text/mask.ts';
import { prepareText } from '../../../../shared/import/text/preparedText.ts';

const timingInShort = ({ kind, start, due, season }: Timing): string =>
  [kind, start, due, season && `in ${season}`].filter((part) => part !== undefined).join(' ');

function inShort(outcome: Outcome): string {
  if (outcome.is === 'nothing') return 'no deadline';
  if (outcome.is === 'words') return outcome.isDeadline ? 'left to a person' : 'only speaks of time';
  if (outcome.is === 'timings') return outcome.timings.map(({ timing }) => timingInShort(timing)).join(', ');
  return timingInShort(outcome.timing) + (outcome.namesDay === true ? ', naming a day' : '');
}

const rules = [
  ...sentenceRules.map((rule) => ({ rule, isEntry: false, text: rule.example.text })),
  ...entryRules.map((rule) => ({ rule, isEntry: true, text: rule.example.text })),
];

/** What one rule reads of a text, within the whole grammar. */
function readBy(rule: DeadlineRule, text: string, isEntry: boolean): Claim[] {
  const { claims } = claimWords(maskCitations(prepareText(text).compact), 2025, isEntry);
  return claims.filter((claim) => claim.rule === rule);
}

describe('I6: every rule of deadlines by its own example', () => {
  test.for(rules)('$text', ({ rule, isEntry, text }) => {
    expect(readBy(rule, text, isEntry).map(({ outcome }) => inShort(outcome))).toEqual([rule.example.reads]);
    expect(readBy(rule, rule.counterExample, isEntry)).toEqual([]);
  });

  test('no two rules show the same', () => {
    expect(new Set(rules.map(({ text }) => text)).size).toBe(rules.length);
  });
});
