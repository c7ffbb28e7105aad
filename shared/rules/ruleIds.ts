import { rules } from './rules.ts';

/** Ids of all rules, stable; a verdict, an explanation and a translation refer to them. */
export type RuleId = (typeof rules)[number]['id'];
export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);

/** Version of the rules that every verdict carries; raised whenever a verdict could change. */
export const rulesVersion = '2026.3';
