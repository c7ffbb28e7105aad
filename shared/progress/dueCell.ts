import type { MarkCounts } from '../wire/parts/mark.ts';
import { markSigns } from './dueNames.ts';

/** How many of a cell's obligations are reported, in whatever way. */
export const received = ({ expected, empty }: MarkCounts): number => expected - empty;

/** The mark of a cell: what is worst in it. */
export function worst(counts: MarkCounts): keyof typeof markSigns {
  if (counts.empty > 0) return 'empty';
  if (counts.unfinished > 0) return 'unfinished';
  return counts.late > 0 ? 'late' : 'reported';
}

/** A cell in words: ✓, 迟 2, 空 3/5 (of five, three are empty). */
export function cellWords(counts: MarkCounts | undefined, language: 'zh' | 'en'): string {
  if (!counts || counts.expected === 0) return '';
  const mark = worst(counts);
  const sign = markSigns[mark][language];
  if (mark === 'reported') return sign;
  return counts[mark] === counts.expected ? sign : `${sign} ${counts[mark]}/${counts.expected}`;
}
