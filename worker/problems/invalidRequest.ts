import * as z from 'zod';
import * as locales from 'zod/locales';
import { Problem, type Place } from './problem.ts';

const zh = locales.zhCN().localeError;
const en = locales.en().localeError;

/** Parts the sentences of the two languages in a message: no sentence holds it. */
const between = '\u001f';

const sentence = (render: typeof zh, issue: z.core.$ZodRawIssue): string => {
  const message = render(issue);
  return typeof message === 'string' ? message : (message?.message ?? '');
};

// Told while the offending value is at hand: later it is not, and a sentence could not say what was received.
z.config({
  localeError: (issue) => `${sentence(zh, issue)}${between}${sentence(en, issue)}`,
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

/** The problem for a body or parameters that break their schema; at most twenty places are named. */
export function invalidRequest(
  issues: readonly z.core.$ZodIssue[],
  target: 'json' | 'query' | 'param',
): Problem {
  const all = issues.flatMap(deepest);
  const where: Place[] = all.slice(0, 20).map((issue) => {
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
  const first = where[0];
  return new Problem(
    'invalid-request',
    { count: all.length, where: first?.pointer ?? '#', reasonZh: first?.zh ?? '', reasonEn: first?.en ?? '' },
    where,
  );
}
