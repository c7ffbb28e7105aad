import { createMiddleware } from 'hono/factory';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { clockAt } from '../clock/clock.ts';
import type { AppEnv } from '../http/appEnv.ts';
import { Problem } from '../problems/problem.ts';
import type { Role } from './access.ts';
import { idOfKey, sha256Of } from './accessKey.ts';
import { findKeyAndClock, markUsed } from './keys.repository.ts';

/** Compares in constant time; both are hexadecimal digests. */
function sameDigest(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** Reads the bearer key, and sets `access` and `clock` for the handlers. */
export const authenticate = (realNow: () => number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const header = c.req.header('authorization');
    const key = /^Bearer\s+(\S+)$/iu.exec(header ?? '')?.[1];
    if (key === undefined) throw new Problem('key-missing');
    const id = await idOfKey(key);
    if (id === null) throw new Problem('key-mistyped');
    if (c.env.RATE_LIMITER && !(await c.env.RATE_LIMITER.limit({ key: id })).success) {
      throw new Problem('too-many-requests');
    }
    const [found, sha256] = await Promise.all([findKeyAndClock(c.env.DB, id), sha256Of(key)]);
    if (!found || !sameDigest(found.key.sha256, sha256)) throw new Problem('key-unknown');
    const { key: stored, demoOffset, lastChange } = found;
    if (stored.revokedAt !== null) throw new Problem('key-revoked');
    const clock = clockAt(realNow(), demoOffset, lastChange);
    if (stored.expiresAt !== null && stored.expiresAt <= realNow()) {
      throw new Problem('key-expired', { on: shanghaiDate(stored.expiresAt) });
    }
    const day = shanghaiDate(realNow());
    if (stored.lastUsedOn !== day) await markUsed(c.env.DB, id, day);
    c.set('access', { keyId: stored.id, role: stored.role, unitId: stored.unitId });
    c.set('clock', clock);
    await next();
  });

/** Lets only these roles pass. */
export const allow = (...allowed: Role[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { role } = c.get('access');
    if (!allowed.includes(role)) throw new Problem('role-not-allowed', { roles: allowed.join(' / '), role });
    await next();
  });
