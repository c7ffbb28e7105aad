import { fieldNames } from '../row/fieldNames.ts';
import type { CellValue } from '../row/row.ts';
import type { BureauFinding } from './checkTable.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';
import type { RuleId } from './ruleIds.ts';
import { type BureauRuleId, bureauRules, rules } from './rules.ts';

export type Language = 'zh' | 'en';

const longestShown = 40;

type Said = Rule<RuleId | BureauRuleId, string, never>;
const all: readonly Said[] = [...rules, ...bureauRules];
const ruleOf = Object.fromEntries(all.map((rule) => [rule.id, rule])) as Record<Said['id'], Said>;

/** A date is a serial to us, and a date to the clerk who looks at the cell. */
function asSeen({ value, params }: Finding): CellValue {
  return typeof value === 'number' && typeof params.date === 'string' ? params.date : value;
}

function shown(value: CellValue, language: Language): string {
  const text = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value ?? '');
  const characters = [...text.trim()];
  const cut =
    characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : text.trim();
  return language === 'zh' ? `「${cut}」` : `"${cut}"`;
}

/** The sentence of a finding, by its rule: names the cell, the value and the fix. */
export function sentenceFor(finding: Finding | BureauFinding, language: Language): string {
  const field = 'field' in finding ? finding.field : null;
  const name = field === null ? '' : fieldNames[field][language];
  const { params } = finding;
  return ruleOf[finding.rule][language]({
    cell: language === 'zh' ? `【${name}】` : `"${name}"`,
    value: 'value' in finding ? shown(asSeen(finding), language) : '',
    p: (parameter) => String(params[parameter] ?? ''),
  });
}
