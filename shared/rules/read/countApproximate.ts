import { rule } from '../rule.ts';
import type { CountCell } from './readCount.ts';

const approximate = /约|約|左右|上下|余|餘|多|近|超|不到|不足|至少|至多|以上|以下|几|[~～+<>≈≥≤]/;

/** 约80 is no count: nobody guesses which. */
export const countApproximate = rule({
  id: 'V-count-approximate',
  severity: 'error',
  check: ({ text, label, params }: CountCell) =>
    /\d/.test(text) && approximate.test(text.replace(label, '')) ? params : null,
  zh: ({ cell, value }) => `${cell}${value}是约数，请填核实后的准确数字，如 86。`,
  en: ({ cell, value }) => `${cell} ${value} is an estimate. Give the exact whole number.`,
});
