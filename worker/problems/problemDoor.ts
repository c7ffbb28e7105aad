import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../http/appEnv.ts';
import { bodyOf, Problem } from './problem.ts';

/** Answers a problem. An unread request body is cancelled, or workerd would close the connection under the client. */
export async function answerProblem(c: Context<AppEnv>, problem: Problem): Promise<Response> {
  if (c.req.raw.body && !c.req.raw.bodyUsed) await c.req.raw.body.cancel();
  const body = bodyOf(problem);
  c.header('content-type', 'application/problem+json; charset=utf-8');
  if (body.status === 401) c.header('www-authenticate', 'Bearer realm="taizhang"');
  if (body.status === 429 || body.status === 503) c.header('retry-after', body.status === 429 ? '60' : '1');
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode);
}

/** What an error says, and what it says of its causes: drizzle wraps D1's own errors. */
function messagesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${messagesOf(error.cause)}`;
}

/** What an exception means to the client. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new Problem('malformed-json', { reason: error.message });
  }
  const text = messagesOf(error);
  if (
    /overloaded|Network connection lost|storage caused object to be reset|reset because its code/u.test(text)
  ) {
    return new Problem('busy');
  }
  const reference = crypto.randomUUID();
  console.error(reference, error);
  return new Problem('unexpected', { reference });
}

/** The one door by which every error leaves. */
export const problemDoor: ErrorHandler<AppEnv> = (error, c) => answerProblem(c, problemOf(error));
