import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http/appEnv.ts';
import { wherePossible } from '../problems/databaseFailure.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import {
  allowOnly,
  claimOf,
  dayToNote,
  identityOf,
  type Identity,
  type KeyClaim,
  type LastChange,
} from '../identity/claim.ts';
import { findKey, markUsed } from './keys.repository.ts';
import { admission } from './rateLimits.ts';

/** Asks the database who makes a claim. */
async function prove(
  db: D1Database,
  claim: KeyClaim,
  realNow: () => number,
): Promise<Identity & { change: LastChange }> {
  const found = await findKey(db, claim.keyId);
  const identity = identityOf(claim, found, realNow());
  const day = found && dayToNote(claim, found);
  if (day !== null) await wherePossible(() => markUsed(db, claim.keyId, day).run());
  return { ...identity, change: { number: found?.change ?? 0, at: found?.lastChange ?? 0 } };
}

/** Reads the key, asks the database for it, and sets `access`, `clock` and `change` for the handlers. */
export const authenticate = (realNow: () => number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!c.get('claim')) {
      const claim = await claimOf(c.req.header('authorization'), c.req.method, realNow());
      const { access, clock, change } = await prove(c.env.DB, claim, realNow);
      await admission(c.env)(access.keyId);
      c.set('access', access);
      c.set('clock', clock);
      c.set('change', change);
    }
    await next();
  });

/**
 * Reads the key and sets `claim`, for routes that ask for the key in the batch in which they read. A request that
 * is refused is told first what is wrong with its key, or with its role.
 */
export const claimKey = (realNow: () => number, ...roles: Role[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const claim = await claimOf(c.req.header('authorization'), c.req.method, realNow());
    c.set('claim', claim);
    const admit = admission(c.env);
    c.set('admit', admit);
    await next();
    const { status } = c.res;
    if (status < 400 || status >= 500 || [401, 403, 429].includes(status)) return;
    const { access } = await prove(c.env.DB, claim, realNow);
    await admit(access.keyId);
    allowOnly(access, roles);
  });
