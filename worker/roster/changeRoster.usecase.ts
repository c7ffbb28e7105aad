import { changesBetween, whatOf } from '../../shared/audit/changes.ts';
import { namedRoster, unitsIn } from '../../shared/audit/named.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import { remakeList } from '../obligations/remakeList.usecase.ts';
import { raiseVersion } from '../versions/versions.repository.ts';
import { planRoster } from './planRoster.usecase.ts';
import { replaceRoster } from './roster.repository.ts';

/**
 * Makes the roster this one; obligations of every list follow, from the day on that a membership names. What stands there
 * already changes nothing, whichever version was looked at.
 * @param given versions that were looked at.
 * @throws Problem `changed-meanwhile`, `unit-has-reports`.
 */
export function changeRoster(roster: Roster, given: readonly number[], by: By): Promise<void> {
  const { db, access, clock } = by;
  return untilPlanHolds(async () => {
    const plan = await planRoster(roster, given, db);
    if (!plan) return;
    const statements = [];
    for (const { before, after } of plan.lists) {
      statements.push(...(await remakeList({ db, today: clock.today }, before, after)));
    }
    const changes = changesBetween(namedRoster(plan.before), namedRoster(roster));
    const units = unitsIn(
      changes.map(({ place }) => place),
      roster,
    );
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, plan.sequence, clock.now),
      ...replaceRoster(db, roster),
      raiseVersion(db, 'roster', { at: clock.now, keyId: access.keyId }),
      ...statements,
      auditStatement(db, { kind: 'roster', by, units, what: whatOf(changes) }),
    ]);
  });
}
