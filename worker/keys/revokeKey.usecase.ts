import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { whatOf } from '../../shared/audit/changes.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import type { By } from '../identity/by.ts';
import { Problem } from '../problems/problem.ts';
import { readKey, revokeKey as revoke } from './keys.repository.ts';

/**
 * Revokes a key; one that is revoked stays so since the first time.
 * @throws Problem `key-not-found`.
 */
export async function revokeKey(id: string, by: By): Promise<void> {
  const { db, clock } = by;
  const key = await readKey(db, id);
  if (!key) throw new Problem('key-not-found', { id });
  const { holder, role, unitId } = key;
  const entry = {
    ...{ kind: 'revokeKey' as const, by, subject: id },
    units: unitId === null ? [] : [unitId],
    what: whatOf([
      { place: 'holder', before: holder, after: null },
      { place: 'role', before: role, after: null },
      { place: 'revokedAt', before: null, after: shanghaiTime(clock.real) },
    ]),
  };
  await db.batch([revoke(db, id, clock.real), auditStatement(db, entry, 'changed')]);
}
