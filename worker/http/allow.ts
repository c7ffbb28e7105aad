import { createMiddleware } from 'hono/factory';
import { allowOnly } from '../identity/claim.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import type { AppEnv } from './appEnv.ts';

/** Lets only these roles pass; the description reads which (`rolesOf`). */
export const allow = (...allowed: Role[]) =>
  Object.assign(
    createMiddleware<AppEnv>(async (c, next) => {
      allowOnly(c.get('access'), allowed);
      await next();
    }),
    { allowed },
  );

/** The roles that a route's middleware lets pass; `null`: it does not ask. */
export function rolesOf(middleware: unknown): readonly Role[] | null {
  const asking = [middleware]
    .flat()
    .find((each): each is ReturnType<typeof allow> => typeof each === 'function' && 'allowed' in each);
  return asking?.allowed ?? null;
}
