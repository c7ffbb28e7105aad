import { addDays } from './days.ts';
import { daysWords } from './daysWords.ts';
import { daysOfSpan } from './spans.ts';

/** How a period is called in full, as people say it: 第15周（4月8日—14日）, 3月, 第一季度, 2024年. */
export function periodWords(id: string, language: 'zh' | 'en' = 'zh'): string {
  let said = known[language].get(id);
  if (said === undefined) known[language].set(id, (said = inWords(id, language)));
  return said;
}

/** A ledger names its few periods again with every check. */
const known = { zh: new Map<string, string>(), en: new Map<string, string>() };

function inWords(id: string, language: 'zh' | 'en'): string {
  const [, year, letter, digits] = /^(\d{4})(?:-([HQBW]?)(\d{1,2}))?$/u.exec(id) ?? [];
  if (year === undefined) return id;
  if (digits === undefined) return language === 'zh' ? `${year}年` : year;
  return words[language][letter as keyof Words](Number(digits), id);
}

/** Whether a cell holds the name of some period, in either form. */
export const namesPeriod = (cell: string): boolean =>
  /^(?:\d{4}(?:-(?:[HQB]\d|W\d\d|\d\d))?|\d{4}年|第\d+周（.+）|第[一二三四]季度|[上下]半年|\d+(?:—\d+)?月)$/u.test(
    cell,
  );

type Words = Record<'H' | 'Q' | 'B' | 'W' | '', (number: number, id: string) => string>;

const quarters = '一二三四';

const words: Record<'zh' | 'en', Words> = {
  zh: {
    H: (n) => (n === 1 ? '上半年' : '下半年'),
    Q: (n) => `第${quarters[n - 1] ?? n}季度`,
    B: (n) => `${2 * n - 1}—${2 * n}月`,
    W: (n, id) => `第${n}周${weekDays(id, (first, last) => `（${daysWords(first, last)}）`)}`,
    '': (n) => `${n}月`,
  },
  en: {
    H: (n) => `half ${n}`,
    Q: (n) => `Q${n}`,
    B: (n) => `months ${2 * n - 1}–${2 * n}`,
    W: (n, id) => `week ${n}${weekDays(id, (first, last) => ` (${daysWords(first, last, 'en')})`)}`,
    '': (n) => `month ${n}`,
  },
};

/** Monday and Sunday of an ISO week, in words; empty where there is no such week. */
function weekDays(id: string, say: (first: string, last: string) => string): string {
  const week = daysOfSpan(id);
  return week ? say(week.from, addDays(week.before, -1)) : '';
}
