import { whatOf } from '../../shared/audit/changes.ts';
import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import type { By } from '../identity/by.ts';
import { Problem } from '../problems/problem.ts';
import { readCalendarToken, revokeCalendarToken } from './calendarTokens.repository.ts';

/**
 * Revokes a link; one that is revoked stays so since the first time.
 * @throws Problem `calendar-not-found`, also for a reporter where it is another unit's (A4).
 */
export async function revokeCalendar(id: string, by: By): Promise<void> {
  const { db, access, clock } = by;
  const found = await readCalendarToken(db, id);
  if (!found || (access.unitId !== null && access.unitId !== found.unitId))
    throw new Problem('calendar-not-found');
  const revoked = { place: 'revokedAt', before: null, after: shanghaiTime(clock.real) };
  await db.batch([
    revokeCalendarToken(db, id, clock.real),
    auditStatement(
      db,
      { kind: 'revokeCalendar', by, subject: id, units: [found.unitId], what: whatOf([revoked]) },
      'changed',
    ),
  ]);
}
