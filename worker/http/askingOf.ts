import type { Context } from 'hono';
import type { AppEnv } from './appEnv.ts';

/** Of which database somebody asks, who, on which day, and after which change. */
export const askingOf = (c: Context<AppEnv>) => ({
  db: c.env.DB,
  access: c.get('access'),
  clock: c.get('clock'),
  change: c.get('change').number,
});
