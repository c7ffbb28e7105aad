import { periodWords } from '../../shared/calendar/periodWords.ts';
import { returnWords } from '../../shared/obligations/reviewWords.ts';
import { returnedRows } from '../../shared/sheet/returnedRows.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';

/** What the bureau has returned and nobody has submitted again, as an answered file says it: a line for each. */
export function returnedLines({ rows, contact, today }: Pick<Sheet, 'rows' | 'contact' | 'today'>): string[] {
  const returned = returnedRows(rows);
  if (returned.length === 0) return [];
  return [
    `被退回、尚未重新提交 ${returned.length} 项：`,
    ...returned.map(({ arrangement, taskName, period, review }) => {
      const { returned: by, reason, answer, ask } = returnWords(review!, contact, today, 'zh');
      const why = reason === null ? `${by}。` : `${by}：${reason}`;
      return `${arrangement} ${taskName} ${periodWords(period)}：${[why, answer, ask].filter(Boolean).join(' ')}`;
    }),
  ];
}
