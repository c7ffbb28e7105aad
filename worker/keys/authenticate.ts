import { createMiddleware } from 'hono/factory';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { clockAt, type Clock } from '../clock/clock.ts';
import type { AppEnv } from '../http/appEnv.ts';
import { Problem } from '../problems/problem.ts';
import type { Access, Role } from './access.ts';
import { idOfKey, sha256Of } from './accessKey.ts';
import type { KeyMemory, KnownKey } from './keyMemory.ts';
import { findKeyAndClock, markUsed } from './keys.repository.ts';

/** Who is asking, and at which time. */
export interface Identity {
  access: Access;
  clock: Clock;
}

/** Compares in constant time; both are hexadecimal digests. */
function sameDigest(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** @throws Problem `key-expired`. */
function identityOf({ access, expiresAt, demoOffset, lastChange }: KnownKey, realNow: number): Identity {
  if (expiresAt !== null && expiresAt <= realNow) {
    throw new Problem('key-expired', { on: shanghaiDate(expiresAt) });
  }
  return { access, clock: clockAt(realNow, demoOffset, lastChange) };
}

/**
 * Reads the bearer key, and sets `access` and `clock` for the handlers: proven by the database, or by memory
 * where this isolate knows the key: then the handler has them proven, by its own batch or by calling `prove`.
 */
export const authenticate = (realNow: () => number, memory: KeyMemory, by: 'proof' | 'memory') =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (c.get('access')) return next();
    const arrived = realNow();
    const header = c.req.header('authorization');
    const key = /^Bearer\s+(\S+)$/iu.exec(header ?? '')?.[1];
    if (key === undefined) throw new Problem('key-missing');
    const known = by === 'memory' ? memory.recall(key) : null;
    const id = known?.access.keyId ?? (await idOfKey(key));
    if (id === null) throw new Problem('key-mistyped');
    if (c.env.RATE_LIMITER && !(await c.env.RATE_LIMITER.limit({ key: id })).success) {
      throw new Problem('too-many-requests');
    }
    const prove = async (): Promise<Identity> => {
      const [found, sha256] = await Promise.all([findKeyAndClock(c.env.DB, id), sha256Of(key)]);
      if (!found || !sameDigest(found.key.sha256, sha256)) throw new Problem('key-unknown');
      const { key: stored, demoOffset, lastChange } = found;
      if (stored.revokedAt !== null) throw new Problem('key-revoked');
      const access = { keyId: id, role: stored.role, unitId: stored.unitId };
      // A change that came after this request is not ahead of the clock; one that is tells of a clock that was set back.
      const isAhead = lastChange > realNow() + (demoOffset ?? 0);
      const facts = {
        access,
        expiresAt: stored.expiresAt,
        demoOffset,
        lastChange: isAhead ? lastChange : 0,
      };
      const identity = identityOf({ ...facts, lastUsedOn: stored.lastUsedOn }, arrived);
      const day = shanghaiDate(arrived);
      if (stored.lastUsedOn !== day) await markUsed(c.env.DB, id, day);
      memory.keep(key, { ...facts, lastUsedOn: day });
      return identity;
    };
    const remembered = known?.lastUsedOn === shanghaiDate(arrived) ? known : null;
    const { access, clock } = remembered ? identityOf(remembered, arrived) : await prove();
    c.set('access', access);
    c.set('clock', clock);
    c.set('proven', remembered === null);
    c.set('prove', prove);
    await next();
  });

/** Lets only these roles pass. */
export const allow = (...allowed: Role[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { role } = c.get('access');
    if (!allowed.includes(role)) throw new Problem('role-not-allowed', { roles: allowed.join(' / '), role });
    await next();
  });
