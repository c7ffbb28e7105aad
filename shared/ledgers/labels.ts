import { headWords } from '../columns/headWords.ts';
import type { LedgerRole } from '../columns/roleNames.ts';
import { evidence, namesOf } from '../columns/roles.ts';

const roles = [
  ...(['arrangements', 'name', 'status', 'count', 'completedOn', 'note', 'problems', 'contact'] as const),
  ...(['evidence', 'period', 'listNumber'] as const),
] satisfies LedgerRole[];
export type FormRole = (typeof roles)[number];

const longestLabel = 8;

/** What a label stands for; `null` where a text is none. */
export function labelled(text: string): FormRole | null {
  const words = headWords(text);
  if (words.length > longestLabel || words === '') return null;
  return (
    roles.find((role) => namesOf(role, 'ledger').includes(words)) ??
    roles.find(
      (role) => evidence[role].ending?.test(words) === true && evidence[role].against?.test(words) !== true,
    ) ??
    null
  );
}

const values: ReadonlySet<FormRole> = new Set([
  ...(['status', 'count', 'completedOn', 'note', 'problems', 'evidence'] as const),
]);

/** Whether a heading is of something that is reported, not of what it is reported of. */
export function holdsValues(heading: string): boolean {
  const role = labelled(heading);
  return role !== null && values.has(role);
}
