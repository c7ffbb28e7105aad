import { createMiddleware } from 'hono/factory';
import { hasNewFields, withoutNewFields } from '../../shared/protocol/newFields.ts';
import { protocol } from '../../shared/wire/protocol.ts';
import { Problem } from '../problems/problem.ts';
import type { AppEnv } from './appEnv.ts';

/**
 * Refuses clients of another protocol; one that names none is taken to know what it does. One that names an older version
 * gets answers without the fields that came later.
 */
export const speakSameProtocol = createMiddleware<AppEnv>(async (c, next) => {
  const found = c.req.header(protocol.header);
  const { version, oldest } = protocol;
  const isSpoken = found === undefined || (/^\d{1,6}$/u.test(found) && +found >= oldest && +found <= version);
  if (!isSpoken) throw new Problem('protocol-unsupported', { found: found.slice(0, 20), oldest, version });
  await next();
  if (found === undefined || !hasNewFields(c.req.path, +found) || !c.res.ok) return;
  if (!c.res.headers.get('content-type')?.includes('json')) return;
  const answer = withoutNewFields(await c.res.json(), c.req.path, +found);
  c.res = new Response(JSON.stringify(answer), c.res);
});
