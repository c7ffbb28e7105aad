import { whatOf } from '../../shared/audit/changes.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import type { By } from '../identity/by.ts';
import { Problem } from '../problems/problem.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import { mintCalendarToken } from './calendarToken.ts';
import {
  insertCalendarToken,
  readCalendarToken,
  type StoredCalendarToken,
} from './calendarTokens.repository.ts';

/** So many links of a unit may be in use at once. */
const mostInUse = 20;

/**
 * Makes a link to a unit's deadlines. Its token is in the answer, and nowhere else.
 * @throws Problem `unit-required`, `unit-not-found`, `calendars-too-many`.
 */
export async function issueCalendar(
  { unit: asked, label }: { unit?: string | undefined; label: string },
  by: By,
): Promise<StoredCalendarToken & { token: string }> {
  const { db, access, clock } = by;
  const unitId = await unitOf(by, asked);
  if (unitId === null) throw new Problem('unit-required');
  const { id, token, sha256 } = await mintCalendarToken();
  const made = { id, sha256, unitId, label, keyId: access.keyId, createdAt: clock.real };
  const what = whatOf(label === '' ? [] : [{ place: 'label', before: null, after: label }]);
  await db.batch([
    insertCalendarToken(db, made, mostInUse),
    auditStatement(db, { kind: 'issueCalendar', by, subject: id, units: [unitId], what }, 'changed'),
  ]);
  const stored = await readCalendarToken(db, id);
  if (!stored) throw new Problem('calendars-too-many', { most: mostInUse });
  return { ...stored, token };
}
