import type { CellValue, RawValues } from '../../shared/row/row.ts';
import { typed } from './model/validity.ts';
import type { Step } from './steps.ts';

const counts: CellValue[] = [0, 2, 3, 5, 8, '８', 10, 12, 5];
const notes = typed.note!;
const days = typed.completedOn!;

/** What a clerk types into a row to report it; a field left out stays as it is. */
export function reportOf(key: string, as: (Step & { do: 'report' })['as'], n: number): RawValues {
  const [, code, schedule, indicator] = key.split('.');
  const cadence = code === '1-1-2' || (code === '1-1-1' && schedule === '1');
  const count = indicator === 'done' ? null : counts[n % counts.length]!;
  const note = notes[n % 3]!;
  switch (as) {
    case 'under way':
      return cadence
        ? { status: '已开展', count, note }
        : { status: '进行中', count, note, completedOn: null };
    case 'done':
      return {
        status: cadence ? '已开展' : '已完成',
        count,
        completedOn: cadence ? null : days[n % 5]!,
        note,
      };
    case 'none':
      return { status: '本地无此类', count: null, completedOn: null };
    case 'not done':
      return { status: cadence ? '未开展' : '未开始', count: null, completedOn: null, note };
  }
}
