import { dueNames } from '../progress/dueNames.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { DueReports } from '../wire/dueReports.ts';
import { count, date, type Table, text } from './table.ts';

const columns = {
  what: { zh: '未报的工作安排', en: 'Arrangements not reported' },
  due: { zh: '时限', en: 'Due' },
  code: { zh: '编码', en: 'Code' },
  text: { zh: '工作安排', en: 'Arrangement' },
} as const;

/** Codes of what a unit has not reported; one of several periods says how many. */
export const missingWords = (
  { arrangement, periods }: DueReports['empty'][number],
  language: 'zh' | 'en',
): string =>
  periods.length === 1
    ? arrangement
    : `${arrangement} ×${language === 'zh' ? `${periods.length}期` : `${periods.length} periods`}`;

/** Who has not reported what falls due (B10), by name: a row for each unit. */
export function missingTable(answer: DueReports, scope: Scope, language: 'zh' | 'en'): Table {
  const comma = language === 'zh' ? '、' : ', ';
  return {
    title: (language === 'zh' ? '未报名单' : 'Not reported') + scopeWords(scope, language),
    columns: [
      text(dueNames.unit[language], 20),
      count(dueNames.empty[language]),
      count(dueNames.daysLate[language]),
      text(columns.what[language], 60),
    ],
    rows: answer.units
      .filter(({ empty }) => empty > 0)
      .map((unit) => [
        unit.name,
        unit.empty,
        unit.daysLate || null,
        answer.empty
          .filter((each) => each.unit === unit.id)
          .map((each) => missingWords(each, language))
          .join(comma),
      ]),
  };
}

/** What falls due next (B10), from today on: a row for each day and arrangement. */
export function nextTable(
  { next, texts }: DueReports,
  { unit, category }: Scope,
  language: 'zh' | 'en',
): Table {
  return {
    // Whatever days are asked for, these are all from today on.
    title: (language === 'zh' ? '接下来到期' : 'Due next') + scopeWords({ unit, category }, language),
    columns: [
      date(columns.due[language]),
      text(columns.code[language], 8),
      text(columns.text[language], 60),
      count(dueNames.expected[language]),
      count(dueNames.empty[language]),
    ],
    rows: next.map(({ due, arrangement, expected, empty }) => [
      due,
      arrangement,
      texts[arrangement] ?? null,
      expected,
      empty,
    ]),
  };
}
