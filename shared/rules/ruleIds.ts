/** Ids of all rules, stable; a verdict, an explanation and a translation refer to them. */
export const ruleIds = ['V-status-required'] as const;
export type RuleId = (typeof ruleIds)[number];
/** Version of the rules that every verdict carries; raised whenever a verdict could change. */
export const rulesVersion = '2026.1';
