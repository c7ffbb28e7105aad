import { describe, expect, test } from 'vitest';
import {
  countRoleRules,
  elsewhere,
  elsewhereRules,
  roleRuleOf,
} from '../../../../shared/import/quantities/countRole.ts';
import { inexactRules } from '../../../../shared/import/quantities/inexactRules.ts';

/** A text, and where the count in 〔〕 stands in it. */
function marked(example: string) {
  const [before = '', count = '', after = ''] = example.split(/[〔〕]/u);
  const start = before.length;
  return {
    text: before + count + after,
    extent: { start, end: start + count.length },
    measure: count.replace(/^\d+/u, ''),
  };
}

function roleRule(example: string) {
  const { text, extent, measure } = marked(example);
  return roleRuleOf(text, extent, measure);
}

function elsewhereRule(example: string) {
  const { text, extent } = marked(example);
  return elsewhere(text, extent.start, 2025)?.rule;
}

const byExample = <Rule extends { example: string }>(rules: readonly Rule[]) =>
  rules.map((rule) => ({ rule, example: rule.example }));

describe('I7.1: every rule of quantities by its own example', () => {
  test.for(byExample(countRoleRules))('what a count is: $example', ({ rule }) => {
    expect(roleRule(rule.example)).toBe(rule);
    expect(roleRule(rule.counterExample)).not.toBe(rule);
  });

  test.for(byExample(elsewhereRules))('asked of each unit, or in another year: $example', ({ rule }) => {
    expect(elsewhereRule(rule.example)).toBe(rule);
    expect(elsewhereRule(rule.counterExample)).not.toBe(rule);
  });

  test.for(inexactRules.map((rule) => ({ rule, text: rule.example.text })))(
    'not exact: $text',
    ({ rule }) => {
      expect(rule.example.text.match(rule.pattern)).toEqual([rule.example.reads]);
      expect(rule.counterExample).not.toMatch(rule.pattern);
    },
  );
});
