/** How a unit of the demo reports: what makes one look unlike the next. */
export interface Habit {
  /** Companies in its care; the district's targets are shared out by it. */
  companies: number;
  /** It reports on every so many Fridays. */
  everyWeeks: 1 | 2 | 4;
  /** Its first and last report are not before and not after these days. */
  from?: string;
  until?: string;
  /** Share of what it has to report that it does report, and of that what is in time. */
  thorough: number;
  punctual: number;
}

/** By unit id of seeds/roster.json. The bureau counts nothing itself where towns do. */
export const habits: Record<string, Habit> = {
  bureau: { companies: 0, everyWeeks: 1, thorough: 0.96, punctual: 0.95 },
  binkai: { companies: 34, everyWeeks: 1, thorough: 1, punctual: 0.97 },
  sanjing: { companies: 3, everyWeeks: 1, thorough: 0.95, punctual: 0.9 },
  longhutang: { companies: 4, everyWeeks: 2, thorough: 0.9, punctual: 0.85 },
  chunjiang: { companies: 14, everyWeeks: 1, thorough: 0.97, punctual: 0.95 },
  weicun: { companies: 9, everyWeeks: 1, thorough: 0.9, punctual: 0.8 },
  xinqiao: { companies: 4, everyWeeks: 2, thorough: 0.75, punctual: 0.7 },
  menghe: { companies: 5, everyWeeks: 1, thorough: 0.9, punctual: 0.85 },
  xuejia: { companies: 4, everyWeeks: 1, thorough: 0.9, punctual: 0.88 },
  luoxi: { companies: 4, everyWeeks: 2, thorough: 0.6, punctual: 0.55 },
  // A new clerk began in February.
  xixiashu: { companies: 3, everyWeeks: 1, from: '2024-02-20', thorough: 0.8, punctual: 0.75 },
  // Nobody has reported since the middle of March.
  benniu: { companies: 2, everyWeeks: 4, until: '2024-03-15', thorough: 0.45, punctual: 0.5 },
};

type Patch = Record<string, string | number>;

/** What somebody got wrong, or had to explain: by the head of a row's key and its unit, optionally its period. */
export const slips: { row: string; unit: string; period?: string; values: Patch }[] = [
  // Drafts: kept, shown, not counted until they are mended.
  { row: '1-5-1.1.i1', unit: 'luoxi', values: { count: '约3' } },
  { row: '2-8-1.1.i1', unit: 'xinqiao', values: { completedOn: '3月底' } },
  { row: '1-2-1.1.i1', unit: 'xixiashu', values: { count: '3家（1家待补）' } },
  // A running total that falls, and why.
  {
    row: '2-1-4.1.i2',
    unit: 'binkai',
    period: '2024-W12',
    values: { count: 0, explanation: '一套装置验收未通过，退回整改，完成数核减。' },
  },
];
