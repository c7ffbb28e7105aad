import type * as z from 'zod';
import { protocol } from '../../shared/wire/protocol.ts';
import { problemBody } from '../../shared/wire/problem.ts';
import { ApiProblem, localProblem } from './problem.ts';

/** Asks the API, and reads its answer by a schema; every call answers or throws an `ApiProblem`. */
export type Ask = <T>(shape: z.ZodType<T>, path: string, init?: RequestInit) => Promise<T>;

/** How requests go out: `base` is the origin and path before `/v1`; empty: the page's own origin. */
type Send = (path: string, accept: string, init?: RequestInit) => Promise<Response>;

function sendWith(key: string, base: string, send: typeof fetch): Send {
  return (path, accept, init = {}) =>
    send(`${base}/v1${path}`, {
      ...init,
      cache: 'no-store',
      headers: {
        ...init.headers,
        authorization: `Bearer ${key}`,
        accept,
        [protocol.header]: String(protocol.version),
      },
    });
}

/** An answer with the version of what it tells, by its entity tag; 0 where it names none. */
export type AskVersioned = <T>(
  shape: z.ZodType<T>,
  path: string,
  init?: RequestInit,
) => Promise<{ value: T; version: number }>;

/** Asks with an access key. */
export function askWith(key: string, base = '', send?: typeof fetch): Ask {
  const ask = askVersionedWith(key, base, send);
  return async (shape, path, init) => (await ask(shape, path, init)).value;
}

/** The same, with the version of what is answered. */
export function askVersionedWith(
  key: string,
  base = '',
  send: typeof fetch = (...call) => fetch(...call),
): AskVersioned {
  const ask = sendWith(key, base, send);
  return async (shape, path, init) => {
    const [response, text] = await arrived(async () => {
      const answer = await ask(path, 'application/json', init);
      return [answer, await answer.text()];
    });
    const body = readJson(text);
    if (!response.ok) throw problemOf(response.status, body);
    const read = shape.safeParse(body);
    if (!read.success) throw localProblem('bad-answer', read.error.message);
    const version = /\d+/u.exec(response.headers.get('etag') ?? '')?.[0] ?? 0;
    return { value: read.data, version: Number(version) };
  };
}

/** Asks with an access key for a file, under the name that the server gives it. */
export function askFileWith(key: string, base = '', send: typeof fetch = (...call) => fetch(...call)) {
  const ask = sendWith(key, base, send);
  return async (
    path: string,
    init?: RequestInit,
    accept = '*/*',
  ): Promise<{ name: string; content: Blob }> => {
    const [response, content] = await arrived(async () => {
      const answer = await ask(path, accept, init);
      return [answer, await answer.blob()];
    });
    if (!response.ok) throw problemOf(response.status, readJson(await content.text()));
    const [, name] =
      /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { name: decodeURIComponent(name ?? 'taizhang'), content };
  };
}

/** An answer with its body, or the problem that the server was not reached. */
async function arrived<T>(ask: () => Promise<[Response, T]>): Promise<[Response, T]> {
  try {
    return await ask();
  } catch {
    throw localProblem('offline');
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is read of a problem: one that another server on the way tells has no more than this, or less. */
const toldProblem = problemBody.strip().partial().required({ status: true, code: true });

function problemOf(status: number, body: unknown): ApiProblem {
  const read = toldProblem.safeParse(body);
  if (!read.success) return new ApiProblem(status, 'http-error', null, `HTTP ${status}`);
  return new ApiProblem(
    status,
    read.data.code,
    read.data.messages ?? null,
    read.data.detail ?? read.data.title,
    read.data.where,
    read.data.head ?? null,
    read.data.known ?? null,
  );
}
