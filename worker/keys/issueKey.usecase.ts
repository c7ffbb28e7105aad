import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { whatOf } from '../../shared/audit/changes.ts';
import type { NewKey } from '../../shared/wire/newKey.ts';
import { auditStatement } from '../audit/auditEntry.repository.ts';
import { mintAccessKey } from '../identity/accessKey.ts';
import type { By } from '../identity/by.ts';
import { invalidAt } from '../problems/invalidRequest.ts';
import { Problem } from '../problems/problem.ts';
import { findUnit } from '../units/units.repository.ts';
import { insertKey, type StoredKey } from './keys.repository.ts';

/** The problem for a key that nobody could ever use. */
const alreadyExpired = (now: number): Problem =>
  invalidAt([
    {
      pointer: '#/expiresAt',
      zh: `到期时间已过，现在是 ${shanghaiTime(now)}；请填写将来的时间，不填则长期有效`,
      en: `It has passed: it is ${shanghaiTime(now)} now. Name a time to come, or none for a key that does not expire`,
    },
  ]);

/**
 * Issues a key to a person. The key itself is in the answer, and nowhere else.
 * @throws Problem `unit-not-found`, `invalid-request`.
 */
export async function issueKey(wanted: NewKey, by: By): Promise<StoredKey & { key: string }> {
  const { db, clock } = by;
  const { role, holder, label } = wanted;
  const unitId = wanted.role === 'reporter' ? wanted.unit : null;
  if (unitId !== null && !(await findUnit(db, unitId))) throw new Problem('unit-not-found', { unit: unitId });
  const expiresAt = wanted.expiresAt === undefined ? null : Date.parse(wanted.expiresAt);
  if (expiresAt !== null && expiresAt <= clock.real) throw alreadyExpired(clock.real);
  const { key, ...minted } = await mintAccessKey();
  const made = { createdAt: clock.real, expiresAt, lastUsedOn: null, revokedAt: null };
  const stored: StoredKey = { ...minted, role, unitId, label, holder, ...made };
  const after = { holder, role, label: label || null, expiresAt: expiresAt && shanghaiTime(expiresAt) };
  const changes = Object.entries(after).map(([place, value]) => ({ place, before: null, after: value }));
  await db.batch([
    insertKey(db, stored),
    auditStatement(db, {
      ...{ kind: 'issueKey', by, subject: stored.id },
      units: unitId === null ? [] : [unitId],
      what: whatOf(changes.filter((change) => change.after !== null)),
    }),
  ]);
  return { ...stored, key };
}
