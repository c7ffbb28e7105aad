import { explain, textRule } from '../rule.ts';
import { documentNumbers } from './documentNumbers.ts';

/** The form of a document number: its brackets above all. */
export const documentNumberForm = textRule({
  id: 'V-document-number-form',
  severity: 'warning',
  check: (text, field) => {
    if (field !== 'evidence') return null;
    const wrong = documentNumbers(text).find((number) => number.asWritten !== number.asItShouldBe);
    return wrong ? { written: wrong.asWritten, suggestion: wrong.asItShouldBe } : null;
  },
  zh: ({ cell, p }) => `${cell}中的文号「${p('written')}」建议写成「${p('suggestion')}」。${explain.zh}`,
  en: ({ cell, p }) =>
    `${cell}: the document number "${p('written')}" should be written "${p('suggestion')}". ${explain.en}`,
});
