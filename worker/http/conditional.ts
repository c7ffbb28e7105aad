import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import { protocol } from '../../shared/wire/protocol.ts';
import { sha256Of } from '../identity/accessKey.ts';
import type { AppEnv } from './appEnv.ts';
import { keyedRoute, type DescribedRoute } from './describe.ts';

/** Headers by which the answer to one address differs. */
const varies = `Authorization, Accept, ${protocol.header}`;

/**
 * What an answer follows, as a weak tag: number of the last change, and day. Its third part is of what else the answer is made
 * by: address, form, who asks, the protocol's and the rules' version, and the time of the change, since a database may be
 * put back to an earlier one.
 */
async function tagOf(c: Context<AppEnv>): Promise<string> {
  const { role, unitId } = c.get('access');
  const { today, demoOffset } = c.get('clock');
  const { number, at } = c.get('change');
  const { pathname, search } = new URL(c.req.url);
  const header = (name: string): string | null => c.req.header(name) ?? null;
  const made = [
    ...[pathname + search, header('accept'), header(protocol.header), role, unitId, demoOffset !== null],
    ...[protocol.version, rulesVersion, at],
  ];
  return `W/"${number}-${today}-${(await sha256Of(JSON.stringify(made))).slice(0, 16)}"`;
}

/** Whether an `If-None-Match` header names a tag, in the weak comparison of RFC 9110. */
const names = (header: string, tag: string): boolean =>
  header.split(',').some((each) => each.trim().replace(/^W\//u, '') === tag.slice(2));

/**
 * Lets an answer be asked for again only where it has changed (B19). For routes whose answers change with the number of the
 * last change or with the day, and with nothing else that the tag does not hold. Nothing but the key is asked of the database for a 304.
 */
export const conditional = createMiddleware<AppEnv>(async (c, next) => {
  const tag = await tagOf(c);
  const given = c.req.header('if-none-match');
  const kept = { etag: tag, 'cache-control': 'private, no-cache', vary: varies };
  if (given !== undefined && names(given, tag)) return c.body(null, 304, kept);
  await next();
  if (c.res.status !== 200) return;
  // `*`: whatever there is.
  if (given?.trim() === '*') c.res = new Response(null, { status: 304, headers: c.res.headers });
  for (const [name, value] of Object.entries(kept)) c.res.headers.set(name, value);
});

const header = (description: string) => ({ description, schema: { type: 'string' as const } });

/** A route that asks for an access key, and whose answer is asked for again only where it has changed. */
export function conditionalRoute<const R extends DescribedRoute>(route: R) {
  const headers = {
    ETag: header(
      '写进下一次的 If-None-Match；没有变化时答 304 · For If-None-Match; 304 where nothing has changed',
    ),
    'Cache-Control': header('private, no-cache'),
  };
  return keyedRoute({
    ...route,
    middleware: [conditional],
    responses: {
      ...route.responses,
      200: { ...route.responses[200], headers },
      304: {
        description: '与 If-None-Match 所指的相同 · Not changed since the answer that If-None-Match names',
      },
    },
  } as R);
}
