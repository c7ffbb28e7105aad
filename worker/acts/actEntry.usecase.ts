import { changesBetween, countsBy, whatOf } from '../../shared/audit/changes.ts';
import type { PlannedOutcome } from '../../shared/acts/planAct.ts';
import type { ActRequest } from '../../shared/wire/act.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import type { By } from '../identity/by.ts';

/**
 * The act's line in the account of who did what, of the batch in which it begins; none where it has been decided whole and
 * changes nothing. An act that goes into several batches names all that it is about, and counts no outcomes.
 */
export function actEntry(
  by: By,
  { act, actId, reason, document }: ActRequest,
  keys: readonly string[],
  outcomes: readonly PlannedOutcome[],
): D1PreparedStatement[] {
  const applied = outcomes.filter(({ outcome }) => outcome === 'applied');
  const isWhole = outcomes.length === keys.length;
  if (isWhole && applied.length === 0) return [];
  const about = isWhole ? applied.map(({ key }) => key) : keys;
  const parts = about.map((key) => key.split('.'));
  const names = (at: number): string[] => [...new Set(parts.flatMap((part) => part[at] ?? []))];
  const [year] = names(0);
  const [only] = about.length === 1 ? applied : [];
  return [
    auditStatement(by.db, {
      ...{ kind: act, by, subject: actId },
      year: /^\d{4}$/u.test(year ?? '') ? Number(year) : null,
      ...{ reason: reason ?? null, document: document ?? null },
      ...{ units: names(3), arrangements: names(1) },
      obligation: about.length === 1 ? (about[0] ?? null) : null,
      what: whatOf(
        only ? changesBetween(only.before ?? {}, only.after ?? {}) : [],
        isWhole ? countsBy(outcomes.map(({ outcome }) => outcome)) : { obligations: keys.length },
      ),
    }),
  ];
}
