import type * as z from 'zod';
import { protocol } from '../../shared/wire/protocol.ts';
import { problemBody } from '../../shared/wire/problem.ts';
import { ApiProblem, localProblem } from './problem.ts';

/** Asks the API, and reads its answer by a schema; every call answers or throws an `ApiProblem`. */
export type Ask = <T>(shape: z.ZodType<T>, path: string, init?: RequestInit) => Promise<T>;

/** Asks with an access key. `base` is the origin and path before `/v1`; empty: the page's own origin. */
export function askWith(key: string, base = '', send: typeof fetch = (...call) => fetch(...call)): Ask {
  return async (shape, path, init = {}) => {
    let response: Response;
    let text: string;
    try {
      response = await send(`${base}/v1${path}`, {
        ...init,
        cache: 'no-store',
        headers: {
          ...init.headers,
          authorization: `Bearer ${key}`,
          accept: 'application/json',
          [protocol.header]: String(protocol.version),
        },
      });
      text = await response.text();
    } catch {
      throw localProblem('offline');
    }
    const body = readJson(text);
    if (!response.ok) throw problemOf(response.status, body);
    const read = shape.safeParse(body);
    if (!read.success) throw localProblem('bad-answer', read.error.message);
    return read.data;
  };
}

/** Asks for a file with an access key. */
export function askFileWith(key: string): (path: string) => Promise<Blob> {
  return async (path) => {
    const headers = { authorization: `Bearer ${key}`, [protocol.header]: String(protocol.version) };
    const response = await fetch(`/v1${path}`, { cache: 'no-store', headers }).catch(() => {
      throw localProblem('offline');
    });
    if (!response.ok) throw problemOf(response.status, readJson(await response.text()));
    return response.blob();
  };
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
  );
}
