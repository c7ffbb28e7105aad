import { rule } from '../rule.ts';
import type { SerialDay } from './readDate.ts';

/** A date serial means a day of the list's year, in one of Excel's two systems. */
export const completedOnSerial = rule({
  id: 'V-completed-on-serial',
  severity: 'error',
  check: ({ in1900, in1904, year }: SerialDay) => (in1900 === null ? null : { in1900, in1904, year }),
  zh: ({ cell, value, p }) =>
    `${cell}${value}是日期序列号，对应 ${p('in1900')}${p('in1904') && `（1904 系统为 ${p('in1904')}）`}，不在 ${p('year')} 年内，请重填，如 ${p('year')}-03-15。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is a date serial, meaning ${p('in1900')}${p('in1904') && ` (${p('in1904')} in the 1904 system)`}, which is outside ${p('year')}. Write it as ${p('year')}-03-15.`,
});
