import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import * as z from 'zod';
import { invalidRequest } from '../problems/invalidRequest.ts';
import { problemBody } from '../../shared/wire/problem.ts';
import { rolesOf } from './allow.ts';
import type { AppEnv } from './appEnv.ts';
import { parameter, type InBoth, type Parameter } from './parameters.ts';
import type { TagName } from './tags.ts';

const problem = (description: InBoth) => ({
  description,
  content: { 'application/problem+json': { schema: problemBody } },
});

/** The problems that any route may answer. */
export const commonProblems = {
  400: problem('请求不符合接口要求 · The request breaks the contract'),
  401: problem('缺少密钥或密钥无效 · No valid access key'),
  403: problem('权限不足 · The role may not do this'),
  413: problem('请求过大 · Too large'),
  429: problem('请求过于频繁 · Too many requests'),
  500: problem('意外错误 · Unexpected failure'),
  503: problem('繁忙，请重发同一请求 · Busy: send the same request again'),
};

export const problems = {
  404: { 404: problem('不存在 · Not found') },
  409: { 409: problem('与已保存的内容冲突 · Conflicts with what is stored') },
  412: { 412: problem('已被别人改动 · Changed by somebody since it was read') },
  428: { 428: problem('缺少 If-Match · If-Match is missing') },
  415: { 415: problem('内容类型不支持 · Unsupported media type') },
  422: { 422: problem('内容无法使用 · Understood, but cannot be used') },
};

/** An answer in JSON, with an example of it. */
export const jsonAnswer = <T extends z.ZodType>(schema: T, description: InBoth, example: z.output<T>) => ({
  description,
  content: { 'application/json': { schema, example } },
});

/** An answer that tells its version, for `If-Match`. */
export const versionedAnswer = <T extends z.ZodType>(
  schema: T,
  description: InBoth,
  example: z.output<T>,
) => ({
  ...jsonAnswer(schema, description, example),
  headers: {
    ETag: {
      description: '版本，写进下一次的 If-Match · Version, for If-Match',
      schema: { type: 'string' as const },
    },
  },
});

/** The header of what is set as a whole; what is wrong with it is told by the version guard. */
export const ifMatch = z.object({
  'if-match': parameter(z.string().max(400).optional(), '读取时的 ETag · ETag of what was read', '"3"'),
});

/** A body in JSON, with an example of it. */
export const jsonBody = <T extends z.ZodType>(schema: T, example: z.input<T>) => ({
  required: true as const,
  content: { 'application/json': { schema, example } },
});

/**
 * The same for a large body: checked by code that zod compiles once, at module scope. The router asks for its check as if
 * it had to wait, which zod does not compile.
 */
export function compiledJsonBody<T extends z.ZodType>(schema: T, example: z.input<T>) {
  const compiled = z.compile(schema, { strict: true });
  schema.safeParseAsync = async (value, context) => compiled.safeParse(value, context) as never;
  return jsonBody(schema, example);
}

type Parameters = z.ZodObject<Readonly<Record<string, Parameter>>, z.core.$ZodObjectConfig>;

/** What a route says of itself. The types ask for all of it, so that none forgets. */
export interface DescribedRoute extends Omit<RouteConfig, 'tags' | 'security' | 'request'> {
  /** Its name in clients: a verb and a noun, `listObligations`. */
  operationId: string;
  summary: InBoth;
  /** What the summary leaves open: what comes, in which order, what is stored. */
  description: InBoth;
  tags: readonly [TagName];
  request?: Omit<NonNullable<RouteConfig['request']>, 'params' | 'query' | 'headers' | 'cookies'> & {
    params?: Parameters;
    query?: Parameters;
    headers?: Parameters;
  };
}

/** Of a route without parameters: any that is given is told, as everywhere (C18). */
const noParameters = z.strictObject({});

/** Without a parameter that is not named, and without a word on the size of a body that it does not take. */
function strict<R extends DescribedRoute>(route: R): R {
  const { 413: _, ...others } = route.responses;
  return {
    ...route,
    request: { query: noParameters, ...route.request },
    responses: route.request?.body ? route.responses : others,
  };
}

/** How a route takes its key: what only reads, and what a viewer may read, by Basic too (A1.2). */
function securityOf({ method, middleware }: DescribedRoute): Record<string, string[]>[] {
  const roles = rolesOf(middleware);
  const isRead = method === 'get' && (roles === null || roles.includes('viewer'));
  return [{ accessKey: [] }, ...(isRead ? [{ viewerKey: [] }] : [])];
}

/** A route that asks for an access key. */
export function keyedRoute<const R extends DescribedRoute>(route: R) {
  return createRoute({ ...strict(route), tags: [...route.tags], security: securityOf(route) });
}

/** A route that asks for none. */
export function openRoute<const R extends DescribedRoute>(route: R) {
  return createRoute({ ...strict(route), tags: [...route.tags], security: [] });
}

/** Describes a route that reads its body itself, and is mounted by itself. */
export function describeKeyed(routes: OpenAPIHono<AppEnv>, route: DescribedRoute): void {
  routes.openAPIRegistry.registerPath(keyedRoute(route));
}

/** A router whose parameters and bodies are checked against their schemas; what fails them is one problem. */
export function router(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success)
        throw invalidRequest(result.error.issues, result.target === 'json' ? 'json' : 'query');
    },
  });
}

/** Checks a request's parameters where the router does not. */
export function parameters<T>(schema: z.ZodType<T>, given: unknown, target: 'query' | 'param'): T {
  const result = schema.safeParse(given);
  if (!result.success) throw invalidRequest(result.error.issues, target);
  return result.data;
}
