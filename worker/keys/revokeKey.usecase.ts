import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { whatOf } from '../../shared/audit/changes.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { untilPlanHolds } from '../db/change.ts';
import type { By } from '../identity/by.ts';
import { Problem } from '../problems/problem.ts';
import { listKeyLinks, revokeKeyLinks } from './keyLinks.repository.ts';
import { readKey, revokeKey as revoke } from './keys.repository.ts';

/**
 * Revokes a key, and the links of calendars that were made with it. What is revoked stays so since the first time.
 * @param keepsCalendars leaves the links as they are: somebody else of the unit reads them.
 * @throws Problem `key-not-found`.
 */
export function revokeKey(id: string, keepsCalendars: boolean, by: By): Promise<void> {
  const { db, clock } = by;
  return untilPlanHolds(async () => {
    const key = await readKey(db, id);
    if (!key) throw new Problem('key-not-found', { id });
    const links = keepsCalendars ? [] : await listKeyLinks(db, id);
    const isRevoked = key.revokedAt !== null;
    if (isRevoked && links.length === 0) return;
    const { holder, role, unitId } = key;
    const changes = [
      { place: 'holder', before: holder, after: null },
      { place: 'role', before: role, after: null },
      ...(isRevoked ? [] : [{ place: 'revokedAt', before: null, after: shanghaiTime(clock.real) }]),
      ...links.map((link) => ({ place: `calendars/${link.id}`, before: link.label || link.id, after: null })),
    ];
    const units = links.map((link) => link.unitId);
    await db.batch([
      ...(links.length > 0 ? revokeKeyLinks(db, id, { count: links.length, at: clock.real }) : []),
      revoke(db, id, clock.real),
      auditStatement(
        db,
        {
          ...{ kind: 'revokeKey', by, subject: id },
          units: [...new Set(unitId === null ? units : [unitId, ...units])],
          what: whatOf(changes, { calendars: links.length }),
        },
        isRevoked ? 'always' : 'changed',
      ),
    ]);
  });
}
