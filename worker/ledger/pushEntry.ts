import { countsBy, whatOf } from '../../shared/audit/changes.ts';
import type { PushPlan } from '../../shared/sync/planPush.ts';
import type { AuditEntry } from '../audit/auditEntry.repository.ts';
import type { UnitAndList } from './asked.ts';

/**
 * What a push leaves in the account of who did what: how many rows became what, and the arrangements that it wrote to. Its
 * rows are found by their revisions, which name the push.
 */
export function pushEntry(
  by: AuditEntry['by'],
  kind: 'push' | 'upload',
  pushId: string,
  { unit, list }: UnitAndList,
  { outcomes, after }: Pick<PushPlan, 'outcomes' | 'after'>,
): AuditEntry {
  return {
    ...{ kind, by, subject: pushId },
    year: list.year,
    units: [unit.id],
    arrangements: [...new Set(after.map(({ arrangement }) => arrangement))],
    what: whatOf([], countsBy(outcomes.map(({ outcome }) => outcome))),
  };
}
