import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../http/appEnv.ts';
import { Problem } from '../problems/problem.ts';
import type { Role } from './access.ts';
import { allowOnly, claimOf, dayToNote, identityOf, type Identity, type KeyClaim } from './claim.ts';
import { findKey, markUsed } from './keys.repository.ts';

/** Reads the bearer key, within what it may ask. */
async function claimIn(c: Context<AppEnv>, arrived: number): Promise<KeyClaim> {
  const claim = await claimOf(c.req.header('authorization'), arrived);
  if (c.env.RATE_LIMITER && !(await c.env.RATE_LIMITER.limit({ key: claim.keyId })).success) {
    throw new Problem('too-many-requests');
  }
  return claim;
}

/** Asks the database who makes a claim. */
async function prove(db: D1Database, claim: KeyClaim, realNow: () => number): Promise<Identity> {
  const found = await findKey(db, claim.keyId);
  const identity = identityOf(claim, found, realNow());
  const day = found && dayToNote(claim, found);
  if (day !== null) await markUsed(db, claim.keyId, day).run();
  return identity;
}

/** Reads the bearer key, asks the database for it, and sets `access` and `clock` for the handlers. */
export const authenticate = (realNow: () => number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!c.get('claim')) {
      const { access, clock } = await prove(c.env.DB, await claimIn(c, realNow()), realNow);
      c.set('access', access);
      c.set('clock', clock);
    }
    await next();
  });

/**
 * Reads the bearer key and sets `claim`, for routes that ask for the key in the batch in which they read. A request that
 * is refused is told first what is wrong with its key, or with its role.
 */
export const claimKey = (realNow: () => number, ...roles: Role[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const claim = await claimIn(c, realNow());
    c.set('claim', claim);
    await next();
    const { status } = c.res;
    if (status < 400 || status >= 500 || status === 401 || status === 403) return;
    allowOnly((await prove(c.env.DB, claim, realNow)).access, roles);
  });

/** Lets only these roles pass. */
export const allow = (...allowed: Role[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    allowOnly(c.get('access'), allowed);
    await next();
  });
