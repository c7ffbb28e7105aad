import type * as z from 'zod';
import { sheet } from '../../shared/wire/sheet.ts';
import { pushAnswer } from '../../shared/wire/sync.ts';
import { me } from './me.ts';
import type { Api } from './port.ts';
import { ApiProblem, localProblem, problemBody } from './problem.ts';

/** The API over HTTP. `base` is the origin and path before `/v1`; empty: the page's own origin. */
export function httpApi(key: string, base = '', send: typeof fetch = (...call) => fetch(...call)): Api {
  async function ask<T>(shape: z.ZodType<T>, path: string, init: RequestInit = {}): Promise<T> {
    let response: Response;
    let text: string;
    try {
      response = await send(`${base}/v1${path}`, {
        ...init,
        cache: 'no-store',
        headers: { ...init.headers, authorization: `Bearer ${key}`, accept: 'application/json' },
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
  }

  return {
    me: () => ask(me, '/me'),
    sheet({ year, cursor }) {
      const query = new URLSearchParams();
      if (year !== undefined) query.set('year', String(year));
      if (cursor !== undefined) query.set('cursor', cursor);
      return ask(sheet, query.size === 0 ? '/sheet' : `/sheet?${query}`);
    },
    push: (year, body) =>
      ask(pushAnswer, `/sync?year=${year}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(status: number, body: unknown): ApiProblem {
  const read = problemBody.safeParse(body);
  if (!read.success) return new ApiProblem(status, 'http-error', null, `HTTP ${status}`);
  return new ApiProblem(
    status,
    read.data.code,
    read.data.messages ?? null,
    read.data.detail ?? read.data.title,
  );
}
