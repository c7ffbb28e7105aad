import { changesBetween, whatOf } from '../../shared/audit/changes.ts';
import type { PlannedOutcome } from '../../shared/acts/planAct.ts';
import type { ActRequest } from '../../shared/wire/act.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import type { By } from '../identity/by.ts';

/** The act's line in the account of who did what; what became of each obligation is kept with the act. */
export function actEntry(
  by: By,
  { act, actId, reason, document }: ActRequest,
  keys: readonly string[],
  outcomes: readonly PlannedOutcome[],
): D1PreparedStatement {
  const parts = keys.map((key) => key.split('.'));
  const names = (at: number): string[] => [...new Set(parts.flatMap((part) => part[at] ?? []))];
  const [year] = names(0);
  const [only] = keys.length === 1 ? outcomes : [];
  return auditStatement(by.db, {
    ...{ kind: act, by, subject: actId },
    year: /^\d{4}$/u.test(year ?? '') ? Number(year) : null,
    ...{ reason: reason ?? null, document: document ?? null },
    ...{ units: names(3), arrangements: names(1) },
    obligation: keys.length === 1 ? (keys[0] ?? null) : null,
    what: whatOf(only ? changesBetween(only.before ?? {}, only.after ?? {}) : [], {
      obligations: keys.length,
    }),
  });
}
