import type { Roster } from '../../shared/roster/roster.ts';
import type { Clock } from '../clock/clock.ts';
import { beginWideChange, deferForeignKeys, untilPlanHolds } from '../db/change.ts';
import type { Access } from '../identity/access.ts';
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
export function changeRoster(
  roster: Roster,
  given: readonly number[],
  { db, access, clock }: { db: D1Database; access: Access; clock: Clock },
): Promise<void> {
  return untilPlanHolds(async () => {
    const plan = await planRoster(roster, given, db);
    if (!plan) return;
    const statements = [];
    for (const { before, after } of plan.lists) {
      statements.push(...(await remakeList({ db, today: clock.today }, before, after)));
    }
    await db.batch([
      deferForeignKeys(db),
      ...beginWideChange(db, plan.sequence, clock.now),
      ...replaceRoster(db, roster),
      raiseVersion(db, 'roster', { at: clock.now, keyId: access.keyId }),
      ...statements,
    ]);
  });
}
