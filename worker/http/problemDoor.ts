import type { Context, ErrorHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from './appEnv.ts';
import { challengeOf } from './challenge.ts';
import { databaseFailure } from '../problems/databaseFailure.ts';
import { exceptionOf, type FailureLog } from '../problems/failureLine.ts';
import { bodyOf, Problem } from '../problems/problem.ts';
import type { ProblemBody } from '../../shared/wire/problem.ts';

/** Seconds after which a request may be sent again, for what passes by itself. */
const retryAfter: Readonly<Record<string, string>> = {
  'too-many-requests': '60',
  busy: '1',
  'database-unwritable': '60',
  'database-unavailable': '10',
};

/** Answers a problem. An unread request body is cancelled, or workerd would close the connection under the client. */
async function answer(c: Context<AppEnv>, body: ProblemBody): Promise<Response> {
  if (c.req.raw.body && !c.req.raw.bodyUsed) await c.req.raw.body.cancel();
  c.header('content-type', 'application/problem+json; charset=utf-8');
  if (body.status === 401) c.header('www-authenticate', challengeOf(c.req));
  const seconds = retryAfter[body.code];
  if (seconds !== undefined) c.header('retry-after', seconds);
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode);
}

/** What an exception means to the client; `null` where nobody has foreseen it. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new Problem('malformed-json', { reason: error.message });
  }
  const failure = databaseFailure(error);
  if (failure === null) return null;
  return new Problem(failure === 'busy' ? 'busy' : 'database-unwritable');
}

/** The route as it is declared: what answers, not what stands before it or, for other addresses, after it. */
function routeOf(c: Context<AppEnv>): string {
  const matched = matchedRoutes(c);
  return (matched.findLast(({ method }) => method !== 'ALL') ?? matched.at(-1))?.path ?? '';
}

/** The one door by which every error leaves. */
export const problemDoor: ErrorHandler<AppEnv> = (error, c) => {
  const problem = problemOf(error);
  const body = bodyOf(problem ?? new Problem('unexpected'), c.get('requestId'));
  c.set('failure', {
    level: body.status < 500 ? 'warn' : 'error',
    requestId: body.requestId,
    method: c.req.method,
    route: routeOf(c),
    status: body.status,
    code: body.code,
    ...(problem === error && problem.cause === undefined ? {} : { exception: exceptionOf(error) }),
  });
  return answer(c, body);
};

/** Writes one line for each request that failed: of what it was answered in the end. */
export const logFailures = (log: FailureLog) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const failure = c.get('failure');
    if (failure) log(failure);
  });
