import type * as z from 'zod';
import {
  type GroupBy,
  obligationDetail,
  obligationsAnswer,
  progressAnswer,
} from '../../shared/wire/progress.ts';
import { me } from '../api/me.ts';
import { ApiProblem, localProblem, problemBody } from '../api/problem.ts';

/** What the bureau's page asks of the API. Every call answers or throws an `ApiProblem`. */
export function bureauApi(key: string) {
  async function ask<T>(shape: z.ZodType<T>, path: string): Promise<T> {
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(`/v1${path}`, {
        cache: 'no-store',
        headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
      });
      body = readJson(await response.text());
    } catch {
      throw localProblem('offline');
    }
    if (!response.ok) throw problemOf(response.status, body);
    const read = shape.safeParse(body);
    if (!read.success) throw localProblem('bad-answer', read.error.message);
    return read.data;
  }

  return {
    me: () => ask(me, '/me'),
    progress: (year: number, groupBy: GroupBy) =>
      ask(progressAnswer, `/progress?year=${year}&groupBy=${groupBy}`),
    obligations: (year: number, query: Record<string, string>, cursor: string | null, limit: number) =>
      ask(
        obligationsAnswer,
        `/obligations?${new URLSearchParams({
          year: String(year),
          ...query,
          limit: String(limit),
          ...(cursor === null ? {} : { cursor }),
        })}`,
      ),
    obligation: (obligationKey: string) =>
      ask(obligationDetail, `/obligations/${encodeURIComponent(obligationKey)}`),
  };
}

export type BureauApi = ReturnType<typeof bureauApi>;

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
