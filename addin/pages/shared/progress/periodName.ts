import type { ProgressText } from './text.ts';
import type { PeriodLetter } from './text/zh.ts';

/** A period's id as people say it: `2024-W07` is 第7周, Week 7. */
export function periodName(id: string, text: ProgressText): string {
  const match = /^\d{4}-([HQBW]?)(\d{1,2})$/.exec(id);
  return match ? text.periods[match[1] as PeriodLetter](Number(match[2])) : text.wholeYear(id);
}
