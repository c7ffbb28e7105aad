import type { Entry } from './catalogue.ts';

/** What is to say of columns that are called by units. */
export const columnDiagnostics = {
  'shares-unread': {
    severity: 'warning',
    zh: ({ text }) =>
      `各单位栏内的数（${text}）没有作为分解指标读入，只据此认定由谁填报。请发布后在分解指标中填写。`,
    en: ({ text }) =>
      `The numbers beneath the units (${text}) were not read as their shares, only as who reports. Enter them as allocations once the list is published.`,
  },
} as const satisfies Record<string, Entry>;
