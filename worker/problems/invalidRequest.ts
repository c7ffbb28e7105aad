import type * as z from 'zod';
import * as locales from 'zod/locales';
import { Problem, type Place } from './problem.ts';

const zh = locales.zhCN().localeError;
const en = locales.en().localeError;

const sentence = (render: typeof zh, issue: z.core.$ZodIssue): string => {
  const message = render(issue as z.core.$ZodRawIssue);
  return typeof message === 'string' ? message : (message?.message ?? issue.message);
};

/** Of a union, the issues of the branch that came nearest. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return nearest.length === 0
    ? [issue]
    : nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue);
}

/** The problem for a body or parameters that break their schema; at most twenty places are named. */
export function invalidRequest(
  issues: readonly z.core.$ZodIssue[],
  target: 'json' | 'query' | 'param',
): Problem {
  const all = issues.flatMap(deepest);
  const where: Place[] = all.slice(0, 20).map((issue) => {
    const path = issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
    return {
      pointer: target === 'json' ? `#${path.map((step) => `/${step}`).join('')}` : `?${path.join('.')}`,
      zh: sentence(zh, issue),
      en: sentence(en, issue),
    };
  });
  const first = where[0];
  return new Problem(
    'invalid-request',
    { count: all.length, where: first?.pointer ?? '#', reasonZh: first?.zh ?? '', reasonEn: first?.en ?? '' },
    where,
  );
}
