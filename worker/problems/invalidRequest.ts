import * as z from 'zod';
import * as locales from 'zod/locales';
import type { ProblemPlace } from '../../shared/wire/problem.ts';
import { Problem } from './problem.ts';

const zh = locales.zhCN().localeError;
const en = locales.en().localeError;

/** Parts the sentences of the two languages in a message: no sentence holds it. */
const between = '\u001f';

/** What a schema of our own says of a wrong value, in place of zod's sentence. */
export const inBoth = (zhWords: string, enWords: string): string => `${zhWords}${between}${enWords}`;

const sentence = (render: typeof zh, issue: z.core.$ZodRawIssue): string => {
  const message = render(issue);
  return typeof message === 'string' ? message : (message?.message ?? '');
};

// Told while the offending value is at hand: later it is not, and a sentence could not say what was received.
z.config({
  localeError: (issue) => inBoth(sentence(zh, issue), sentence(en, issue)),
});

/** What a value may be, where every branch of a union only says that it is of another type. */
function oneOf(issue: z.core.$ZodIssue): string | null {
  if (issue.code !== 'invalid_union' || issue.errors.length < 2) return null;
  const types = issue.errors.map(([first, ...more]) =>
    first?.code === 'invalid_type' && first.path.length === 0 && more.length === 0 ? first.expected : null,
  );
  if (types.includes(null)) return null;
  const names = types.join(' / ');
  return `无效输入：应为 ${names} 之一${between}Invalid input: expected one of ${names}`;
}

/** Of a union, the issues of the branch that came nearest. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  const types = oneOf(issue);
  if (types !== null) return [{ ...issue, message: types }];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return nearest.length === 0
    ? [issue]
    : nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue);
}

/** Keys of the body stand in pointers and sentences; a sentence of megabytes says nothing. */
const short = (words: string): string => (words.length > 400 ? `${words.slice(0, 399)}…` : words);

/** How many places of a request are named. */
const mostPlaces = 20;

/** The problem for wrong places of a request; the first of them stands in the sentence. */
export function invalidAt(places: readonly ProblemPlace[], count = places.length): Problem {
  const where = places.slice(0, mostPlaces);
  const first = where[0];
  return new Problem(
    'invalid-request',
    { count, where: first?.pointer ?? '#', reasonZh: first?.zh ?? '', reasonEn: first?.en ?? '' },
    where,
  );
}

/** The problem for a body or parameters that break their schema. */
export function invalidRequest(
  issues: readonly z.core.$ZodIssue[],
  target: 'json' | 'query' | 'param',
): Problem {
  const all = issues.flatMap(deepest);
  const where = all.slice(0, mostPlaces).map((issue): ProblemPlace => {
    const path = issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
    const [zhWords = '', enWords = ''] = issue.message.split(between);
    return {
      pointer: short(
        target === 'json' ? `#${path.map((step) => `/${step}`).join('')}` : `?${path.join('.')}`,
      ),
      zh: short(zhWords),
      en: short(enWords),
    };
  });
  return invalidAt(where, all.length);
}
