import { explain, textRule } from '../rule.ts';
import { documentNumbers } from './documentNumbers.ts';

/** A document of a year that has not come yet. */
export const documentNumberYear = textRule({
  id: 'V-document-number-year',
  severity: 'warning',
  check: (text, field, { today }) => {
    if (field !== 'evidence') return null;
    const thisYear = Number(today.slice(0, 4));
    const wrong = documentNumbers(text).find(({ year }) => year > thisYear);
    return wrong ? { written: wrong.asWritten, year: wrong.year, thisYear } : null;
  },
  zh: ({ cell, p }) =>
    `${cell}中的文号「${p('written')}」是 ${p('year')} 年的，今年是 ${p('thisYear')} 年，请核对。${explain.zh}`,
  en: ({ cell, p }) =>
    `${cell}: the document number "${p('written')}" is of ${p('year')}, and this year is ${p('thisYear')}. Check it. ${explain.en}`,
});
