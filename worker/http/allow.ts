import { createMiddleware } from 'hono/factory';
import { allowOnly } from '../identity/claim.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import type { AppEnv } from './appEnv.ts';

/** Lets only these roles pass. */
export const allow = (...allowed: Role[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    allowOnly(c.get('access'), allowed);
    await next();
  });
