import type { Context } from 'hono';
import type { By } from '../identity/by.ts';
import type { AppEnv } from './appEnv.ts';

/** By whom a request is made, when, and which it is. */
export const byOf = (c: Context<AppEnv>): By => ({
  db: c.env.DB,
  access: c.get('access'),
  clock: c.get('clock'),
  requestId: c.get('requestId'),
});
