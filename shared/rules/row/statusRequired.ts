import { statusesOf } from '../context.ts';
import { rowRule } from '../rule.ts';

/** Every row says where it stands; a row with nothing in it does not. */
export const statusRequired = rowRule({
  id: 'V-status-required',
  severity: 'error',
  field: 'status',
  check: (row, context) => (row.typed.status === null ? { choices: statusesOf(context).join('、') } : null),
  zh: ({ cell, p }) => `${cell}没有填，请选择：${p('choices')}。`,
  en: ({ cell, p }) => `${cell} is blank. Choose one of: ${p('choices')}.`,
});
